namespace Effektkaeder.Domain;

/// <summary>What a node is. The first six form the goal hierarchy, in the order of their levels.</summary>
public enum NodeKind
{
    Vision,
    PolitiskMaal,
    Indsats,
    Bidrag,
    Effekt,
    Indikator,
    Kommune,
    Organisation,
    Rolle,
    Aftale,
    Politik,
    Redskab,
    Lovhenvisning,
    Emne,
    Maalgruppe,
    Milepael,
    Opfoelgning,
    Risiko,
    Dokumentation,
    Maaling,
}

/// <summary>How a kind is written wherever it appears; every other spelling derives from this row.</summary>
/// <param name="Code">PascalCase, as in GraphQL types and Neo4j labels: <c>PolitiskMaal</c>.</param>
/// <param name="Navn">What people read, singular: "politisk mål".</param>
/// <param name="Flertal">What people read, plural: "politiske mål".</param>
/// <param name="Alle">The list field of an API: <c>allePolitiskeMaal</c>.</param>
/// <param name="Level">0-5 in the goal hierarchy, null outside it.</param>
public sealed record KindInfo(NodeKind Kind, string Code, string Navn, string Flertal, string Alle, int? Level)
{
    /// <summary><c>politiskMaal</c>: a field of an API.</summary>
    public string Camel { get; } = char.ToLowerInvariant(Code[0]) + Code[1..];

    /// <summary><c>politisk-maal</c>: part of a key, a URL, a command line.</summary>
    public string Slug { get; } = Separate(Code, '-');

    /// <summary><c>politisk_maal</c>: a name in SQL.</summary>
    public string Snake { get; } = Separate(Code, '_');

    private static string Separate(string code, char separator) =>
        string.Concat(
            code.Select((c, i) => char.IsUpper(c) && i > 0 ? $"{separator}{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")
        );
}

/// <summary>The one table of kinds.</summary>
public static class NodeKinds
{
    public static readonly IReadOnlyList<KindInfo> All =
    [
        new(NodeKind.Vision, "Vision", "vision", "visioner", "alleVisioner", 0),
        new(NodeKind.PolitiskMaal, "PolitiskMaal", "politisk mål", "politiske mål", "allePolitiskeMaal", 1),
        new(NodeKind.Indsats, "Indsats", "indsats", "indsatser", "alleIndsatser", 2),
        new(NodeKind.Bidrag, "Bidrag", "bidrag", "bidrag", "alleBidrag", 3),
        new(NodeKind.Effekt, "Effekt", "effekt", "effekter", "alleEffekter", 4),
        new(NodeKind.Indikator, "Indikator", "indikator", "indikatorer", "alleIndikatorer", 5),
        new(NodeKind.Kommune, "Kommune", "kommune", "kommuner", "alleKommuner", null),
        new(NodeKind.Organisation, "Organisation", "organisation", "organisationer", "alleOrganisationer", null),
        new(NodeKind.Rolle, "Rolle", "rolle", "roller", "alleRoller", null),
        new(NodeKind.Aftale, "Aftale", "aftale", "aftaler", "alleAftaler", null),
        new(NodeKind.Politik, "Politik", "politik", "politikker", "allePolitikker", null),
        new(NodeKind.Redskab, "Redskab", "redskab", "redskaber", "alleRedskaber", null),
        new(NodeKind.Lovhenvisning, "Lovhenvisning", "lovhenvisning", "lovhenvisninger", "alleLovhenvisninger", null),
        new(NodeKind.Emne, "Emne", "emne", "emner", "alleEmner", null),
        new(NodeKind.Maalgruppe, "Maalgruppe", "målgruppe", "målgrupper", "alleMaalgrupper", null),
        new(NodeKind.Milepael, "Milepael", "milepæl", "milepæle", "alleMilepaele", null),
        new(NodeKind.Opfoelgning, "Opfoelgning", "opfølgning", "opfølgninger", "alleOpfoelgninger", null),
        new(NodeKind.Risiko, "Risiko", "risiko", "risici", "alleRisici", null),
        new(NodeKind.Dokumentation, "Dokumentation", "dokumentation", "dokumentation", "alDokumentation", null),
        new(NodeKind.Maaling, "Maaling", "måling", "målinger", "alleMaalinger", null),
    ];

    /// <summary>The kinds of the goal hierarchy; index = level.</summary>
    public static readonly IReadOnlyList<KindInfo> Levels = [.. All.Where(k => k.Level is not null).OrderBy(k => k.Level)];

    /// <summary>The level that what has none is ordered by.</summary>
    public const int OutsideLevels = 99;

    private static readonly Dictionary<string, KindInfo> ByName = All.SelectMany(k =>
            new[] { k.Code, k.Camel, k.Slug, k.Snake }.Distinct().Select(name => (name, k))
        )
        .GroupBy(p => p.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().k, StringComparer.OrdinalIgnoreCase);

    public static KindInfo Info(this NodeKind kind) => All[(int)kind];

    public static int? Level(this NodeKind kind) => All[(int)kind].Level;

    /// <summary>Where a kind stands in an order by level: what is outside the hierarchy comes after all that is in it.</summary>
    public static int LevelOrder(this NodeKind kind) => kind.Level() ?? OutsideLevels;

    /// <summary>True for the six kinds of the goal hierarchy.</summary>
    public static bool IsChain(this NodeKind kind) => kind <= NodeKind.Indikator;

    /// <summary>A date that something else has: a milestone or a follow-up.</summary>
    public static bool IsDate(this NodeKind kind) => kind is NodeKind.Milepael or NodeKind.Opfoelgning;

    /// <summary>An instrument, a paragraph or a theme: what its users meet in, so that a walk passes through it in one step.</summary>
    public static bool IsShared(this NodeKind kind) => kind is NodeKind.Redskab or NodeKind.Lovhenvisning or NodeKind.Emne;

    /// <summary>Any of the spellings of a kind, whatever its case; null when it is none.</summary>
    public static KindInfo? Find(string name) => ByName.GetValueOrDefault(name);
}

namespace Effektkaeder.Domain;

/// <summary>What an edge says. Hierarchy edges take their type from their upper end.</summary>
public enum EdgeType
{
    UdmoentesI,
    ForfoelgesMed,
    Omfatter,
    Skaber,
    MaalesPaa,
    Indeholder,
    HoererUnder,
    Yder,
    AnsvarligFor,
    Koordinerer,
    ForpligtetI,
    PartI,
    Angiver,
    RammeFor,
    RettetMod,
    HarMilepael,
    FoelgesOp,
    TruesAf,
    DokumenteresVed,
    MaalesMed,
    HarMaaling,
    HarMedlem,
    KoblerTil,

    /// <summary>The vertical line: to the aim above that a text names. Drawn and walked as hierarchy; carries no support.</summary>
    Understoetter,

    /// <summary>An organisation takes another's place: a new name, a merger, a move. Dated where that is known.</summary>
    Afloeser,
}

/// <summary>One row of the allowed-edge table.</summary>
/// <param name="Code">UPPER_SNAKE, as in Neo4j and GraphQL: <c>UDMOENTES_I</c>.</param>
/// <param name="Navn">What people read between the two titles: "udmøntes i".</param>
public sealed record EdgeInfo(
    EdgeType Type,
    string Code,
    string Navn,
    bool IsHierarchy,
    IReadOnlySet<NodeKind> From,
    IReadOnlySet<NodeKind> To
);

/// <summary>The one table of edges: which kinds each may join.</summary>
public static class EdgeTypes
{
    private static readonly NodeKind[] Chain = [.. NodeKinds.Levels.Select(k => k.Kind)];
    private static readonly NodeKind[] Actors = [NodeKind.Rolle, NodeKind.Organisation];
    private static readonly NodeKind[] Efforts = [NodeKind.Indsats, NodeKind.Bidrag];

    /// <summary>An effekt too, where a form gives a goal its own dates, status and people.</summary>
    private static readonly NodeKind[] Carriers = [.. Efforts, NodeKind.Effekt];
    private static readonly NodeKind[] Coupled =
    [
        .. Chain,
        NodeKind.Politik,
        NodeKind.Aftale,
        NodeKind.Organisation,
        NodeKind.Redskab,
        NodeKind.Lovhenvisning,
        NodeKind.Emne,
    ];

    public static readonly IReadOnlyList<EdgeInfo> All =
    [
        Hierarchy(EdgeType.UdmoentesI, "UDMOENTES_I", "udmøntes i", NodeKind.Vision),
        Hierarchy(EdgeType.ForfoelgesMed, "FORFOELGES_MED", "forfølges med", NodeKind.PolitiskMaal),
        Hierarchy(EdgeType.Omfatter, "OMFATTER", "omfatter", NodeKind.Indsats),
        Hierarchy(EdgeType.Skaber, "SKABER", "skaber", NodeKind.Bidrag),
        Hierarchy(EdgeType.MaalesPaa, "MAALES_PAA", "måles på", NodeKind.Effekt),
        new(EdgeType.Indeholder, "INDEHOLDER", "indeholder", true, Set(NodeKind.Politik), Set(NodeKind.PolitiskMaal)),
        Plain(EdgeType.HoererUnder, "HOERER_UNDER", "hører under", Actors, [NodeKind.Organisation]),
        Plain(EdgeType.Yder, "YDER", "yder", [NodeKind.Organisation], [NodeKind.Bidrag]),
        Plain(EdgeType.AnsvarligFor, "ANSVARLIG_FOR", "er ansvarlig for", Actors, Carriers),
        Plain(EdgeType.Koordinerer, "KOORDINERER", "koordinerer", Actors, Carriers),
        Plain(EdgeType.ForpligtetI, "FORPLIGTET_I", "er forpligtet i", Actors, Carriers),
        Plain(EdgeType.PartI, "PART_I", "er part i", Actors, [NodeKind.Aftale]),
        Plain(EdgeType.Angiver, "ANGIVER", "angiver", [NodeKind.Aftale], [.. NodeKinds.All.Select(k => k.Kind)]),
        Plain(EdgeType.RammeFor, "RAMME_FOR", "er ramme for", [NodeKind.Vision], [NodeKind.Aftale]),
        Plain(EdgeType.RettetMod, "RETTET_MOD", "er rettet mod", Efforts, [NodeKind.Maalgruppe]),
        Plain(EdgeType.HarMilepael, "HAR_MILEPAEL", "har milepæl", Carriers, [NodeKind.Milepael]),
        Plain(EdgeType.FoelgesOp, "FOELGES_OP", "følges op", Carriers, [NodeKind.Opfoelgning]),
        Plain(EdgeType.TruesAf, "TRUES_AF", "trues af", Efforts, [NodeKind.Risiko]),
        Plain(EdgeType.DokumenteresVed, "DOKUMENTERES_VED", "dokumenteres ved", [NodeKind.Indikator, .. Efforts], [NodeKind.Dokumentation]),
        Plain(EdgeType.MaalesMed, "MAALES_MED", "måles med", [NodeKind.Indikator], [NodeKind.Redskab]),
        Plain(
            EdgeType.HarMaaling,
            "HAR_MAALING",
            "har måling",
            [NodeKind.Indikator, NodeKind.Dokumentation, NodeKind.Milepael, NodeKind.Opfoelgning, .. Carriers],
            [NodeKind.Maaling]
        ),
        Plain(EdgeType.HarMedlem, "HAR_MEDLEM", "tæller", [NodeKind.Maalgruppe, NodeKind.Organisation], [NodeKind.Organisation]),
        Plain(EdgeType.KoblerTil, "KOBLER_TIL", "kobler til", Coupled, Coupled),
        Plain(
            EdgeType.Understoetter,
            "UNDERSTOETTER",
            "understøtter",
            [.. Carriers, NodeKind.Aftale],
            [NodeKind.PolitiskMaal, NodeKind.Effekt, NodeKind.Politik, NodeKind.Aftale]
        ),
        Plain(EdgeType.Afloeser, "AFLOESER", "afløser", [NodeKind.Organisation], [NodeKind.Organisation]),
    ];

    private static readonly Dictionary<string, EdgeInfo> ByCode = All.ToDictionary(e => e.Code, StringComparer.OrdinalIgnoreCase);

    private static readonly EdgeType?[] DownFrom =
    [
        .. NodeKinds.All.Select(k => All.FirstOrDefault(e => e.IsHierarchy && e.From.Contains(k.Kind))?.Type),
    ];

    public static EdgeInfo Info(this EdgeType type) => All[(int)type];

    /// <summary>True for edges along which justification runs downwards.</summary>
    public static bool IsHierarchy(this EdgeType type) => type <= EdgeType.Indeholder;

    public static EdgeInfo? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The hierarchy edge that leads down from a kind; null where none does.</summary>
    public static EdgeType? Down(NodeKind upper) => DownFrom[(int)upper];

    /// <summary>Whether the table lets an edge of this type join these kinds, in this direction.</summary>
    public static bool Allows(EdgeType type, NodeKind from, NodeKind to)
    {
        var row = type.Info();
        if (!row.From.Contains(from) || !row.To.Contains(to))
        {
            return false;
        }
        // A coupling has a chain node in one end at least; what surrounds the chain is not coupled to itself.
        return type != EdgeType.KoblerTil || from.IsChain() || to.IsChain();
    }

    private static EdgeInfo Hierarchy(EdgeType type, string code, string navn, NodeKind upper) =>
        new(type, code, navn, true, Set(upper), Set([.. Chain.Where(k => k > upper)]));

    private static EdgeInfo Plain(EdgeType type, string code, string navn, NodeKind[] from, NodeKind[] to) =>
        new(type, code, navn, false, Set(from), Set(to));

    private static HashSet<NodeKind> Set(params NodeKind[] kinds) => [.. kinds];
}

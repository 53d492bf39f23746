using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>
/// The one vocabulary of labels that a document without a profile is read by: data, shared by every form. A label is known
/// whatever its case, number, colon, emphasis or inflection.
/// </summary>
public sealed partial record Etiketordbog
{
    private Dictionary<string, Felt>? _byPlain;
    private Dictionary<string, Felt>? _byStem;
    private Dictionary<string, Afsnitsord>? _sections;
    private (string Word, NodeKind Kind)[]? _openers;

    public required IReadOnlyList<Felt> Etiketter { get; init; }

    public required IReadOnlyList<Aabnerord> Aabnere { get; init; }

    public required IReadOnlyList<Afsnitsord> Afsnit { get; init; }

    public required IReadOnlyList<Felt> Forside { get; init; }

    public required Etiketvendinger Vendinger { get; init; }

    /// <summary>The vocabulary as a form, so that one mapping serves both.</summary>
    [JsonIgnore]
    internal Skabelon SomSkabelon =>
        new()
        {
            Kode = "etiketter",
            Navn = "uden skabelon",
            Aftaletype = "aftale",
            Kolonner = ["label", "indhold"],
            Ejer = NodeKind.Indsats,
            Overskriftsraekker = [],
            Felter = Etiketter,
            Forside = Forside,
            Skemaer = [],
        };

    /// <summary>The label that a text is; null where it is none, or says more.</summary>
    internal Felt? Find(string text)
    {
        if (text.Length is 0 or > 60)
        {
            return null;
        }

        _byPlain ??= Index(f => [f.Label, .. f.Synonymer], Bare);
        _byStem ??= Index(f => [f.Label, .. f.Synonymer], Stems);
        var bare = Bare(text);
        return Known(bare) ?? OfItself(text) ?? Double(bare) ?? Said(text, bare);
    }

    /// <summary>The first label of a role, and of an art where that is asked for.</summary>
    internal Felt? Of(string rolle, string? art = null) => Etiketter.FirstOrDefault(f => f.Rolle == rolle && (art is null || f.Art == art));

    private Felt? Known(string bare) =>
        _byPlain!.GetValueOrDefault(bare) ?? (bare.Length > 3 ? _byStem!.GetValueOrDefault(Stems(bare)) : null);

    /// <summary>"Mål for børnene": a label, and whose; "Sammenhæng for borgeren" is a goal.</summary>
    private Felt? OfItself(string text) =>
        About().Match(text) is { Success: true } m
        && Known(Bare(m.Groups["label"].Value)) is { Rolle: "effekt" or "bidrag" or "indikator" or "milepael" or "ansvarlig" } felt
            ? felt
            : null;

    /// <summary>"Målsætning/effekt": a label by two names.</summary>
    private Felt? Double(string bare) =>
        bare.EndsWith(" nr", StringComparison.Ordinal) && Known(bare[..^3]) is not null ? Known("nr")
        // "Start - slut": of two days the last is the one to be kept.
        : bare is "start - slut" or "start og slut" or "fra - til" or "start-slut" ? Known("frist")
        : bare.Contains('/') && bare.Split('/').Select(p => Known(p.Trim())).Distinct().ToList() is [{ } only] ? only
        : null;

    /// <summary>"Ønskede effekter", "Hovedaktiviteter", "Hvem gør det?": a label that is said, and by no name of its own.</summary>
    private Felt? Said(string text, string bare)
    {
        if (Vendinger.Head(bare) is { } head)
        {
            return Known(head);
        }

        return Vendinger.Asked(Identitet.Plain(text.Trim(' ', '*', '_', ':', '?'))) is { } asked ? Of(asked.Rolle, asked.Art) : null;
    }

    /// <summary>"Indsatsområde 1": an opener's word and its number, and nothing more.</summary>
    internal bool IsBareOpener(string text) =>
        Numbered().Match(text) is { Success: true } m
        && Aabnere.SelectMany(a => a.Ord).Contains(m.Groups["word"].Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>"Mål: Kortere ventetid" → the label, and the words after it; null where no label stands before ":".</summary>
    internal (Felt Felt, string Words)? Labelled(string text) =>
        Before().Match(text) is { Success: true } m && Find(m.Groups["label"].Value) is { } felt
            ? (felt, m.Groups["words"].Value.Trim())
            : null;

    /// <summary>Whether a line is one of a cover's.</summary>
    internal bool IsCover(string text) =>
        Skabelon.Find(Forside, null, Before().Match(text) is { Success: true } m ? m.Groups["label"].Value : text) is not null;

    /// <summary>"Mål og resultatkrav", "Oversigt over mål": a heading that only says what stands under it.</summary>
    internal bool IsMadeOfLabels(string heading) =>
        Parts()
            .Split(Whose().Replace(Year().Replace(heading, ""), ""))
            .Where(p => p.Trim().Length > 0)
            .All(p => Find(p.Trim()) is not null || Section(p.Trim()) is not null || IsOverview(p));

    /// <summary>"Handleplan": in a point a label, but over points only what the page is.</summary>
    internal static bool IsOverview(string heading) => Overview().IsMatch(heading);

    /// <summary>The section that a heading names; its year, and "vores" before it, do not matter.</summary>
    internal Afsnitsord? Section(string heading)
    {
        _sections ??= Afsnit
            .SelectMany(a => a.Overskrifter.Select(o => (Plain: Bare(o), Afsnit: a)))
            .GroupBy(p => p.Plain, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Afsnit, StringComparer.Ordinal);
        return heading.Length > 60 ? null
            : _sections.TryGetValue(Bare(Year().Replace(heading, "")), out var found) ? found
            // "Dialog og opfølgning": what else it is about, it is how the agreement is followed.
            : heading.Split(" og ").Select(p => _sections.GetValueOrDefault(Bare(p))).FirstOrDefault(s => s is { Rolle: "opfoelgning" });
    }

    /// <summary>"Mål 1.2: Kortere ventetid" → the kind that its word makes it, its number, and its title.</summary>
    internal (NodeKind Kind, string? Number, string Title)? Opener(string text)
    {
        _openers ??= [.. Aabnere.SelectMany(a => a.Ord.Select(o => (o, a.Slags))).OrderByDescending(o => o.o.Length)];
        // "2 Tema: Idræt" is "Tema 2: Idræt".
        if (NumberFirst().Match(text) is { Success: true } first && Opener(first.Groups["rest"].Value) is { Number: null } opener)
        {
            return opener with { Number = first.Groups["n"].Value };
        }

        foreach (var (word, kind) in _openers)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && Rest().Match(text[word.Length..]) is { Success: true } m)
            {
                var number = m.Groups["n"].Success ? m.Groups["n"].Value.TrimEnd('.') : null;
                var title = m.Groups["title"].Value.Trim();
                return number is null && !m.Groups["sep"].Success ? null : (kind, number, title);
            }
        }

        return null;
    }

    private static readonly char[] Around = [' ', '*', '_', ':'];

    private static string Bare(string text)
    {
        var plain = Identitet.Plain(Number().Replace(text.Trim(Around), ""));
        return Own().Replace(Parenthesis().Replace(plain, ""), "").Trim();
    }

    private Dictionary<string, Felt> Index(Func<Felt, IEnumerable<string>> names, Func<string, string> key) =>
        Etiketter
            .SelectMany(f => names(f).Select(n => (Key: key(n), Felt: f)))
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Felt, StringComparer.Ordinal);

    /// <summary>"Mål for børnene", "Ansvarlig for indsatsen": what a label says of itself, in words that name nobody.</summary>
    [GeneratedRegex(@"\A(?<label>\p{L}+)\s+for\s+(?:de\s+\p{Ll}+|\p{Ll}+(?:en|et|ne)):?\z", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(
        @"\A(?<word>\p{L}[\p{L} ]*?)\s+(?:nr\.?\s*)?(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[A-H])[.:]?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();

    private static string Stems(string text) => string.Join(' ', Soegeord.Split(text));

    [GeneratedRegex(@"\A\(?[0-9]{1,3}(?:\.[0-9]{1,2})*[.):]?\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(?<n>[0-9]{1,3}(?:\.[0-9]{1,2})*)[.)]?\s+(?<rest>\p{L}.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberFirst();

    [GeneratedRegex(
        @"\A(?<label>(?:\(?[0-9]{1,2}[.)]\s*)?[^:.?]{2,50}?)\s*(?::\s*|\?\s+|\s[–—]\s)(?<words>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Before();

    [GeneratedRegex(@"\s*\([^)]*\)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    /// <summary>An appendix: what its rows and lists say is said of points that stand elsewhere.</summary>
    internal static bool IsAppendix(string heading) => Appendix().IsMatch(heading);

    [GeneratedRegex(@"\A\s*bilag(?:\s+[0-9A-ZÆØÅ]{1,2})?\s*(?:[.:–—-]\s*.*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Appendix();

    /// <summary>"Centrenes bidrag", "Kontraktens tre indsatser": whose, and how many.</summary>
    [GeneratedRegex(
        @"\A\s*(?:\p{L}+(?:ens|ets|nes)\s+)?(?:(?:de|alle|vores)\s+)?(?:(?:to|tre|fire|fem|seks|syv|otte|ni|ti)\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Whose();

    [GeneratedRegex(@"\s+(?:og|samt|for|over|i)\s+|\s*[,/&]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"\A\s*(?:oversigt|overblik|skema|skemaet|effektkæden?|effektkæder|målhierarki(?:et)?|handleplan|handlingsplan"
            + @"|bilag(?:\s+\S{1,2})?|plan|resultatmål|aftalen|året|(?:19|20)[0-9]{2})\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Overview();

    [GeneratedRegex(
        @"\A(?:vores|de|det|den|aftalens|enhedens|centrets|årets|planens|kontraktens|politikkens|strategiens)\s+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Own();

    [GeneratedRegex(
        @"\s+(?:måned\s+for\s+måned|kvartal\s+for\s+kvartal|år\s+for\s+år)\s*\z"
            + @"|\s+(?:for|i)\s+(?:(?:19|20)[0-9]{2}(?:\s?[-–/]\s?[0-9]{2,4})?|perioden|aftaleperioden)\s*\z|\s+(?:19"
            + @"|20)[0-9]{2}(?:\s?[-–/]\s?[0-9]{2,4})?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"\A\s*(?:nr\.?\s*|#\s*)?(?<n>[0-9]{1,3}(?:\.[0-9]{1,2})*\.?|[A-H](?=[\s:–-])|[A-H]\.(?=\s))?"
            + @"\s*(?<sep>[:–—-])?\s*(?<title>\p{L}.*|[»""].*)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Rest();
}

/// <param name="Slags">The kind of point that a heading beginning with one of the words opens.</param>
public sealed record Aabnerord(NodeKind Slags, IReadOnlyList<string> Ord);

/// <param name="Rolle">The role of what stands under such a heading; <c>ramme</c> gives field values of the agreement.</param>
public sealed record Afsnitsord(string Rolle, IReadOnlyList<string> Overskrifter, string? Art = null);

namespace Effektkaeder.Diagram.Svg;

/// <summary>One colour with one meaning, in light and in dark.</summary>
internal sealed record Token(string Light, string Dark)
{
    public string In(bool dark) => dark ? Dark : Light;
}

/// <summary>A ground with its border, and the letters on it.</summary>
/// <param name="Name">The class that wears it.</param>
internal sealed record Surface(string Name, Token Fill, Token Edge, Token Ink);

/// <summary>
/// Every colour of every picture, named by what it means. A test holds them to WCAG's contrast in both lights, and keeps those that
/// stand beside one another apart for eyes that see all colours and for the three kinds that do not (protan, deutan, tritan), by
/// CIEDE2000; consequences and changes are apart in grey too, by lightness or by their sign. Edges were found by search over that.
/// </summary>
internal static class Tokens
{
    public static readonly Token Ground = new("#ffffff", "#16181b"),
        Lane = new("#f6f7f8", "#1e2125"),
        LaneOdd = new("#eef1f3", "#24282d"),
        LaneEdge = new("#d5d9dd", "#3a3f45"),
        Ink = new("#1b1b1b", "#f0f0f0"),
        Quiet = new("#4a4a4a", "#c4c8cc");

    /// <summary>Lines: said by the words, paired by a form only, a coupling, a way of an impact, and what merely belongs to.</summary>
    public static readonly Token Hierarchy = new("#75818e", "#8d99a5"),
        Weak = new("#75818e", "#8590a0"),
        Coupling = new("#a8005c", "#ff7dbd"),
        CouplingWord = new("#8f004e", "#ff9ccd"),
        Way = new("#1b1b1b", "#ffffff"),
        Aside = new("#6b7785", "#9aa4ae");

    /// <summary>An axis of time.</summary>
    public static readonly Token Quarter = new("#d5d9dd", "#3a3f45"),
        Year = new("#9aa4ae", "#6d7883"),
        Today = new("#c2180c", "#ff6b5e"),
        Conflict = new("#c2180c", "#ff8a7f");

    public static readonly IReadOnlyList<Surface> Kinds =
    [
        Kind("politik", "#e9e7f6", "#170443", "#2a2248", "#996afd"),
        Kind("vision", "#f3e8f2", "#771488", "#3a2438", "#b658a5"),
        Kind("politisk-maal", "#e3eef9", "#367fd0", "#1b3147", "#7bace2"),
        Kind("indsats", "#dff3ec", "#2c6257", "#153a30", "#05996b"),
        Kind("bidrag", "#fbf0d4", "#5f4a0a", "#3d3115", "#eac923"),
        Kind("effekt", "#fbe5dc", "#cb6b3c", "#432517", "#fa470d"),
        Kind("indikator", "#d9eef0", "#0a3033", "#123a3f", "#7ee4f2"),
    ];

    /// <summary>What has no colour of its own.</summary>
    public static readonly Surface Other = Kind("other", "#eeeeee", "#5a5a5a", "#2e3033", "#b0b4ba");

    /// <summary>What ties a centre to others, told in a box.</summary>
    public static readonly Surface Tie = Kind("kobling", "#fdeaf3", "#a8005c", "#3a1529", "#ff7dbd");

    /// <summary>From the gravest to the lightest: in grey each is lighter (in dark: darker) than the one before.</summary>
    public static readonly IReadOnlyList<Surface> Consequences =
    [
        Consequence("m-dropped", "#1c1c1c", "#000000", "#ffffff", "#f2f2f2", "#ffffff", "#1b1b1b"),
        Consequence("m-changed", "#1d3f7a", "#12294f", "#ffffff", "#a9c9f7", "#d5e5fc", "#1b1b1b"),
        Consequence("m-lost", "#bf3626", "#7d1d12", "#ffffff", "#f0705c", "#ffa093", "#1b1b1b"),
        Consequence("m-weakened", "#e39a4b", "#8a5110", "#1b1b1b", "#aa5f10", "#e0944a", "#ffffff"),
        Consequence("m-delayed", "#f3d56b", "#7d6410", "#1b1b1b", "#524200", "#c9a83a", "#ffffff"),
        Consequence("m-touched", "#f4f7fa", "#5d6b7a", "#1b1b1b", "#20262d", "#93a1b0", "#f0f0f0"),
    ];

    /// <summary>What became of a thing from one revision to another; each has a sign too (<see cref="Badges"/>).</summary>
    public static readonly IReadOnlyList<Surface> Changes =
    [
        Change("m-added", "#00694e", "#2fc493"),
        Change("m-removed", "#a33c00", "#f2945a"),
        Change("m-edited", "#5b3fa8", "#a58bff"),
        Change("m-moved", "#0e1f3a", "#d8e6f5"),
    ];

    /// <summary>Kinds of time; each has a shape too (<see cref="TimeMarks"/>).</summary>
    public static readonly IReadOnlyList<Surface> Times =
    [
        Time("frist", "#341c1f", "#d8336c"),
        Time("milepael", "#0a3a9c", "#3f95f7"),
        Time("opfoelgning", "#3b8a74", "#71f3d0"),
        Time("rapportering", "#8b5d08", "#e2b308"),
    ];

    /// <summary>Cells of a table of counts, the fewest first.</summary>
    public static readonly IReadOnlyList<Surface> Counts =
    [
        Count("q1", "#fdeaf3", "#3a1529"),
        Count("q2", "#f9d3e5", "#571c3c"),
        Count("q3", "#f3b6d3", "#742450"),
        Count("q4", "#eb95bf", "#8f2d63"),
    ];

    private static Surface Kind(string name, string light, string lightEdge, string dark, string darkEdge) =>
        new(name, new(light, dark), new(lightEdge, darkEdge), Ink);

    private static Surface Consequence(string name, string light, string lightEdge, string ink, string dark, string edge, string darkInk) =>
        new(name, new(light, dark), new(lightEdge, edge), new(ink, darkInk));

    /// <summary>The sign lies on the ground of its own colour.</summary>
    private static Surface Change(string name, string light, string dark) => new(name, new(light, dark), new(light, dark), Ground);

    private static Surface Time(string name, string light, string dark) => new(name, Other.Fill, new(light, dark), Ink);

    private static Surface Count(string name, string light, string dark) => new(name, new(light, dark), Coupling, Ink);
}

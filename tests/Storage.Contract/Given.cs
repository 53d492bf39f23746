using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Contract;

/// <summary>Small graphs for the suites.</summary>
internal static class Given
{
    public const string Aftale = "by/aftale/maalaftale-2026-center";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static RevisionNote Note(string summary = "En ændring") => new(Noon, "åse", "import", "aftaler/æble.md", summary);

    public static ChangeSet Changes(
        long baseRevision,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges,
        IReadOnlyList<string> removeNodes,
        IReadOnlyList<string> removeEdges
    ) => new(baseRevision, Note(), nodes, edges, removeNodes, removeEdges);

    public static Indhold Says(string titel, string? tekst = null) => new(titel, tekst ?? titel);

    public static Node Node(
        NodeKind kind,
        string slug,
        Indhold indhold,
        string kommune = "by",
        string aftale = Aftale,
        string? center = null
    ) => Domain.Node.Of($"{kommune}/{kind.Info().Slug}/{slug}", kind, kommune, [Statement(aftale, indhold, center)]);

    public static Node Node(NodeKind kind, string titel) => Node(kind, Slug.Of(titel), Says(titel));

    public static Udsagn Statement(string aftale, Indhold indhold, string? center = null) =>
        new(
            aftale,
            new DateOnly(2026, 1, 15),
            center,
            indhold,
            [
                new(
                    "Mål",
                    "Andet",
                    "Flere børn i trivsel",
                    Feltstatus.Vaerdi,
                    new("aftale.md", 4, "Flere  børn i trivsel", "Mål", "to mellemrum er ét"),
                    [new("x dato", Feltstatus.Pladsholder)]
                ),
            ],
            [new("aftale.md", 3, "Ordret: „æøå“ <b>&amp;</b> 'x' \"y\" \\ \n linje")]
        );

    public static Edge Edge(EdgeType type, Node from, Node to, KoblingArt? art = null, string aftale = Aftale, double tillid = 1) =>
        Domain.Edge.Of(
            type,
            from.Key,
            to.Key,
            art,
            [
                new(
                    aftale,
                    new DateOnly(2026, 1, 15),
                    null,
                    from.Key,
                    type.IsHierarchy() ? Grund.Tekst : null,
                    tillid,
                    null,
                    [new("aftale.md", 7, "kobler til")]
                ),
            ]
        );

    public static Tidsudtryk Time(string text, DateOnly? from, DateOnly? to) => new(text, from, to, Praecision.Dag);

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);
}

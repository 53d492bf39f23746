using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Domain;

namespace Effektkaeder.Synthesis;

/// <summary>What a generated document should become: what an importer is scored against.</summary>
/// <param name="Nodes">Kind and whole text of every node of the chain, each once.</param>
/// <param name="Edges">Upper and lower text of every hierarchy edge between them.</param>
/// <param name="Koblinger">The effort, and the effort of another centre that it names.</param>
/// <param name="Betingede">Those of <paramref name="Koblinger"/> that await a decision.</param>
/// <param name="Love">The contribution or effort, and the paragraph that it rests on.</param>
/// <param name="FoerMilepael">Contributions that are followed up before what was to be tried is over.</param>
/// <param name="Antal">How many nodes there are of each kind around the chain.</param>
/// <param name="Felter">How many fields of points and tables stand in each state.</param>
/// <param name="Maalinger">Indicators that stand at a measurement.</param>
public sealed record Facit(
    IReadOnlyList<(NodeKind Kind, string Tekst)> Nodes,
    IReadOnlyList<(string Over, string Under)> Edges,
    IReadOnlyList<(string Fra, string Til)> Koblinger,
    IReadOnlyList<(string Fra, string Til)> Betingede,
    IReadOnlyList<(string Fra, string Til)> Love,
    int FoerMilepael,
    IReadOnlyDictionary<NodeKind, int> Antal,
    IReadOnlyDictionary<Feltstatus, int> Felter,
    int Maalinger
)
{
    /// <summary>The kinds that are counted; the chain's are named one by one.</summary>
    internal static readonly IReadOnlyList<NodeKind> Talte =
    [
        NodeKind.Maalgruppe,
        NodeKind.Milepael,
        NodeKind.Opfoelgning,
        NodeKind.Risiko,
        NodeKind.Dokumentation,
        NodeKind.Maaling,
    ];

    private static readonly JsonWriterOptions Laeselig = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Facit Of(SyntetiskAftale aftale)
    {
        var (noder, kanter) = (new HashSet<(NodeKind, string)>(), new HashSet<(string, string)>());
        foreach (var indsats in aftale.Indsatser)
        {
            var navn = aftale.ErMaalaftale ? $"{indsats.Navn}: {indsats.Saetning}" : indsats.Navn;
            string[] maal = aftale.ErMaalaftale ? [$"{aftale.Politik[..^3]}, {aftale.Omraade}"] : [.. indsats.Maal];
            Over(NodeKind.PolitiskMaal, maal, NodeKind.Indsats, [navn]);
            // The development agreement has one effect a point, and its indicators together.
            foreach (
                var bidrag in aftale.ErMaalaftale
                    ? indsats.Bidrag
                    : [indsats.Bidrag[0] with { Effekter = [indsats.Bidrag[0].Effekter[0]], Indikatorer = Indikatorer(indsats) }]
            )
            {
                string[] titler = aftale.ErMaalaftale ? [bidrag.Titel] : [.. indsats.Bidrag.Select(b => b.Titel)];
                Over(NodeKind.Indsats, [navn], NodeKind.Bidrag, titler);
                Over(NodeKind.Bidrag, titler, NodeKind.Effekt, bidrag.Effekter);
                Over(NodeKind.Effekt, bidrag.Effekter, NodeKind.Indikator, bidrag.Indikatorer);
            }
        }
        return new(
            [.. noder.Order()],
            [.. kanter.Order()],
            Koblinger(i => i.Koblet is not null),
            Koblinger(i => i.Betinget),
            [
                .. (
                    aftale.ErMaalaftale
                        ? aftale.Indsatser.SelectMany(i => i.Bidrag).Select(b => (b.Titel, b.Lov))
                        : aftale.Indsatser.Select(i => (Titel: i.Navn, i.Lov))
                )
                    .Where(l => l.Lov is not null)
                    .Select(l => (Plain(l.Titel), l.Lov!.Titel))
                    .Distinct()
                    .Order(),
            ],
            aftale.ErMaalaftale
                ? aftale.Indsatser.SelectMany(i => i.Bidrag).Count(b => Sidst(b.Opfoelgning) < Sidst(b.Milepaele[^1].Tid))
                : 0,
            aftale.ErMaalaftale ? AntalIMaalaftale(aftale) : AntalIUdviklingsaftale(aftale),
            (
                aftale.ErMaalaftale
                    ? aftale.Indsatser.SelectMany(i => i.Bidrag.SelectMany(_ => FelterITabel(i)))
                    : aftale.Indsatser.SelectMany(FelterIPunkt)
            )
                .CountBy(s => s)
                .OrderBy(s => s.Key)
                .ToDictionary(s => s.Key, s => s.Value),
            aftale.ErMaalaftale ? 0 : aftale.Indsatser.Count(i => !i.Is(Skaevheder.IngenBaseline))
        );

        IReadOnlyList<(string, string)> Koblinger(Func<SyntetiskIndsats, bool> which) =>
            aftale.ErMaalaftale
                ? []
                : [.. aftale.Indsatser.Where(which).Select(i => (Plain(i.Navn), Plain(i.Koblet!.Value.Indsats))).Distinct().Order()];

        void Over(NodeKind upperKind, IReadOnlyList<string> upper, NodeKind lowerKind, IReadOnlyList<string> lower)
        {
            foreach (var u in upper)
            {
                noder.Add((upperKind, Plain(u)));
                foreach (var l in lower)
                {
                    noder.Add((lowerKind, Plain(l)));
                    kanter.Add((Plain(u), Plain(l)));
                }
            }
        }
    }

    /// <summary>A point's indicators, each once; the first stands at the baseline, where there is one.</summary>
    internal static IReadOnlyList<string> Indikatorer(SyntetiskIndsats indsats)
    {
        var alle = indsats.Bidrag.SelectMany(b => b.Indikatorer).Distinct(StringComparer.Ordinal).ToList();
        return indsats.Is(Skaevheder.IngenBaseline) ? alle : [Dokumenter.MedBaseline(alle[0]), .. alle.Skip(1)];
    }

    /// <summary>The quarter of its year that a date is in: what is invented is dated by a quarter or a month.</summary>
    private static int Sidst(string tid) => tid.Contains("kvartal", StringComparison.Ordinal) ? tid[0] - '0' : 0;

    /// <summary>Texts are compared as identities are: case, spaces and final punctuation do not matter.</summary>
    public static string Plain(string text) => Identitet.Plain(text);

    /// <summary>As JSON, to stand beside the document.</summary>
    public void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, Laeselig);
        json.WriteStartObject();
        Par("noder", Nodes.Select(n => (n.Kind.Info().Code, n.Tekst)), "slags", "tekst");
        Par("kanter", Edges, "over", "under");
        Par("koblinger", Koblinger, "fra", "til");
        Par("betingede", Betingede, "fra", "til");
        Par("love", Love, "fra", "til");
        json.WriteNumber("opfoelgningFoerMilepael", FoerMilepael);
        Tal("antal", Antal.Select(a => (a.Key.Info().Code, a.Value)));
        Tal("felter", Felter.Select(f => (f.Key.ToString().ToLowerInvariant(), f.Value)));
        json.WriteNumber("indikatorerMedMaaling", Maalinger);
        json.WriteEndObject();

        void Par(string name, IEnumerable<(string, string)> pairs, string first, string second)
        {
            json.WriteStartArray(name);
            foreach (var (a, b) in pairs)
            {
                json.WriteStartObject();
                json.WriteString(first, a);
                json.WriteString(second, b);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        void Tal(string name, IEnumerable<(string Name, int Value)> numbers)
        {
            json.WriteStartObject(name);
            foreach (var (n, value) in numbers)
            {
                json.WriteNumber(n, value);
            }

            json.WriteEndObject();
        }
    }

    private static Dictionary<NodeKind, int> AntalIUdviklingsaftale(SyntetiskAftale aftale) =>
        Optalt(
            maalgrupper: aftale.Indsatser.Count(i => !i.Is(Skaevheder.TomMaalgruppe)),
            milepaele: aftale.Indsatser.Count(i => !i.Is(Skaevheder.DatoMangler)),
            opfoelgninger: 0,
            risici: 0,
            dokumentation: aftale.Indsatser.Where(i => !i.Is(Skaevheder.DokumentationHenviser)).Sum(i => Indikatorer(i).Count),
            maalinger: aftale.Indsatser.Count
        );

    private static Dictionary<NodeKind, int> AntalIMaalaftale(SyntetiskAftale aftale)
    {
        var bidrag = aftale.Indsatser.Sum(i => i.Bidrag.Count);
        return Optalt(
            aftale.Indsatser.Where(i => !i.Is(Skaevheder.TomMaalgruppe)).Sum(i => i.Bidrag.Count),
            2 * bidrag,
            2 * bidrag + (aftale.Opfoelgning is null ? 0 : 1),
            bidrag,
            0,
            0
        );
    }

    private static Dictionary<NodeKind, int> Optalt(
        int maalgrupper,
        int milepaele,
        int opfoelgninger,
        int risici,
        int dokumentation,
        int maalinger
    ) => Talte.Zip([maalgrupper, milepaele, opfoelgninger, risici, dokumentation, maalinger]).ToDictionary(t => t.First, t => t.Second);

    private static IEnumerable<Feltstatus> FelterIPunkt(SyntetiskIndsats i) =>
        [
            i.Is(Skaevheder.TomMaalgruppe) ? Feltstatus.Tom : Feltstatus.Vaerdi,
            i.Is(Skaevheder.DatoMangler) ? Feltstatus.Pladsholder : Feltstatus.Vaerdi,
            i.Koblet is null ? Feltstatus.Ingen : Feltstatus.Vaerdi,
            i.Is(Skaevheder.IngenBaseline) ? Feltstatus.Ingen
            : i.Maaling is null ? Feltstatus.Planlagt
            : Feltstatus.Vaerdi,
            i.Is(Skaevheder.DokumentationHenviser) ? Feltstatus.Henvisning : Feltstatus.Vaerdi,
            .. Enumerable.Repeat(Feltstatus.Vaerdi, i.Is(Skaevheder.FeltMangler) ? 6 : 7),
        ];

    private static IEnumerable<Feltstatus> FelterITabel(SyntetiskIndsats i) =>
        [
            i.Is(Skaevheder.TomMaalgruppe) ? Feltstatus.Tom : Feltstatus.Vaerdi,
            .. Enumerable.Repeat(Feltstatus.Vaerdi, i.Is(Skaevheder.FeltMangler) ? 13 : 14),
        ];
}

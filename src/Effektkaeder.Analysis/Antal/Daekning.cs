using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Antal;

/// <summary>What shows that an effect is reached: each list is empty where nothing does. Nodes are read when they are looked at.</summary>
public sealed class Daekningsraekke
{
    private readonly Udsnit _udsnit;
    private readonly int _effekt;
    private readonly int[] _indikatorer,
        _baselines,
        _dokumentation,
        _opfoelgninger;

    internal Daekningsraekke(Udsnit udsnit, int effekt, int[] indikatorer, int[] baselines, int[] dokumentation, int[] opfoelgninger)
    {
        (_udsnit, _effekt) = (udsnit, effekt);
        (_indikatorer, _baselines, _dokumentation, _opfoelgninger) = (indikatorer, baselines, dokumentation, opfoelgninger);
    }

    public Node Effekt => _udsnit.Nodes[_effekt];

    /// <summary>Those whose words say that they measure it: standing in the same table does not.</summary>
    public IReadOnlyList<Node> Indikatorer => Nodes(_indikatorer);

    /// <summary>Of it, its indicators, or the efforts it comes of; a plan for one counts, "ingen" does not.</summary>
    public IReadOnlyList<Node> Baselines => Nodes(_baselines);

    /// <summary>Of its indicators, or of the efforts.</summary>
    public IReadOnlyList<Node> Dokumentation => Nodes(_dokumentation);

    /// <summary>Of it, or of the efforts.</summary>
    public IReadOnlyList<Node> Opfoelgninger => Nodes(_opfoelgninger);

    public bool HarIndikator => _indikatorer.Length > 0;

    public bool HarBaseline => _baselines.Length > 0;

    public bool HarDokumentation => _dokumentation.Length > 0;

    public bool HarOpfoelgning => _opfoelgninger.Length > 0;

    public bool Fuldt => HarIndikator && HarBaseline && HarDokumentation && HarOpfoelgning;

    private Node[] Nodes(int[] numbers) => Array.ConvertAll(numbers, n => _udsnit.Nodes[n]);
}

/// <summary>How many effects of some have each.</summary>
/// <param name="Noegle">What they have in common: a centre's or a municipality's key; empty for none.</param>
public sealed record Daekningstal(
    string Noegle,
    string Navn,
    int Antal,
    int MedIndikator,
    int MedBaseline,
    int MedDokumentation,
    int MedOpfoelgning,
    int Fuldt
)
{
    internal static Daekningstal Of(string key, string name, IReadOnlyList<Daekningsraekke> rows) =>
        new(
            key,
            name,
            rows.Count,
            rows.Count(r => r.HarIndikator),
            rows.Count(r => r.HarBaseline),
            rows.Count(r => r.HarDokumentation),
            rows.Count(r => r.HarOpfoelgning),
            rows.Count(r => r.Fuldt)
        );
}

/// <summary>The coverage of effects: effect by indicator, baseline, documentation and follow-up.</summary>
public sealed record Daekning(Daekningstal IAlt, IReadOnlyList<Daekningsraekke> Raekker, IReadOnlyList<Daekningstal> Grupper)
{
    /// <param name="effekter">The effects that are asked about, by number, rising.</param>
    /// <param name="efter">What the sums are by: the centre or the municipality.</param>
    public static Daekning Of(Udsnit udsnit, IEnumerable<int> effekter, Inddeling efter, Pace? pace = null)
    {
        var inddeler = new Inddeler(udsnit);
        var (rows, groups) = (new List<Daekningsraekke>(), new SortedDictionary<string, List<Daekningsraekke>>(StringComparer.Ordinal));
        foreach (var effekt in effekter)
        {
            pace?.Step();
            var row = Row(udsnit, effekt);
            rows.Add(row);
            foreach (var key in inddeler.Keys(effekt, efter))
            {
                if (!groups.TryGetValue(key, out var group))
                {
                    groups[key] = group = [];
                }

                group.Add(row);
            }
        }

        var name = inddeler.Navne(groups.Keys, efter);
        return new(Daekningstal.Of("", "i alt", rows), rows, [.. groups.Select(g => Daekningstal.Of(g.Key, name(g.Key), g.Value))]);
    }

    private static Daekningsraekke Row(Udsnit udsnit, int effekt)
    {
        var measured = new List<int>();
        foreach (var edge in udsnit.Out(effekt))
        {
            if (udsnit.TypeOf(edge) == EdgeType.MaalesPaa && udsnit.GrundOf(edge) == Grund.Tekst)
            {
                measured.Add(udsnit.To(edge));
            }
        }

        List<int> carriers =
        [
            effekt,
            .. Slaegt.Above(udsnit, [effekt]).Where(n => udsnit.KindOf(n) is NodeKind.Bidrag or NodeKind.Indsats),
        ];
        return new(
            udsnit,
            effekt,
            [.. measured],
            [.. At([.. measured, .. carriers], EdgeType.HarMaaling).Where(n => IsBaseline(udsnit.Nodes[n]))],
            [.. At([.. measured, .. carriers], EdgeType.DokumenteresVed)],
            [.. At(carriers, EdgeType.FoelgesOp)]
        );

        // Nodes are numbered in key order.
        SortedSet<int> At(List<int> owners, EdgeType type) => [.. owners.SelectMany(owner => udsnit.Targets(owner, type))];
    }

    private static bool IsBaseline(Node maaling) => maaling.Indhold.Art == "baseline" && maaling.Indhold[Egenskaber.Tilstand] != "ingen";
}

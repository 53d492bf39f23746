using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Antal;

/// <summary>What shows that an effect is reached: each list is empty where nothing does.</summary>
/// <param name="Indikatorer">Those whose words say that they measure it: standing in the same table does not.</param>
/// <param name="Baselines">Of it, its indicators, or the efforts it comes of; a plan for one counts, "ingen" does not.</param>
/// <param name="Dokumentation">Of its indicators, or of the efforts.</param>
/// <param name="Opfoelgninger">Of it, or of the efforts.</param>
public sealed record Daekningsraekke(
    Node Effekt,
    IReadOnlyList<Node> Indikatorer,
    IReadOnlyList<Node> Baselines,
    IReadOnlyList<Node> Dokumentation,
    IReadOnlyList<Node> Opfoelgninger
)
{
    public bool Fuldt => Indikatorer.Count > 0 && Baselines.Count > 0 && Dokumentation.Count > 0 && Opfoelgninger.Count > 0;
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
            rows.Count(r => r.Indikatorer.Count > 0),
            rows.Count(r => r.Baselines.Count > 0),
            rows.Count(r => r.Dokumentation.Count > 0),
            rows.Count(r => r.Opfoelgninger.Count > 0),
            rows.Count(r => r.Fuldt)
        );
}

/// <summary>The coverage of effects: effect by indicator, baseline, documentation and follow-up.</summary>
public sealed record Daekning(Daekningstal IAlt, IReadOnlyList<Daekningsraekke> Raekker, IReadOnlyList<Daekningstal> Grupper)
{
    /// <param name="effekter">The effects that are asked about.</param>
    /// <param name="efter">What the sums are by: the centre or the municipality.</param>
    public static Daekning Of(Udsnit udsnit, IEnumerable<Node> effekter, Inddeling efter)
    {
        var inddeler = new Inddeler(udsnit);
        var rows = effekter.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Row(udsnit, e)).ToList();
        var groups = rows.SelectMany(row => inddeler.Keys(row.Effekt, efter).Select(key => (Key: key, Row: row)))
            .GroupBy(p => p.Key, p => p.Row, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var name = inddeler.Navne(groups.Select(g => g.Key), efter);
        return new(Daekningstal.Of("", "i alt", rows), rows, [.. groups.Select(g => Daekningstal.Of(g.Key, name(g.Key), [.. g]))]);
    }

    private static Daekningsraekke Row(Udsnit udsnit, Node effekt)
    {
        var measured = udsnit
            .EdgesOf(effekt.Key)
            .Where(e => e.Type == EdgeType.MaalesPaa && e.From == effekt.Key && e.Grund == Grund.Tekst)
            .Select(e => udsnit.Find(e.To)!)
            .ToList();
        List<Node> carriers = [effekt, .. Slaegt.Above(udsnit, [effekt]).Where(n => n.Kind is NodeKind.Bidrag or NodeKind.Indsats)];
        return new(
            effekt,
            measured,
            [.. At([.. measured, .. carriers], EdgeType.HarMaaling).Where(IsBaseline)],
            At([.. measured, .. carriers], EdgeType.DokumenteresVed),
            At(carriers, EdgeType.FoelgesOp)
        );

        List<Node> At(List<Node> owners, EdgeType type) =>
            [.. owners.SelectMany(n => udsnit.Targets(n.Key, type)).DistinctBy(n => n.Key).OrderBy(n => n.Key, StringComparer.Ordinal)];
    }

    private static bool IsBaseline(Node maaling) => maaling.Indhold.Art == "baseline" && maaling.Indhold[Egenskaber.Tilstand] != "ingen";
}

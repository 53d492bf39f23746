using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;

namespace Effektkaeder.Web.Lists;

/// <summary>What the pages about an impact call things.</summary>
internal static class ImpactWords
{
    /// <summary>The changes that are offered, in the form that addresses have.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Kinds =
    [
        ("bortfalder", "bortfalder"),
        ("aendres", "ændres"),
        ("udskydes:P1M", "udskydes 1 måned"),
        ("udskydes:P3M", "udskydes 1 kvartal"),
        ("udskydes:P6M", "udskydes ½ år"),
        ("udskydes:P1Y", "udskydes 1 år"),
    ];

    /// <param name="form">As <see cref="Aendringsform.Write"/> gives it.</param>
    public static string Of(string form) => Kinds.FirstOrDefault(k => k.Value == form).Text ?? Aendringsform.Read("", form).Ord;

    public static string Title(IReadOnlyList<(Aendring Change, Node Node)> changes) =>
        changes switch
        {
            [] => "Påvirkning",
            [var (change, node)] => $"Hvad rammes, hvis »{node.Titel}« {Of(Aendringsform.Write(change))}?",
            _ => $"Hvad rammes af {changes.Count} ændringer?",
        };

    public static string Of(Konsekvens konsekvens) =>
        konsekvens switch
        {
            Konsekvens.MisterGrundlag => "Mister grundlag",
            Konsekvens.MisterAnsvarlig => "Mister ansvarlig",
            Konsekvens.Svaekkes => "Svækkes",
            Konsekvens.Forsinkes => "Forsinkes",
            _ => "Berøres",
        };

    /// <summary>What surrounds what is touched, where there is any.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Node> Nodes)> Inside(Indeni indeni) =>
        new[]
        {
            ("Milepæle og frister", indeni.Milepaele),
            ("Opfølgninger", indeni.Opfoelgninger),
            ("Dokumentation", indeni.Dokumentation),
            ("Målinger", indeni.Maalinger),
        }.Where(p => p.Item2.Count > 0);
}

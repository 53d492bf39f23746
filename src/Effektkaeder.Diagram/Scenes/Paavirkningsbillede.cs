using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>An impact: what is changed, what falls, and what is touched, marked by consequence, with the shortest paths traced.</summary>
internal static class Paavirkningsbillede
{
    private const int MostNodes = 400;

    /// <summary>What is literally said is at least this certain.</summary>
    private const double Sikker = 0.75;

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static Picture Of(Udsnit udsnit, Paavirkningssvar svar, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        foreach (var node in svar.Bortfaldne) scene.Add(node, mark: "m-dropped", note: "bortfalder");
        foreach (var (node, aendring) in svar.Aendrede) scene.Add(node, mark: "m-changed", note: aendring.Art == AendringArt.Udskydes ? $"udskydes {Varighed(aendring.Varighed!)}" : "ændres");
        foreach (var beroert in svar.Beroerte.Take(MostNodes)) scene.Add(beroert.Node, Note(beroert), Mark(beroert.Konsekvens) + Sikkerhed(beroert.Tillid));
        foreach (var dato in svar.Datoer)
            if (udsnit.Find(dato.Node.Key) is { } owner && owner.Kind is NodeKind.Milepael or NodeKind.Opfoelgning) AddDate(scene, dato);
        scene.AddEdges(couplings: false);
        foreach (var edge in svar.Beroerte.Take(MostNodes).SelectMany(b => b.Stier[0].Kanter).DistinctBy(e => e.Key))
            scene.Add(edge, edge.Type == EdgeType.KoblerTil ? "coupling path" : "path");

        var names = string.Join(", ", svar.Aendrede.Select(a => $"»{a.Node.Titel}« {Verb(a.Aendring.Art)}"));
        var counts = string.Join(", ", svar.Beroerte.GroupBy(b => b.Konsekvens).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Navn(g.Key)}"));
        return scene.Build($"Påvirkning: {names}", $"{svar.Bortfaldne.Count} led falder; {(counts.Length > 0 ? counts : "intet andet røres")}.",
            [.. Marks(svar)], Math.Max(0, svar.Beroerte.Count - MostNodes), revision);
    }

    private static void AddDate(SceneBuilder scene, Datoaendring dato)
    {
        var owner = scene.Udsnit.Sources(dato.Node.Key, dato.Node.Kind == NodeKind.Milepael ? EdgeType.HarMilepael : EdgeType.FoelgesOp).FirstOrDefault(n => scene.Has(n.Key));
        if (owner is null) return;
        var note = dato.Aarsag == Datoaarsag.Flyttet ? $"{dato.Foer.Tekst} → {dato.Efter.Tekst}" : $"konflikt: {dato.Foer.Tekst}";
        scene.Add(new Box(dato.Node.Key, dato.Node.Kind.Info().Slug, SceneBuilder.Column(owner) + 2, scene.Baner.Of(owner), SceneBuilder.Upper(dato.Node.Kind.Info().Navn),
            dato.Node.Titel, $"{dato.Node.Titel}. {dato.Forklaring}", note, "m-delayed", dato.Node.Key));
        scene.Add(new Line($"dato {owner.Key} {dato.Node.Key}", owner.Key, dato.Node.Key, "aside", true, dato.Forklaring));
    }

    private static string Note(Beroert beroert) => beroert.Konsekvens switch
    {
        Konsekvens.Svaekkes => $"{Navn(beroert.Konsekvens)} {beroert.Tab.ToString("P0", Danish)}",
        _ => Navn(beroert.Konsekvens) + (beroert.Tillid < 1 ? $", tillid {beroert.Tillid.ToString("0.##", Danish)}" : ""),
    };

    private static string Mark(Konsekvens konsekvens) => konsekvens switch
    {
        Konsekvens.MisterGrundlag => "m-lost", Konsekvens.Svaekkes => "m-weakened", Konsekvens.Forsinkes => "m-delayed", _ => "m-touched",
    };

    /// <summary>The less certain a consequence, the fainter its box.</summary>
    private static string Sikkerhed(double tillid) => tillid >= Sikker ? "" : tillid >= Tillid.Udledt ? " c-mid" : " c-low";

    private static string Navn(Konsekvens konsekvens) => konsekvens switch
    {
        Konsekvens.MisterGrundlag => "mister grundlag", Konsekvens.Svaekkes => "svækkes", Konsekvens.Forsinkes => "forsinkes", _ => "berøres",
    };

    private static string Verb(AendringArt art) => art switch
    {
        AendringArt.Bortfalder => "bortfalder", AendringArt.Udskydes => "udskydes", _ => "ændres",
    };

    private static string Varighed(Domain.Tid.Varighed varighed) => string.Join(", ", new[]
    {
        (varighed.Aar, "år", "år"), (varighed.Maaneder, "måned", "måneder"), (varighed.Uger, "uge", "uger"), (varighed.Dage, "dag", "dage"),
    }.Where(p => p.Item1 > 0).Select(p => $"{p.Item1} {(p.Item1 == 1 ? p.Item2 : p.Item3)}").DefaultIfEmpty("0 dage"));

    private static IEnumerable<LegendEntry> Marks(Paavirkningssvar svar)
    {
        if (svar.Bortfaldne.Count > 0) yield return new("other", false, "Bortfalder", "m-dropped");
        if (svar.Aendrede.Any(a => a.Aendring.Art != AendringArt.Bortfalder)) yield return new("other", false, "Ændres eller udskydes", "m-changed");
        foreach (var konsekvens in svar.Beroerte.Select(b => b.Konsekvens).Distinct().Order())
            yield return new("other", false, SceneBuilder.Upper(Navn(konsekvens)), Mark(konsekvens));
        if (svar.Beroerte.Any(b => b.Tillid is >= Tillid.Udledt and < Sikker)) yield return new("other", false, "Mindre sikkert (tillid under 0,75)", "c-mid");
        if (svar.Beroerte.Any(b => b.Tillid < Tillid.Udledt)) yield return new("other", false, "Usikkert (tillid under 0,5)", "c-low");
        if (svar.Datoer.Count > 0 && svar.Beroerte.All(b => b.Konsekvens != Konsekvens.Forsinkes)) yield return new("other", false, "Dato flyttes eller er i konflikt", Mark(Konsekvens.Forsinkes));
    }
}

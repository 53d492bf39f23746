using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>An impact: what is changed, what falls, and what is touched, marked by consequence, with the shortest paths traced.</summary>
internal static class Paavirkningsbillede
{
    private const int MostNodes = 80;

    /// <summary>What is literally said is at least this certain.</summary>
    private const double Sikker = 0.75;

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static Picture Of(Udsnit udsnit, Paavirkningssvar svar, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        if (Paavirkningscentre.Touched(scene, svar) > Oversigt.MostLanes)
        {
            return Paavirkningscentre.Of(scene, svar, revision);
        }

        var fallen = AddFallen(scene, svar);
        foreach (var (node, aendring) in svar.Aendrede)
        {
            scene.Add(
                node,
                mark: "m-changed",
                note: aendring.Art == AendringArt.Udskydes ? $"udskydes {Varighed(aendring.Varighed!)}" : "ændres"
            );
        }

        var (shown, bunches) = Fold(svar.Beroerte, scene);
        foreach (var beroert in shown)
        {
            scene.Add(beroert.Node, Note(beroert), Mark(beroert.Konsekvens) + Sikkerhed(beroert.Tillid));
        }

        foreach (var bunch in bunches)
        {
            AddBunch(scene, bunch);
        }

        foreach (var dato in svar.Datoer)
        {
            if (udsnit.Find(dato.Node.Key) is { } owner && owner.Kind is NodeKind.Milepael or NodeKind.Opfoelgning)
            {
                AddDate(scene, dato);
            }
        }

        scene.AddEdges(couplings: false);
        foreach (var edge in shown.SelectMany(b => b.Stier[0].Edges).DistinctBy(e => e.Key))
        {
            scene.Add(edge, edge.Type == EdgeType.KoblerTil ? "coupling path" : "path");
        }

        return scene.Build(Title(svar), Description(svar), [.. Marks(svar)], fallen + svar.Beroerte.Count - shown.Count, revision);
    }

    /// <summary>Everything changed by name, or counted where that would be a list and no title.</summary>
    internal static string Title(Paavirkningssvar svar) =>
        "Påvirkning: "
        + string.Join(
            ", ",
            svar.Aendrede.GroupBy(a => a.Aendring.Art)
                .SelectMany(g =>
                    g.Count() > 3
                        ? [$"{Foldning.Count(g.Select(a => a.Node))} {Verb(g.Key)}"]
                        : g.Select(a => $"»{a.Node.Titel}« {Verb(g.Key)}")
                )
        );

    internal static string Description(Paavirkningssvar svar)
    {
        var counts = string.Join(
            ", ",
            svar.Beroerte.GroupBy(b => b.Konsekvens).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Navn(g.Key)}")
        );
        var onlyNamed = counts.Length == 0 && svar.Aendrede.All(a => a.Node.Henvist);
        return $"{svar.Bortfaldne.Count} led falder; {(counts.Length > 0 ? counts : "intet andet røres")}."
            + (
                onlyNamed
                    ? " Det er kun nævnt, og intet i de indlæste aftaler bygger på det. Indlæs den aftale, det står i, for at se, "
                        + "hvad det rører."
                    : ""
            );
    }

    /// <summary>
    /// What meets the same fate below the same node folds into one box, the deepest levels first, until the rest can be read;
    /// if nothing helps, all that meets the same fate in one centre.
    /// </summary>
    private static (IReadOnlyList<Beroert> Shown, IReadOnlyList<Bundt> Bunches) Fold(IReadOnlyList<Beroert> all, SceneBuilder scene)
    {
        if (all.Count <= MostNodes)
        {
            return (all, []);
        }

        var least = all.Min(b => b.Node.Level ?? 0);
        var deepest = Enumerable.Range(least, 6 - least).LastOrDefault(l => all.Count(b => (b.Node.Level ?? 0) <= l) <= MostNodes, -1);
        List<Beroert> shown = [.. all.Where(b => (b.Node.Level ?? 0) <= deepest)];
        var keys = shown.Select(b => b.Node.Key).ToHashSet(StringComparer.Ordinal);
        var bunches = all.Where(b => !keys.Contains(b.Node.Key))
            .GroupBy(b => (Via: Via(b), b.Konsekvens, Lane: scene.Baner.Of(b.Node)))
            .Select(g => new Bundt(g.Key.Via, g.Key.Lane, [.. g]));
        return (shown, [.. bunches]);

        // Where the path leaves what is shown.
        string? Via(Beroert beroert) =>
            deepest < 0 ? null : beroert.Stier[0].Nodes.Select(n => n.Key).LastOrDefault(k => keys.Contains(k) || scene.Has(k));
    }

    private sealed record Bundt(string? Via, string Lane, IReadOnlyList<Beroert> Led);

    /// <summary>"+12 indikatorer": all of them meet the same fate.</summary>
    private static void AddBunch(SceneBuilder scene, Bundt bunch)
    {
        var first = bunch.Led.MinBy(b => b.Node.Level ?? 9)!;
        var id = $"flere {bunch.Via} {bunch.Lane} {first.Konsekvens}";
        scene.Add(
            new Box(
                id,
                first.Node.Kind.Info().Slug,
                SceneBuilder.Column(first.Node),
                bunch.Lane,
                null,
                "+" + Foldning.Count(bunch.Led.Select(b => b.Node)),
                string.Join("; ", bunch.Led.Select(b => b.Node.Titel)),
                Navn(first.Konsekvens),
                Mark(first.Konsekvens) + Sikkerhed(bunch.Led.Min(b => b.Tillid))
            )
        );
        if (bunch.Via is null)
        {
            return;
        }

        var direct = bunch.Led.Any(b => b.Direkthed == Direkthed.Hierarki);
        scene.Add(
            new Line(
                $"vej {id}",
                bunch.Via,
                id,
                direct ? "path" : "coupling path",
                !direct,
                $"{scene.Udsnit.Find(bunch.Via)!.Titel}: {bunch.Led.Count} led, som {Navn(first.Konsekvens)}"
            )
        );
    }

    /// <summary>Too many fallen: those that were asked about stay, the others are counted in their centre.</summary>
    private static int AddFallen(SceneBuilder scene, Paavirkningssvar svar)
    {
        var asked = svar.Aendrede.Select(a => a.Node.Key).ToHashSet(StringComparer.Ordinal);
        var shown = svar.Bortfaldne.Count <= MostNodes ? svar.Bortfaldne : [.. svar.Bortfaldne.Where(n => asked.Contains(n.Key))];
        foreach (var node in shown)
        {
            scene.Add(node, mark: "m-dropped", note: "bortfalder");
        }

        foreach (var lane in svar.Bortfaldne.Except(shown).GroupBy(scene.Baner.Of, StringComparer.Ordinal))
        {
            scene.Add(
                new Box(
                    $"faldne {lane.Key}",
                    "other",
                    SceneBuilder.Column(lane.MinBy(n => n.Level ?? 9)!),
                    lane.Key,
                    null,
                    "+" + Foldning.Count(lane),
                    string.Join("; ", lane.Select(n => n.Titel)),
                    "bortfalder",
                    "m-dropped"
                )
            );
        }

        return svar.Bortfaldne.Count - shown.Count;
    }

    private static void AddDate(SceneBuilder scene, Datoaendring dato)
    {
        var owner = scene
            .Udsnit.Sources(dato.Node.Key, dato.Node.Kind == NodeKind.Milepael ? EdgeType.HarMilepael : EdgeType.FoelgesOp)
            .FirstOrDefault(n => scene.Has(n.Key));
        if (owner is null)
        {
            return;
        }

        var note = dato.Aarsag == Datoaarsag.Flyttet ? $"{dato.Foer.Tekst} → {dato.Efter.Tekst}" : $"konflikt: {dato.Foer.Tekst}";
        scene.Add(
            new Box(
                dato.Node.Key,
                dato.Node.Kind.Info().Slug,
                SceneBuilder.Column(owner) + 2,
                scene.Baner.Of(owner),
                SceneBuilder.Upper(dato.Node.Kind.Info().Navn),
                dato.Node.Titel,
                $"{dato.Node.Titel}. {dato.Forklaring}",
                note,
                "m-delayed",
                dato.Node.Key
            )
        );
        scene.Add(new Line($"dato {owner.Key} {dato.Node.Key}", owner.Key, dato.Node.Key, "aside", true, dato.Forklaring));
    }

    private static string Note(Beroert beroert) =>
        beroert.Konsekvens switch
        {
            Konsekvens.Svaekkes => $"{Navn(beroert.Konsekvens)} {beroert.Tab.ToString("P0", Danish)}",
            _ => Navn(beroert.Konsekvens) + (beroert.Tillid < 1 ? $", tillid {beroert.Tillid.ToString("0.##", Danish)}" : ""),
        };

    internal static string Mark(Konsekvens konsekvens) =>
        konsekvens switch
        {
            Konsekvens.MisterGrundlag => "m-lost",
            Konsekvens.Svaekkes => "m-weakened",
            Konsekvens.Forsinkes => "m-delayed",
            _ => "m-touched",
        };

    /// <summary>The less certain a consequence, the fainter its box.</summary>
    internal static string Sikkerhed(double tillid) =>
        tillid >= Sikker ? ""
        : tillid >= Tillid.Udledt ? " c-mid"
        : " c-low";

    internal static string Navn(Konsekvens konsekvens) =>
        konsekvens switch
        {
            Konsekvens.MisterGrundlag => "mister grundlag",
            Konsekvens.Svaekkes => "svækkes",
            Konsekvens.Forsinkes => "forsinkes",
            _ => "berøres",
        };

    internal static string Verb(AendringArt art) =>
        art switch
        {
            AendringArt.Bortfalder => "bortfalder",
            AendringArt.Udskydes => "udskydes",
            _ => "ændres",
        };

    private static string Varighed(Domain.Tid.Varighed varighed) =>
        string.Join(
            ", ",
            new[]
            {
                (varighed.Aar, "år", "år"),
                (varighed.Maaneder, "måned", "måneder"),
                (varighed.Uger, "uge", "uger"),
                (varighed.Dage, "dag", "dage"),
            }
                .Where(p => p.Item1 > 0)
                .Select(p => $"{p.Item1} {(p.Item1 == 1 ? p.Item2 : p.Item3)}")
                .DefaultIfEmpty("0 dage")
        );

    internal static IEnumerable<LegendEntry> Marks(Paavirkningssvar svar)
    {
        if (svar.Bortfaldne.Count > 0)
        {
            yield return new("other", false, "Bortfalder", "m-dropped");
        }

        if (svar.Aendrede.Any(a => a.Aendring.Art != AendringArt.Bortfalder))
        {
            yield return new("other", false, "Ændres eller udskydes", "m-changed");
        }

        foreach (var konsekvens in svar.Beroerte.Select(b => b.Konsekvens).Distinct().Order())
        {
            yield return new("other", false, SceneBuilder.Upper(Navn(konsekvens)), Mark(konsekvens));
        }

        if (svar.Beroerte.Any(b => b.Tillid is >= Tillid.Udledt and < Sikker))
        {
            yield return new("other", false, "Mindre sikkert (tillid under 0,75)", "c-mid");
        }

        if (svar.Beroerte.Any(b => b.Tillid < Tillid.Udledt))
        {
            yield return new("other", false, "Usikkert (tillid under 0,5)", "c-low");
        }

        if (svar.Datoer.Count > 0 && svar.Beroerte.All(b => b.Konsekvens != Konsekvens.Forsinkes))
        {
            yield return new("other", false, "Dato flyttes eller er i konflikt", Mark(Konsekvens.Forsinkes));
        }
    }
}

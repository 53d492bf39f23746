using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>What a changed, postponed or dropped node touches, by which path, and what loses its only justification.</summary>
public static class Paavirkningsanalyse
{
    /// <param name="udsnit">Holds the changed nodes and all that a walk from them may reach, with the parents of those.</param>
    /// <exception cref="ArgumentException">A changed node is not in the selection.</exception>
    public static Paavirkningssvar Judge(
        Udsnit udsnit,
        IReadOnlyList<Aendring> aendringer,
        Paavirkningsvalg valg,
        CancellationToken ct = default
    )
    {
        var pace = new Pace(ct);
        var changed = aendringer
            .Select(a =>
                (Node: udsnit.Find(a.Key) ?? throw new ArgumentException($"Unknown node {a.Key}", nameof(aendringer)), Aendring: a)
            )
            .ToList();
        var dropped = Bortfald.Of(udsnit, aendringer.Where(a => a.Art == AendringArt.Bortfalder).Select(a => a.Key));
        var support = Grundlag.After(udsnit, [.. dropped.Select(k => udsnit.IndexOf(k)!.Value)]);
        var dates = new Udskydelse(udsnit, aendringer, dropped).Datoer();
        var delayed = Delayed(udsnit, dates);

        var sources = changed
            .Select(c => c.Node.Key)
            .Concat(dropped)
            .Distinct(StringComparer.Ordinal)
            .Select(k => udsnit.IndexOf(k)!.Value)
            .Order()
            .ToList();
        var touched = Walks(udsnit, valg, sources, pace)
            .Select(t => Judge(t, support.GetValueOrDefault(udsnit.IndexOf(t.Node.Key)!.Value, 1), delayed))
            .OrderBy(t => t.Konsekvens)
            .ThenBy(t => t.Node.Kind.LevelOrder())
            .ThenBy(t => t.Afstand)
            .ThenBy(t => t.Node.Key, StringComparer.Ordinal)
            .ToList();

        var fallen = dropped.Select(k => udsnit.Find(k)!).OrderBy(n => n.Level ?? -1).ThenBy(n => n.Key, StringComparer.Ordinal).ToList();
        var inside = Gruppering.Inside(udsnit, [.. sources.Select(s => udsnit.Nodes[s]), .. touched.Select(t => t.Node)]);
        return new(
            changed,
            fallen,
            touched,
            dates,
            inside,
            Gruppering.ByNiveau(touched),
            Gruppering.ByCenter(udsnit, touched),
            Gruppering.ByAftale(udsnit, touched),
            Gruppering.ByAnsvarlig(udsnit, touched)
        );
    }

    /// <summary>Both ways are two walks, each of which keeps its direction: what lies beside is reached by neither.</summary>
    private static IEnumerable<Beroert> Walks(Udsnit udsnit, Paavirkningsvalg valg, IReadOnlyCollection<int> sources, Pace pace)
    {
        var ways = valg.Retning switch
        {
            Retning.Ned => new[] { true },
            Retning.Op => [false],
            _ => [true, false],
        };
        return ways.SelectMany(down => Walk(udsnit, valg, sources, down, pace))
            .GroupBy(t => t.Node.Key, StringComparer.Ordinal)
            .Select(Merge);
    }

    private static IEnumerable<Beroert> Walk(Udsnit udsnit, Paavirkningsvalg valg, IReadOnlyCollection<int> sources, bool down, Pace pace)
    {
        var walk = new Vandring(udsnit, valg, down, pace).Walk(sources);
        foreach (var states in walk)
        {
            if (states.Min(s => s.Reached.Distance) == 0)
            {
                continue;
            }

            var paths = Stisporing.Shortest(udsnit, walk, states.Key, valg.AlleStier, pace);
            yield return new(
                udsnit.Nodes[states.Key],
                paths[0].Edges.Count,
                paths,
                [.. paths[0].Edges.Select(e => e.Type).Distinct().Order()],
                states.Any(s => s.State.Hierarchy) ? Direkthed.Hierarki : Direkthed.Kobling,
                states.Max(s => s.Reached.Tillid),
                Konsekvens.Beroeres,
                1
            );
        }
    }

    private static Beroert Merge(IEnumerable<Beroert> same)
    {
        var all = same.OrderBy(t => t.Afstand).ToList();
        return all[0] with { Direkthed = all.Min(t => t.Direkthed), Tillid = all.Max(t => t.Tillid) };
    }

    /// <param name="left">The support that the node keeps.</param>
    private static Beroert Judge(Beroert touched, double left, HashSet<string> delayed) =>
        touched with
        {
            Grundlag = left,
            Konsekvens =
                left <= 0 ? Konsekvens.MisterGrundlag
                : left < 1 ? Konsekvens.Svaekkes
                : delayed.Contains(touched.Node.Key) ? Konsekvens.Forsinkes
                : Konsekvens.Beroeres,
        };

    /// <summary>The nodes that own a date that moves or is in conflict.</summary>
    private static HashSet<string> Delayed(Udsnit udsnit, IReadOnlyList<Datoaendring> dates) =>
        [
            .. dates
                .Select(d => d.Node.Key)
                .Concat(
                    dates
                        .SelectMany(d =>
                            udsnit.Sources(d.Node.Key, EdgeType.HarMilepael).Concat(udsnit.Sources(d.Node.Key, EdgeType.FoelgesOp))
                        )
                        .Select(n => n.Key)
                ),
        ];
}

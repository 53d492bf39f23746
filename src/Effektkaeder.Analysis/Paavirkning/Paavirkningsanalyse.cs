using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>What a changed, postponed or dropped node touches, by which path, and what loses its only justification.</summary>
public static class Paavirkningsanalyse
{
    /// <param name="udsnit">Holds the changed nodes and all that a walk from them may reach, with the parents of those.</param>
    /// <param name="angivet">The keys of what each agreement states, for those that fall; without it every node is looked at.</param>
    /// <exception cref="ArgumentException">A changed node is not in the selection.</exception>
    public static Paavirkningssvar Judge(
        Udsnit udsnit,
        IReadOnlyList<Aendring> aendringer,
        Paavirkningsvalg valg,
        CancellationToken ct = default,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? angivet = null
    )
    {
        var pace = new Pace(ct);
        aendringer = [.. aendringer.Select(a => Udskydelsesdag.Measured(udsnit, a))];
        var changed = aendringer
            .Select(a =>
                (Node: udsnit.Find(a.Key) ?? throw new ArgumentException($"Unknown node {a.Key}", nameof(aendringer)), Aendring: a)
            )
            .ToList();
        var dropped = Bortfald.Of(udsnit, aendringer.Where(a => a.Art == AendringArt.Bortfalder).Select(a => a.Key), angivet);
        var support = Grundlag.After(udsnit, [.. dropped.Select(k => udsnit.IndexOf(k)!.Value)]);
        var dates = new Udskydelse(udsnit, aendringer, dropped).Datoer();
        var delayed = Delayed(udsnit, dates);
        var ansvar = new Ansvar(udsnit, aendringer, valg);
        var fortaelling = new Fortaelling(udsnit, changed, dates);

        var kilder = Kilder.Of(udsnit, [.. changed.Select(c => c.Node.Key)], dropped);
        var sources = kilder.Alle.Order().ToList();
        var isSource = sources.ToHashSet();
        var touched = new List<(int Number, Beroert Beroert)>();
        foreach (
            var (node, found) in Merged(Walks(udsnit, valg, kilder, pace).Concat(ansvar.Beroerte.Where(b => !isSource.Contains(b.Number))))
                .Concat(Undermined(udsnit, kilder, dropped, support, valg, pace))
        )
        {
            var left = support.GetValueOrDefault(node, 1);
            touched.Add(
                (node, found with { Grundlag = left, Konsekvens = After(found.Node, left, ansvar, delayed), Fortaelling = fortaelling })
            );
        }

        touched.Sort(Gravest);
        var fallen = dropped.Select(k => udsnit.Find(k)!).OrderBy(n => n.Level ?? -1).ThenBy(n => n.Key, StringComparer.Ordinal).ToList();
        return new(changed, fallen, touched.ConvertAll(t => t.Beroert), dates)
        {
            Udsnit = udsnit,
            Alle = [.. sources, .. touched.Select(t => t.Number)],
        };
    }

    /// <summary>By consequence, level, distance and key; nodes are numbered in key order.</summary>
    private static int Gravest((int Number, Beroert Beroert) a, (int Number, Beroert Beroert) b) =>
        ((int)a.Beroert.Konsekvens, a.Beroert.Node.Kind.LevelOrder(), a.Beroert.Afstand, a.Number).CompareTo(
            ((int)b.Beroert.Konsekvens, b.Beroert.Node.Kind.LevelOrder(), b.Beroert.Afstand, b.Number)
        );

    /// <summary>Both ways are two walks, each of which keeps its direction: what lies beside is reached by neither.</summary>
    private static IEnumerable<(int Number, Beroert Beroert)> Walks(Udsnit udsnit, Paavirkningsvalg valg, Kilder kilder, Pace pace)
    {
        var ways = valg.Retning switch
        {
            Retning.Ned => new[] { true },
            Retning.Op => [false],
            _ => [true, false],
        };
        return ways.SelectMany(down => Walk(udsnit, valg, kilder, down, pace));
    }

    /// <summary>
    /// The nodes of the change set that stay, and lose ground through another change of it: reached down the hierarchy from what falls.
    /// </summary>
    private static IEnumerable<(int Number, Beroert Beroert)> Undermined(
        Udsnit udsnit,
        Kilder kilder,
        HashSet<string> dropped,
        Dictionary<int, double> support,
        Paavirkningsvalg valg,
        Pace pace
    )
    {
        var own = kilder.Foerst.Where(n => !dropped.Contains(udsnit.Nodes[n].Key) && support.GetValueOrDefault(n, 1) < 1).ToHashSet();
        if (own.Count == 0)
        {
            return [];
        }

        var falling = kilder with { Foerst = [.. kilder.Foerst.Where(n => dropped.Contains(udsnit.Nodes[n].Key))] };
        return Walk(udsnit, new(Koblingshop: 0, AlleStier: valg.AlleStier), falling, down: true, pace).Where(t => own.Contains(t.Number));
    }

    private static IEnumerable<(int Number, Beroert Beroert)> Walk(
        Udsnit udsnit,
        Paavirkningsvalg valg,
        Kilder kilder,
        bool down,
        Pace pace
    )
    {
        var walk = new Vandring(udsnit, valg, down, pace).Walk(kilder);
        var sources = kilder.Alle.ToHashSet();
        foreach (var states in walk)
        {
            if (sources.Contains(states.Key))
            {
                continue;
            }

            var distance = states.Min(s => s.Distance);
            Vandring.Reached[] nearest = [.. states.Where(s => s.Distance == distance)];
            yield return (
                states.Key,
                new(
                    udsnit.Nodes[states.Key],
                    distance,
                    // All the ways to a node are many, and looked for while whoever asks may still call it off.
                    valg.AlleStier
                        ? Stisporing.All(udsnit, nearest, pace)
                        : new(() => Stisporing.First(udsnit, nearest)),
                    states.Any(s => s.State.Hierarchy) ? Direkthed.Hierarki : Direkthed.Kobling,
                    states.Max(s => s.Tillid),
                    Konsekvens.Beroeres,
                    1
                )
            );
        }
    }

    /// <summary>Each node once, by the shortest of the ways that it was come to.</summary>
    private static IEnumerable<(int Number, Beroert Beroert)> Merged(IEnumerable<(int Number, Beroert Beroert)> touched)
    {
        var merged = new OrderedDictionary<int, Beroert>();
        foreach (var (node, again) in touched)
        {
            if (!merged.TryGetValue(node, out var known))
            {
                merged[node] = again;
                continue;
            }

            merged[node] = (again.Afstand < known.Afstand ? again : known) with
            {
                Direkthed = known.Direkthed < again.Direkthed ? known.Direkthed : again.Direkthed,
                Tillid = Math.Max(known.Tillid, again.Tillid),
            };
        }

        return merged.Select(m => (m.Key, m.Value));
    }

    /// <param name="left">The support that the node keeps.</param>
    private static Konsekvens After(Node node, double left, Ansvar ansvar, HashSet<string> delayed) =>
        left <= 0 ? Konsekvens.MisterGrundlag
        : left < 1 ? Konsekvens.Svaekkes
        : ansvar.IsLost(node) ? Konsekvens.MisterAnsvarlig
        : delayed.Contains(node.Key) ? Konsekvens.Forsinkes
        : Konsekvens.Beroeres;

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

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
        aendringer = [.. aendringer.Select(a => Udskydelsesdag.Measured(udsnit, a))];
        var changed = aendringer
            .Select(a =>
                (Node: udsnit.Find(a.Key) ?? throw new ArgumentException($"Unknown node {a.Key}", nameof(aendringer)), Aendring: a)
            )
            .ToList();
        var dropped = Bortfald.Of(udsnit, aendringer.Where(a => a.Art == AendringArt.Bortfalder).Select(a => a.Key));
        var support = Grundlag.After(udsnit, [.. dropped.Select(k => udsnit.IndexOf(k)!.Value)]);
        var dates = new Udskydelse(udsnit, aendringer, dropped).Datoer();
        var delayed = Delayed(udsnit, dates);
        var ansvar = new Ansvar(udsnit, aendringer, valg);
        var fortaelling = new Fortaelling(udsnit, changed, dates);

        var kilder = Kilder.Of(udsnit, [.. changed.Select(c => c.Node.Key)], dropped);
        var sources = kilder.Alle.Order().ToList();
        var isSource = sources.Select(s => udsnit.Nodes[s].Key).ToHashSet(StringComparer.Ordinal);
        var touched = Walks(udsnit, valg, kilder, pace)
            .Concat(ansvar.Beroerte.Where(b => !isSource.Contains(b.Node.Key)))
            .GroupBy(t => t.Node.Key, StringComparer.Ordinal)
            .Select(Merge)
            .Concat(Undermined(udsnit, kilder, dropped, support, valg, pace))
            .Select(t =>
                Judge(t, support.GetValueOrDefault(udsnit.IndexOf(t.Node.Key)!.Value, 1), ansvar, delayed) with
                {
                    Fortaelling = fortaelling,
                }
            )
            .OrderBy(t => t.Konsekvens)
            .ThenBy(t => t.Node.Kind.LevelOrder())
            .ThenBy(t => t.Afstand)
            .ThenBy(t => t.Node.Key, StringComparer.Ordinal)
            .ToList();

        var fallen = dropped.Select(k => udsnit.Find(k)!).OrderBy(n => n.Level ?? -1).ThenBy(n => n.Key, StringComparer.Ordinal).ToList();
        var inside = Gruppering.Inside(udsnit, [.. sources.Select(s => udsnit.Nodes[s]), .. touched.Select(t => t.Node)]);
        return new(changed, fallen, touched, dates, inside) { Udsnit = udsnit };
    }

    /// <summary>Both ways are two walks, each of which keeps its direction: what lies beside is reached by neither.</summary>
    private static IEnumerable<Beroert> Walks(Udsnit udsnit, Paavirkningsvalg valg, Kilder kilder, Pace pace)
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
    private static IEnumerable<Beroert> Undermined(
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
        return Walk(udsnit, new(Koblingshop: 0, AlleStier: valg.AlleStier), falling, down: true, pace)
            .Where(t => own.Contains(udsnit.IndexOf(t.Node.Key)!.Value));
    }

    private static IEnumerable<Beroert> Walk(Udsnit udsnit, Paavirkningsvalg valg, Kilder kilder, bool down, Pace pace)
    {
        var walk = new Vandring(udsnit, valg, down, pace).Walk(kilder);
        var sources = kilder.Alle.ToHashSet();
        foreach (var states in walk)
        {
            if (sources.Contains(states.Key))
            {
                continue;
            }

            var (paths, isCut) = Stisporing.Shortest(udsnit, walk, states.Key, valg.AlleStier, pace);
            yield return new(
                udsnit.Nodes[states.Key],
                paths[0].Edges.Count,
                paths,
                [.. paths[0].Edges.Select(e => e.Type).Distinct().Order()],
                states.Any(s => s.State.Hierarchy) ? Direkthed.Hierarki : Direkthed.Kobling,
                states.Max(s => s.Reached.Tillid),
                Konsekvens.Beroeres,
                1
            )
            {
                StierAfkortet = isCut,
            };
        }
    }

    private static Beroert Merge(IEnumerable<Beroert> same)
    {
        var all = same.OrderBy(t => t.Afstand).ToList();
        return all[0] with { Direkthed = all.Min(t => t.Direkthed), Tillid = all.Max(t => t.Tillid) };
    }

    /// <param name="left">The support that the node keeps.</param>
    private static Beroert Judge(Beroert touched, double left, Ansvar ansvar, HashSet<string> delayed) =>
        touched with
        {
            Grundlag = left,
            Konsekvens =
                left <= 0 ? Konsekvens.MisterGrundlag
                : left < 1 ? Konsekvens.Svaekkes
                : ansvar.IsLost(touched.Node) ? Konsekvens.MisterAnsvarlig
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

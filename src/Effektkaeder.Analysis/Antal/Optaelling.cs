using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Antal;

/// <summary>One of the things that a group has in common.</summary>
/// <param name="Noegle">A kind's code, a node's key, a year; empty for none.</param>
/// <param name="Navn">For people.</param>
public sealed record Gruppenoegle(Inddeling Efter, string Noegle, string Navn);

/// <summary>Nodes that have all of the keys in common; a node is read where it is looked at.</summary>
/// <param name="nodes">By their numbers in <paramref name="udsnit"/>.</param>
/// <param name="timed">Those that may have a time.</param>
/// <param name="all">How many were counted in all.</param>
public sealed class Antalsgruppe(
    Udsnit udsnit,
    IReadOnlyList<Gruppenoegle> noegler,
    IReadOnlyList<int> nodes,
    Func<int, bool> timed,
    int all
)
{
    public IReadOnlyList<Gruppenoegle> Noegler => noegler;

    public int Antal => nodes.Count;

    /// <summary>Their part of all that were counted, 0-1; a node of two groups is counted in both.</summary>
    public double Andel => (double)nodes.Count / all;

    public IEnumerable<Node> Nodes => nodes.Select(n => udsnit.Nodes[n]);

    /// <summary>The first day of any of their times; null where none has a day.</summary>
    public DateOnly? FoersteDag => Tider.Min(t => t.Fra ?? t.Til);

    /// <summary>The last day of any of their times.</summary>
    public DateOnly? SidsteDag => Tider.Max(t => t.Til ?? t.Fra);

    /// <summary>The numbers that their measurements give; null where none is a number.</summary>
    public Maaltal? Maaltal =>
        Effektkaeder.Analysis.Antal.Maaltal.Of(
            nodes
                .Where(n => udsnit.KindOf(n) == NodeKind.Maaling)
                .Select(n => Talord.Only(udsnit.Nodes[n].Indhold[Egenskaber.Vaerdi]))
                .OfType<double>()
        );

    private IEnumerable<Tidsudtryk> Tider => nodes.Where(timed).SelectMany(n => udsnit.Nodes[n].Indhold.Tider);
}

/// <summary>What numbers come to.</summary>
public sealed record Maaltal(int Antal, double Mindste, double Stoerste, double Sum, double Gennemsnit)
{
    /// <summary>Null where there are none.</summary>
    public static Maaltal? Of(IEnumerable<double> numbers) =>
        numbers.ToList() is { Count: > 0 } all ? new(all.Count, all.Min(), all.Max(), all.Sum(), all.Average()) : null;
}

/// <summary>What groups are ordered by.</summary>
public enum Gruppeorden
{
    Antal,
    Navn,
    Noegle,
    FoersteDag,
    SidsteDag,
    Mindste,
    Stoerste,
    Sum,
    Gennemsnit,
}

/// <summary>Nodes counted by what they have in common.</summary>
/// <param name="Total">All that were counted, each once.</param>
public sealed record Optaelling(int Total, IReadOnlyList<Antalsgruppe> Grupper)
{
    private static readonly IComparer<IComparable?> Values = Comparer<IComparable?>.Create(
        (a, b) => a is string text ? string.CompareOrdinal(text, b as string) : a?.CompareTo(b) ?? 0
    );

    /// <summary>The largest group first, then by keys.</summary>
    /// <param name="udsnit">Where the nodes stand: it names what they have in common.</param>
    /// <param name="nodes">By number.</param>
    /// <param name="efter">One for rows, several for a cross of them; none for one group of all.</param>
    /// <param name="timed">Which may have a time; without it any may.</param>
    public static Optaelling Of(
        Udsnit udsnit,
        IReadOnlyList<int> nodes,
        IReadOnlyList<Inddeling> efter,
        Func<int, bool>? timed = null,
        Pace? pace = null
    )
    {
        var inddeler = new Inddeler(udsnit);
        var groups = new Dictionary<string, (IReadOnlyList<string> Keys, List<int> Nodes)>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            pace?.Step();
            foreach (var keys in Cross(efter.Select(by => inddeler.Keys(node, by))))
            {
                var together = string.Join('\n', keys);
                if (!groups.TryGetValue(together, out var group))
                {
                    groups[together] = group = (keys, []);
                }

                group.Nodes.Add(node);
            }
        }

        var names = efter.Select((by, i) => inddeler.Navne(groups.Values.Select(g => g.Keys[i]), by)).ToList();
        return new(
            nodes.Count,
            [
                .. groups
                    .OrderByDescending(g => g.Value.Nodes.Count)
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new Antalsgruppe(
                        udsnit,
                        [.. efter.Select((by, i) => new Gruppenoegle(by, g.Value.Keys[i], names[i](g.Value.Keys[i])))],
                        g.Value.Nodes,
                        timed ?? (_ => true),
                        nodes.Count
                    )),
            ]
        );
    }

    /// <summary>In another order; what has no such value comes last whichever way. Ties keep their order.</summary>
    public Optaelling Ordered(IEnumerable<(Gruppeorden Efter, bool Faldende)> orden)
    {
        var ordered = Grupper.OrderBy(_ => 0);
        foreach (var (by, descending) in orden)
        {
            var values = Grupper.ToDictionary(g => g, g => Value(g, by));
            ordered = ordered.ThenBy(g => values[g] is null);
            ordered = descending ? ordered.ThenByDescending(g => values[g], Values) : ordered.ThenBy(g => values[g], Values);
        }

        return this with
        {
            Grupper = [.. ordered],
        };
    }

    private static IComparable? Value(Antalsgruppe group, Gruppeorden by) =>
        by switch
        {
            Gruppeorden.Antal => group.Antal,
            Gruppeorden.Navn => string.Join('\n', group.Noegler.Select(k => Domain.Tekst.SortKey.Of(k.Navn))),
            Gruppeorden.Noegle => string.Join('\n', group.Noegler.Select(k => k.Noegle)),
            Gruppeorden.FoersteDag => group.FoersteDag,
            Gruppeorden.SidsteDag => group.SidsteDag,
            Gruppeorden.Mindste => group.Maaltal?.Mindste,
            Gruppeorden.Stoerste => group.Maaltal?.Stoerste,
            Gruppeorden.Sum => group.Maaltal?.Sum,
            _ => group.Maaltal?.Gennemsnit,
        };

    private static IEnumerable<IReadOnlyList<string>> Cross(IEnumerable<IReadOnlyList<string>> parts)
    {
        var all = parts.ToArray();
        // Nearly every node belongs to one group.
        return Array.TrueForAll(all, part => part.Count == 1)
            ? [Array.ConvertAll(all, part => part[0])]
            : all.Aggregate<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>>(
                [
                    [],
                ],
                (crossed, part) => crossed.SelectMany(before => part.Select(key => (IReadOnlyList<string>)[.. before, key]))
            );
    }
}

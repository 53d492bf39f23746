using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Antal;

/// <summary>One of the things that a group has in common.</summary>
/// <param name="Noegle">A kind's code, a node's key, a year; empty for none.</param>
/// <param name="Navn">For people.</param>
public sealed record Gruppenoegle(Inddeling Efter, string Noegle, string Navn);

/// <summary>Nodes that have all of the keys in common.</summary>
/// <param name="Andel">Their part of all that were counted, 0-1; a node of two groups is counted in both.</param>
public sealed record Antalsgruppe(IReadOnlyList<Gruppenoegle> Noegler, IReadOnlyList<Node> Nodes, double Andel)
{
    public int Antal => Nodes.Count;

    /// <summary>The first day of any of their times; null where none has a day.</summary>
    public DateOnly? FoersteDag => Nodes.SelectMany(n => n.Indhold.Tider).Min(t => t.Fra ?? t.Til);

    /// <summary>The last day of any of their times.</summary>
    public DateOnly? SidsteDag => Nodes.SelectMany(n => n.Indhold.Tider).Max(t => t.Til ?? t.Fra);

    /// <summary>The numbers that their measurements give; null where none is a number.</summary>
    public Maaltal? Maaltal =>
        Effektkaeder.Analysis.Antal.Maaltal.Of(Nodes.Select(n => Talord.Only(n.Indhold[Egenskaber.Vaerdi])).OfType<double>());
}

/// <summary>What numbers come to.</summary>
public sealed record Maaltal(int Antal, double Mindste, double Stoerste, double Sum, double Gennemsnit)
{
    /// <summary>Null where there are none.</summary>
    public static Maaltal? Of(IEnumerable<double> numbers) =>
        numbers.ToList() is { Count: > 0 } all ? new(all.Count, all.Min(), all.Max(), all.Sum(), all.Average()) : null;
}

/// <summary>Nodes counted by what they have in common.</summary>
/// <param name="Total">All that were counted, each once.</param>
public sealed record Optaelling(int Total, IReadOnlyList<Antalsgruppe> Grupper)
{
    /// <summary>The largest group first, then by keys.</summary>
    /// <param name="udsnit">Where the nodes stand: it names what they have in common.</param>
    /// <param name="efter">One for rows, several for a cross of them; none for one group of all.</param>
    public static Optaelling Of(Udsnit udsnit, IReadOnlyList<Node> nodes, IReadOnlyList<Inddeling> efter)
    {
        var inddeler = new Inddeler(udsnit);
        var groups = nodes
            .SelectMany(node => Cross(efter.Select(by => inddeler.Keys(node, by))).Select(keys => (Keys: keys, Node: node)))
            .GroupBy(p => string.Join('\n', p.Keys), StringComparer.Ordinal)
            .Select(g => new Antalsgruppe(
                [.. efter.Zip(g.First().Keys, (by, key) => new Gruppenoegle(by, key, inddeler.Navn(key, by)))],
                [.. g.Select(p => p.Node)],
                (double)g.Count() / nodes.Count
            ));
        return new(
            nodes.Count,
            [
                .. groups
                    .OrderByDescending(g => g.Antal)
                    .ThenBy(g => string.Join('\n', g.Noegler.Select(k => k.Noegle)), StringComparer.Ordinal),
            ]
        );
    }

    private static IEnumerable<IReadOnlyList<string>> Cross(IEnumerable<IReadOnlyList<string>> parts) =>
        parts.Aggregate<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>>(
            [
                [],
            ],
            (crossed, part) => crossed.SelectMany(before => part.Select(key => (IReadOnlyList<string>)[.. before, key]))
        );
}

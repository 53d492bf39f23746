using System.Collections.Concurrent;
using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>
/// An order: the place of each node, and which node stands at a place. Nodes are numbered by key, which breaks every tie.
/// </summary>
internal sealed record Places(int[] Of, int[] At);

/// <summary>The orders of one graph, each worked out when it is first asked for.</summary>
internal sealed class Orders(Node[] nodes)
{
    private const string NoDay = "9999-12-31";

    private readonly ConcurrentDictionary<string, Places> _places = new(StringComparer.Ordinal);

    public Places Of(IReadOnlyList<Order> order, Pace pace) =>
        _places.GetOrAdd(
            OrderKey(order),
            static (_, given) => given.Orders.Sorted(given.Order, given.Pace),
            (Orders: this, Order: order, Pace: pace)
        );

    private static string OrderKey(IReadOnlyList<Order> order) =>
        order.Count == 0 ? "" : string.Join(',', order.Select(o => $"{(int)o.Field}{(o.Descending ? '-' : '+')}"));

    private Places Sorted(IReadOnlyList<Order> order, Pace pace)
    {
        var keyDown = order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending ?? false;
        var sorted = Enumerable.Range(0, nodes.Length).OrderBy(_ => 0);
        foreach (var term in order.Where(o => o.Field != OrderField.Key))
        {
            sorted = term.Field switch
            {
                OrderField.Level => Then(i => nodes[i].Kind.LevelOrder(), Comparer<int>.Default, term.Descending),
                OrderField.Titel => Then(i => Domain.Tekst.SortKey.Of(nodes[i].Titel), StringComparer.Ordinal, term.Descending),
                OrderField.Kind => Then(i => nodes[i].Kind.Info().Code, StringComparer.Ordinal, term.Descending),
                _ => Then(term.Descending ? NoDayFirst : FirstDay, StringComparer.Ordinal, term.Descending),
            };
        }

        int[] at = [.. Then(i => i, Comparer<int>.Default, keyDown)];
        var of = new int[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            of[at[i]] = i;
        }

        return new(of, at);

        IOrderedEnumerable<int> Then<TKey>(Func<int, TKey> key, IComparer<TKey> comparer, bool descending) =>
            descending ? sorted.ThenByDescending(Paced(key), comparer) : sorted.ThenBy(Paced(key), comparer);

        Func<int, TKey> Paced<TKey>(Func<int, TKey> key) =>
            i =>
            {
                pace.Step();
                return key(i);
            };
    }

    /// <summary>The first day of a node's earliest time, which for one that is open at the start is its last.</summary>
    private string FirstDay(int i) =>
        nodes[i]
            .Indhold.Tider.Select(t => t.Fra ?? t.Til)
            .OfType<DateOnly>()
            .Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Min(StringComparer.Ordinal)
        ?? NoDay;

    /// <summary>What has no day stands last whichever way the days go.</summary>
    private string NoDayFirst(int i) => FirstDay(i) is var day && day == NoDay ? "" : day;
}

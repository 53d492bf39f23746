using System.Collections.Concurrent;
using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Indexing;

/// <summary>
/// The closed query model over a graph in memory: nodes by kind and by municipality, folded texts, and for each order that is
/// asked for the place of every node, worked out once. Answers what the stores' own translations answer.
/// </summary>
internal sealed class GraphIndex
{
    private const int NoLevel = 99;
    private const string NoDay = "9999-12-31", OpenStart = "0001-01-01";

    private readonly Udsnit graph;
    private readonly string?[] titles, texts;
    private readonly int[][] byKind;
    private readonly Dictionary<string, int[]> byKommune;
    private readonly ConcurrentDictionary<string, int[]> places = new(StringComparer.Ordinal);
    private readonly RecentAnswers answers = new();
    private readonly int[] all;

    public GraphIndex(Udsnit graph)
    {
        this.graph = graph;
        titles = new string?[graph.Noder.Count];
        texts = new string?[graph.Noder.Count];
        all = [.. Enumerable.Range(0, graph.Noder.Count)];
        byKind = [.. NodeKinds.All.Select(k => all.Where(i => graph.Noder[i].Kind == k.Kind).ToArray())];
        byKommune = all.GroupBy(i => graph.Noder[i].Kommune, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<Node> Nodes(IReadOnlyCollection<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Select(graph.Find).OfType<Node>()];

    public Slice<Node> Query(NodeQuery query)
    {
        var place = Places(query.Order);
        var found = answers.Get(FilterKey.Of(query.Filter, query.Order), () =>
        {
            var passing = Candidates(query.Filter).Where(Test(query.Filter)).ToArray();
            Array.Sort(passing, (a, b) => place[a].CompareTo(place[b]));
            return passing;
        });
        var (items, next, previous) = Cut(found, i => place[i], place, query.Page);
        return new([.. items.Select(i => graph.Noder[i])], next, previous, query.Count ? found.Length : null);
    }

    public IReadOnlyList<Slice<Neighbour>> Expand(ExpandQuery query)
    {
        var (test, place, step) = (Test(query.Filter), Places(query.Order), new Step(query.Walk));
        return [.. query.Parents.Select(Of)];

        Slice<Neighbour> Of(string parent)
        {
            var met = new List<(int Node, int Edge)>();
            if (graph.IndexOf(parent) is { } from)
                foreach (var (node, edge) in Around(from, step))
                    if (test(node)) met.Add((node, edge));
            // Edges are numbered in key order, so their numbers break the tie of several edges to one node.
            met.Sort((a, b) => place[a.Node] != place[b.Node] ? place[a.Node].CompareTo(place[b.Node]) : a.Edge.CompareTo(b.Edge));
            var (items, next, previous) = Cut(met, m => place[m.Node], place, query.Page);
            return new([.. items.Select(m => new Neighbour(graph.Noder[m.Node], graph.Kanter[m.Edge]))], next, previous, query.Count ? met.Count : null);
        }
    }

    /// <summary>Relay's page of a sorted list: what lies beyond the cursors, and of that the first or last so many.</summary>
    private (IReadOnlyList<T> Items, bool Next, bool Previous) Cut<T>(IReadOnlyList<T> sorted, Func<T, int> placeOf, int[] place, Page page)
    {
        var (start, end) = (0, sorted.Count);
        if (page.After is { } after)
        {
            if (graph.IndexOf(after) is { } cursor) while (start < end && placeOf(sorted[start]) <= place[cursor]) start++;
            else start = end;
        }
        if (page.Before is { } before)
        {
            if (graph.IndexOf(before) is { } cursor) while (end > start && placeOf(sorted[end - 1]) >= place[cursor]) end--;
            else end = start;
        }
        var backwards = page.First is null && page.Last is not null;
        var more = end - start > (page.First ?? page.Last ?? int.MaxValue);
        if (more && backwards) start = end - page.Last!.Value;
        else if (more) end = start + page.First!.Value;
        var items = new T[end - start];
        for (var i = start; i < end; i++) items[i - start] = sorted[i];
        return (items, backwards ? page.Before is not null : more, backwards ? more : page.After is not null);
    }

    /// <summary>The nodes that can pass: the smallest list that the filter's outer terms name.</summary>
    private IEnumerable<int> Candidates(NodeFilter? filter) => filter switch
    {
        NodeFilter.KindIn kinds => kinds.Kinds.Distinct().SelectMany(k => byKind[(int)k]),
        NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune.Values.OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(v => byKommune.GetValueOrDefault(v, [])),
        NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key.Values.OfType<string>().Distinct(StringComparer.Ordinal).Select(graph.IndexOf).OfType<int>(),
        NodeFilter.All { Filters.Count: > 0 } several => several.Filters.Select(f => (Filter: f, Size: Size(f))).MinBy(f => f.Size) is { } best && best.Size < all.Length ? Candidates(best.Filter) : all,
        _ => all,
    };

    private int Size(NodeFilter filter) => filter switch
    {
        NodeFilter.KindIn kinds => kinds.Kinds.Distinct().Sum(k => byKind[(int)k].Length),
        NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune.Values.OfType<string>().Distinct(StringComparer.Ordinal).Sum(v => byKommune.GetValueOrDefault(v, []).Length),
        NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key.Values.Count,
        NodeFilter.All { Filters.Count: > 0 } several => several.Filters.Min(Size),
        _ => all.Length,
    };

    private Func<int, bool> Test(NodeFilter? filter)
    {
        switch (filter)
        {
            case null: return _ => true;
            case NodeFilter.All several: { var tests = several.Filters.Select(Test).ToArray(); return i => Array.TrueForAll(tests, t => t(i)); }
            case NodeFilter.Any any: { var tests = any.Filters.Select(Test).ToArray(); return i => Array.Exists(tests, t => t(i)); }
            case NodeFilter.Not not: { var test = Test(not.Filter); return i => !test(i); }
            case NodeFilter.KindIn kinds: { var wanted = kinds.Kinds.ToHashSet(); return i => wanted.Contains(graph.Noder[i].Kind); }
            case NodeFilter.Flag flag: return i => Has(graph.Noder[i].Indhold, flag.Field) == flag.Value;
            case NodeFilter.Text text: return Text(text);
            case NodeFilter.Overlaps overlaps:
                return i => graph.Noder[i].Indhold.Tider.Any(t => (t.Fra is not null || t.Til is not null)
                    && (t.Fra ?? DateOnly.MinValue) <= (overlaps.To ?? DateOnly.MaxValue) && (t.Til ?? DateOnly.MaxValue) >= (overlaps.From ?? DateOnly.MinValue));
            case NodeFilter.Related related:
            {
                var (test, step) = (Test(related.Filter), new Step(related.Walk));
                return related.Quantifier switch
                {
                    Quantifier.Some => i => Around(i, step).Any(n => test(n.Node)),
                    Quantifier.None => i => !Around(i, step).Any(n => test(n.Node)),
                    _ => i => Around(i, step).All(n => test(n.Node)),
                };
            }
            default: throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter");
        }
    }

    private Func<int, bool> Text(NodeFilter.Text text)
    {
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            var (wanted, orNull) = (text.Values.OfType<string>().ToHashSet(StringComparer.Ordinal), text.Values.Contains(null));
            return i => Plain(i, text.Field) is { } value ? wanted.Contains(value) : orNull;
        }
        // Keys, slugs and arts are folded by what they are.
        var part = Fold.Of(text.Values[0] ?? "");
        return text.Operator switch
        {
            TextOperator.Contains => i => Value(i)?.Contains(part, StringComparison.Ordinal) ?? false,
            TextOperator.StartsWith => i => Value(i)?.StartsWith(part, StringComparison.Ordinal) ?? false,
            _ => i => Value(i)?.EndsWith(part, StringComparison.Ordinal) ?? false,
        };

        string? Value(int i) => text.Field switch
        {
            TextField.Titel => titles[i] ??= Fold.Of(graph.Noder[i].Titel),
            TextField.Tekst => texts[i] ??= Fold.Of(graph.Noder[i].Indhold.Tekst),
            _ => Plain(i, text.Field),
        };
    }

    private string? Plain(int i, TextField field) => field switch
    {
        TextField.Key => graph.Noder[i].Key, TextField.Titel => graph.Noder[i].Titel, TextField.Tekst => graph.Noder[i].Indhold.Tekst,
        TextField.Art => graph.Noder[i].Indhold.Art, TextField.Kommune => graph.Noder[i].Kommune, _ => graph.Noder[i].Vist.Center,
    };

    private static bool Has(Indhold indhold, FlagField field) => field switch
    {
        FlagField.Henvist => indhold.Henvist, FlagField.Betinget => indhold.Betinget is not null, _ => indhold.Uspecificeret,
    };

    /// <summary>The place of every node in an order; nodes are numbered by key, which breaks every tie.</summary>
    private int[] Places(IReadOnlyList<Order> order) => places.GetOrAdd(string.Join(',', order.Select(o => $"{o.Field}{(o.Descending ? '-' : '+')}")), _ =>
    {
        var keyDown = order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending ?? false;
        var sorted = all.OrderBy(_ => 0);
        foreach (var term in order.Where(o => o.Field != OrderField.Key))
            sorted = term.Field switch
            {
                OrderField.Level => Then(i => graph.Noder[i].Level ?? NoLevel, Comparer<int>.Default, term.Descending),
                OrderField.Titel => Then(i => Domain.Tekst.SortKey.Of(graph.Noder[i].Titel), StringComparer.Ordinal, term.Descending),
                OrderField.Kind => Then(i => graph.Noder[i].Kind.Info().Code, StringComparer.Ordinal, term.Descending),
                _ => Then(FirstDay, StringComparer.Ordinal, term.Descending),
            };
        var place = new int[all.Length];
        foreach (var (at, i) in Then(i => i, Comparer<int>.Default, keyDown).Index()) place[i] = at;
        return place;

        IOrderedEnumerable<int> Then<TKey>(Func<int, TKey> key, IComparer<TKey> comparer, bool descending) =>
            descending ? sorted.ThenByDescending(key, comparer) : sorted.ThenBy(key, comparer);
    });

    private string FirstDay(int i) =>
        graph.Noder[i].Indhold.Tider.Where(t => t.Fra is not null || t.Til is not null)
            .Select(t => t.Fra?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? OpenStart).Min(StringComparer.Ordinal) ?? NoDay;

    private IEnumerable<(int Node, int Edge)> Around(int from, Step step)
    {
        if (step.Out)
            foreach (var edge in graph.Out(from).ToArray())
                if (step.Passes(graph.Kanter[edge].Type, graph.Noder[graph.To(edge)].Kind)) yield return (graph.To(edge), edge);
        if (step.In)
            foreach (var edge in graph.In(from).ToArray())
                if (step.Passes(graph.Kanter[edge].Type, graph.Noder[graph.From(edge)].Kind)) yield return (graph.From(edge), edge);
    }

    /// <summary>A walk as bits: which types and kinds pass.</summary>
    private sealed class Step(Walk walk)
    {
        private readonly ulong types = Bits(walk.Types.Select(t => (int)t)), kinds = Bits(walk.Kinds.Select(k => (int)k));

        public bool Out { get; } = walk.Direction is Direction.Out or Direction.Either;

        public bool In { get; } = walk.Direction is Direction.In or Direction.Either;

        public bool Passes(EdgeType type, NodeKind kind) => (types >> (int)type & 1) == 1 && (kinds >> (int)kind & 1) == 1;

        private static ulong Bits(IEnumerable<int> numbers) => numbers.Aggregate(0UL, (bits, n) => bits | 1UL << n) is var bits and not 0 ? bits : ulong.MaxValue;
    }
}

using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Contract.Model;

/// <summary>One revision's graph as two dictionaries, and the query model over them as directly as it can be said.</summary>
internal sealed class PlainModel(IReadOnlyDictionary<string, Node> nodes, IReadOnlyDictionary<string, Edge> edges)
{
    public static readonly PlainModel Empty = new(new Dictionary<string, Node>(), new Dictionary<string, Edge>());

    private readonly ILookup<string, Edge> _touching = edges
        .Values.SelectMany(e => new[] { e.From, e.To }.Distinct().Select(end => (end, e)))
        .ToLookup(p => p.end, p => p.e, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Node> Nodes => nodes;

    public IReadOnlyDictionary<string, Edge> Edges => edges;

    public PlainModel With(ChangeSet changes)
    {
        var (n, e) = (new Dictionary<string, Node>(nodes), new Dictionary<string, Edge>(edges));
        foreach (var key in changes.RemoveEdges)
        {
            e.Remove(key);
        }

        foreach (var key in changes.RemoveNodes)
        {
            n.Remove(key);
        }

        foreach (var node in changes.PutNodes)
        {
            n[node.Key] = node;
        }

        foreach (var edge in changes.PutEdges)
        {
            e[edge.Key] = edge;
        }

        return new(n, e);
    }

    public Slice<Node> Query(NodeQuery query)
    {
        var order = Comparer(query.Order);
        var all = nodes.Values.Where(n => Passes(query.Filter, n)).Order(order).ToList();
        return Cut(all, (n, at) => order.Compare(n, nodes[at.Node]), query.Page, query.Count);
    }

    public IReadOnlyList<Slice<Neighbour>> Expand(ExpandQuery query)
    {
        var order = Comparer(query.Order);
        return
        [
            .. query.Parents.Select(parent =>
            {
                var all = Walked(parent, query.Walk)
                    .Where(n => Passes(query.Filter, n.Node))
                    .OrderBy(n => n.Node, order)
                    .ThenBy(n => n.Edge.Key, StringComparer.Ordinal)
                    .ToList();
                return Cut(
                    all,
                    (n, at) =>
                        order.Compare(n.Node, nodes[at.Node]) is not 0 and var way ? way
                        : at.Edge is null ? 0
                        : string.CompareOrdinal(n.Edge.Key, at.Edge),
                    query.Page,
                    query.Count
                );
            }),
        ];
    }

    public Slice<SearchHit> Search(SearchQuery query)
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<SearchHit>.Empty;
        }

        var hits = nodes
            .Values.Where(n =>
                (query.Kinds.Count == 0 || query.Kinds.Contains(n.Kind)) && (query.Kommune is null || n.Kommune == query.Kommune)
            )
            .Where(n => Found(n, words))
            .Select(n => new SearchHit(n, Rank(n, query.Text, words)))
            .OrderBy(h => h.Rank)
            .ThenBy(h => h.Node.Level ?? int.MaxValue)
            .ThenBy(h => h.Node.Key, StringComparer.Ordinal)
            .ToList();
        return new([.. hits.Skip(query.Skip).Take(query.First)], hits.Count > query.Skip + query.First, query.Skip > 0, hits.Count);
    }

    private static bool Found(Node node, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var own = Soegeord.Split($"{node.Titel} {node.Indhold.Tekst} {string.Join(' ', node.Indhold.Aliaser)}").ToHashSet();
        return words.SkipLast(1).All(w => w.Any(own.Contains))
            && (words[^1].Any(own.Contains) || own.Any(w => w.StartsWith(words[^1][0], StringComparison.Ordinal)));
    }

    private static int Rank(Node node, string text, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var (title, asked) = (Fold.Of(node.Titel), Fold.Of(text.Trim()));
        if (title == asked)
        {
            return 0;
        }

        if (title.StartsWith(asked, StringComparison.Ordinal))
        {
            return 1;
        }

        return words.All(w => w.Any(Soegeord.Split(node.Titel).Contains)) ? 2 : 3;
    }

    private Slice<T> Cut<T>(List<T> all, Func<T, Cursor, int> compare, Page page, bool count)
    {
        IEnumerable<T> window = all;
        if (page.After is { } after)
        {
            window = nodes.ContainsKey(after.Node) ? window.Where(i => compare(i, after) > 0) : [];
        }

        if (page.Before is { } before)
        {
            window = nodes.ContainsKey(before.Node) ? window.Where(i => compare(i, before) < 0) : [];
        }

        var (inside, total) = (window.ToList(), count ? all.Count : (int?)null);
        if (page.First is { } first)
        {
            return new([.. inside.Take(first)], inside.Count > first, page.After is not null, total);
        }

        if (page.Last is { } last)
        {
            return new([.. inside.TakeLast(last)], page.Before is not null, inside.Count > last, total);
        }

        return new(inside, false, page.After is not null, total);
    }

    private IEnumerable<Neighbour> Walked(string key, Walk walk) =>
        from edge in nodes.ContainsKey(key) ? _touching[key] : []
        where walk.Types.Count == 0 || walk.Types.Contains(edge.Type)
        where walk.Direction == Direction.Either || (walk.Direction == Direction.Out ? edge.From : edge.To) == key
        let far = nodes[edge.Other(key)]
        where walk.Kinds.Count == 0 || walk.Kinds.Contains(far.Kind)
        select new Neighbour(far, edge);

    private bool Passes(NodeFilter? filter, Node node) =>
        filter switch
        {
            null => true,
            NodeFilter.All all => all.Filters.All(f => Passes(f, node)),
            NodeFilter.Any any => any.Filters.Any(f => Passes(f, node)),
            NodeFilter.Not not => !Passes(not.Filter, node),
            NodeFilter.KindIn kinds => kinds.Kinds.Contains(node.Kind),
            NodeFilter.Text text => Passes(text, Value(text.Field, node)),
            NodeFilter.Flag flag => flag.Value
                == flag.Field switch
                {
                    FlagField.Henvist => node.Henvist,
                    FlagField.Betinget => node.Indhold.Betinget is not null,
                    _ => node.Indhold.Uspecificeret,
                },
            NodeFilter.Overlaps overlaps => node.Indhold.Tider.Any(t =>
                (t.Fra is not null || t.Til is not null)
                && (t.Fra ?? DateOnly.MinValue) <= (overlaps.To ?? DateOnly.MaxValue)
                && (t.Til ?? DateOnly.MaxValue) >= (overlaps.From ?? DateOnly.MinValue)
            ),
            NodeFilter.Related related => related.Quantifier switch
            {
                Quantifier.Some => Walked(node.Key, related.Walk).Any(n => Passes(related.Filter, n.Node)),
                Quantifier.All => Walked(node.Key, related.Walk).All(n => Passes(related.Filter, n.Node)),
                _ => !Walked(node.Key, related.Walk).Any(n => Passes(related.Filter, n.Node)),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

    private static bool Passes(NodeFilter.Text text, string? value)
    {
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            return text.Values.Contains(value);
        }

        if (value is null)
        {
            return false;
        }

        var (folded, asked) = (Fold.Of(value), Fold.Of(text.Values[0] ?? ""));
        return text.Operator switch
        {
            TextOperator.Contains => folded.Contains(asked, StringComparison.Ordinal),
            TextOperator.StartsWith => folded.StartsWith(asked, StringComparison.Ordinal),
            TextOperator.Reads => text.Values.OfType<string>().Any(v => Fold.Of(v) == folded),
            _ => folded.EndsWith(asked, StringComparison.Ordinal),
        };
    }

    private static string? Value(TextField field, Node node) =>
        field switch
        {
            TextField.Key => node.Key,
            TextField.Titel => node.Titel,
            TextField.Tekst => node.Indhold.Tekst,
            TextField.Art => node.Indhold.Art,
            TextField.Kommune => node.Kommune,
            _ => node.Vist.Center,
        };

    private static Comparer<Node> Comparer(IReadOnlyList<Order> order) =>
        Comparer<Node>.Create(
            (a, b) =>
            {
                foreach (var term in order.Where(o => o.Field != OrderField.Key))
                {
                    var compared = term.Field switch
                    {
                        OrderField.Titel => string.CompareOrdinal(SortKey.Of(a.Titel), SortKey.Of(b.Titel)),
                        OrderField.Level => (a.Level ?? int.MaxValue).CompareTo(b.Level ?? int.MaxValue),
                        OrderField.Kind => string.CompareOrdinal(a.Kind.Info().Code, b.Kind.Info().Code),
                        _ => FirstDay(a, term.Descending).CompareTo(FirstDay(b, term.Descending)),
                    };
                    if (compared != 0)
                    {
                        return term.Descending ? -compared : compared;
                    }
                }
                var byKey = string.CompareOrdinal(a.Key, b.Key);
                return order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending == true ? -byKey : byKey;
            }
        );

    private static DateOnly FirstDay(Node node, bool descending)
    {
        var days = node.Indhold.Tider.Select(t => t.Fra ?? t.Til).OfType<DateOnly>().ToList();
        return days.Count > 0 ? days.Min()
            : descending ? DateOnly.MinValue
            : DateOnly.MaxValue;
    }
}

using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>Nodes by kind, municipality and key: the small lists that a filter's outer terms name.</summary>
internal sealed class Candidates
{
    private readonly Udsnit _graph;
    private readonly int[] _ofKind;
    private readonly int[]?[] _byKind;
    private readonly Lazy<Dictionary<string, int[]>> _byKommune;

    public Candidates(Udsnit graph)
    {
        (_graph, _ofKind, _byKind) = (graph, new int[NodeKinds.All.Count], new int[]?[NodeKinds.All.Count]);
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            _ofKind[(int)graph.KindOf(node)]++;
        }

        _byKommune = new(ByKommune);
    }

    private int Count => _graph.Nodes.Count;

    private IEnumerable<int> All => Enumerable.Range(0, Count);

    /// <summary>Most graphs are asked for few kinds before the next takes their place.</summary>
    private int[] ByKind(NodeKind kind)
    {
        if (_byKind[(int)kind] is { } known)
        {
            return known;
        }

        var (nodes, at) = (new int[_ofKind[(int)kind]], 0);
        for (var node = 0; at < nodes.Length; node++)
        {
            if (_graph.KindOf(node) == kind)
            {
                nodes[at++] = node;
            }
        }

        return _byKind[(int)kind] = nodes;
    }

    /// <summary>In key order most nodes stand beside others of their municipality.</summary>
    private Dictionary<string, int[]> ByKommune()
    {
        var byKommune = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var (last, list) = ("", new List<int>());
        for (var node = 0; node < Count; node++)
        {
            if (_graph.KommuneOf(node) is var kommune && (kommune != last || list.Count == 0))
            {
                if (!byKommune.TryGetValue(kommune, out var known))
                {
                    byKommune[kommune] = known = [];
                }

                (last, list) = (kommune, known);
            }

            list.Add(node);
        }

        return byKommune.ToDictionary(k => k.Key, k => k.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The nodes that can pass, by the smallest list that the filter's outer terms name, and what they must pass besides.
    /// </summary>
    public (IEnumerable<int> Nodes, NodeFilter? Remaining) Of(NodeFilter? filter)
    {
        if (filter is null)
        {
            return (All, null);
        }

        if (filter is not NodeFilter.All { Filters.Count: > 0 } several)
        {
            return Size(filter) < Count ? (Named(filter), null) : (All, filter);
        }

        var best = several.Filters.MinBy(Size)!;
        if (Size(best) == Count)
        {
            return (All, filter);
        }

        var (candidates, rest) = Of(best);
        var others = several.Filters.Where(f => !ReferenceEquals(f, best)).Concat(rest is null ? [] : [rest]).ToList();
        return (
            candidates,
            others.Count switch
            {
                0 => null,
                1 => others[0],
                _ => new NodeFilter.All(others),
            }
        );
    }

    /// <summary>Exactly the nodes that pass a filter whose <see cref="Size"/> is known.</summary>
    private IEnumerable<int> Named(NodeFilter filter) =>
        filter switch
        {
            NodeFilter.KindIn kinds => kinds.Kinds.Distinct().SelectMany(ByKind),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq, Values: [{ } kommune] } =>
                _byKommune.Value.GetValueOrDefault(kommune, []),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .SelectMany(v => _byKommune.Value.GetValueOrDefault(v, [])),
            NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(_graph.IndexOf)
                .OfType<int>(),
            _ => All,
        };

    private int Size(NodeFilter filter) =>
        filter switch
        {
            NodeFilter.KindIn kinds => kinds.Kinds.Distinct().Sum(k => _ofKind[(int)k]),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Sum(v => _byKommune.Value.GetValueOrDefault(v, []).Length),
            NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key.Values.Count,
            NodeFilter.All { Filters.Count: > 0 } several => several.Filters.Min(Size),
            _ => Count,
        };
}

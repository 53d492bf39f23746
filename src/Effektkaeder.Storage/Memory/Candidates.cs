using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>Nodes by kind, municipality and key: the small lists that a filter's outer terms name.</summary>
internal sealed class Candidates
{
    private readonly Udsnit _graph;
    private readonly int[] _all;
    private readonly int[][] _byKind;
    private readonly Lazy<Dictionary<string, int[]>> _byKommune;

    public Candidates(Udsnit graph)
    {
        _graph = graph;
        _all = [.. Enumerable.Range(0, graph.Nodes.Count)];
        var byKind = NodeKinds.All.Select(_ => new List<int>()).ToArray();
        foreach (var node in _all)
        {
            byKind[(int)graph.KindOf(node)].Add(node);
        }

        _byKind = [.. byKind.Select(nodes => nodes.ToArray())];
        _byKommune = new(ByKommune);
    }

    /// <summary>In key order most nodes stand beside others of their municipality.</summary>
    private Dictionary<string, int[]> ByKommune()
    {
        var byKommune = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var (last, list) = ("", new List<int>());
        foreach (var node in _all)
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
            return (_all, null);
        }

        if (filter is not NodeFilter.All { Filters.Count: > 0 } several)
        {
            return Size(filter) < _all.Length ? (Named(filter), null) : (_all, filter);
        }

        var best = several.Filters.MinBy(Size)!;
        if (Size(best) == _all.Length)
        {
            return (_all, filter);
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
            NodeFilter.KindIn kinds => kinds.Kinds.Distinct().SelectMany(k => _byKind[(int)k]),
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
            _ => _all,
        };

    private int Size(NodeFilter filter) =>
        filter switch
        {
            NodeFilter.KindIn kinds => kinds.Kinds.Distinct().Sum(k => _byKind[(int)k].Length),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Sum(v => _byKommune.Value.GetValueOrDefault(v, []).Length),
            NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key.Values.Count,
            NodeFilter.All { Filters.Count: > 0 } several => several.Filters.Min(Size),
            _ => _all.Length,
        };
}

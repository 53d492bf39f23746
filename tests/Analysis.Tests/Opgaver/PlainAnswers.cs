using Effektkaeder.Analysis.Tests.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Tests.Opgaver;

/// <summary>The answers as their definitions read, slow and obvious, over sets of texts.</summary>
internal sealed class PlainAnswers(PlainGraph graph)
{
    private readonly ILookup<string, string> _down = graph.Hierarchy.ToLookup(e => e.From, e => e.To),
        _up = graph.Hierarchy.ToLookup(e => e.To, e => e.From),
        _coupled = graph.Couplings.SelectMany(e => new[] { (e.A, e.B), (e.B, e.A) }).ToLookup(e => e.Item1, e => e.Item2);

    /// <summary>Least depth of each node reached, by layers of what is one edge further; couplings counted up to a limit.</summary>
    public Dictionary<string, int> Below(string from, int mostCouplings)
    {
        var depths = new Dictionary<string, int>();
        var seen = new HashSet<(string Id, int Couplings)>();
        var layer = new HashSet<(string Id, int Couplings)> { (from, 0) };
        for (var depth = 0; layer.Count > 0; depth++)
        {
            foreach (var (id, _) in layer)
            {
                depths.TryAdd(id, depth);
            }

            seen.UnionWith(layer);
            layer = [.. layer.SelectMany(Next).Where(s => s.Couplings <= mostCouplings && !seen.Contains(s))];
        }

        depths.Remove(from);
        return depths;
    }

    /// <summary>What some vision reaches, less what some vision reaches in the graph without the node.</summary>
    public HashSet<string> Lost(string node)
    {
        var lost = Reached(without: null);
        lost.ExceptWith(Reached(without: node));
        lost.Remove(node);
        return lost;
    }

    public List<(string Id, int Count)> Top(int top) =>
        [
            .. graph
                .Nodes.Where(n => n.Value.Kind == NodeKind.PolitiskMaal)
                .Select(n => (n.Key, Lost(n.Key).Count))
                .OrderByDescending(n => n.Count)
                .ThenBy(n => n.Key, PlainGraph.ByBytes)
                .Take(top),
        ];

    /// <summary>Every path of one length, then of one more, until some lead there.</summary>
    public List<string[]> Shortest(string from, string to, int mostCouplings)
    {
        // Couplings are counted by path, so a path over one edge too many in them is tried over the others.
        var paths = new List<string[]> { new[] { from } };
        for (var length = 0; paths.Count > 0 && length <= graph.Nodes.Count; length++)
        {
            var there = paths.Where(p => p[^1] == to).ToList();
            if (there.Count > 0)
            {
                there.Sort(Compare);
                return there;
            }

            paths =
            [
                .. paths.SelectMany(path =>
                    _down[path[^1]]
                        .Concat(_coupled[path[^1]])
                        .Distinct()
                        .Where(next => !path.Contains(next))
                        .Select(next => path.Append(next).ToArray())
                        .Where(p => Couplings(p) <= mostCouplings)
                ),
            ];
        }

        return [];
    }

    public Dictionary<string, int> Around(string node, int radius)
    {
        var (up, down) = (Steps(_up), Steps(_down));
        return up
            .Keys.Union(down.Keys)
            .ToDictionary(
                id => id,
                id =>
                    !up.TryGetValue(id, out var above) ? down[id]
                    : !down.TryGetValue(id, out var below) || above <= below ? -above
                    : below
            );

        Dictionary<string, int> Steps(ILookup<string, string> next)
        {
            var depths = new Dictionary<string, int> { [node] = 0 };
            for (var depth = 0; depth < radius; depth++)
            {
                foreach (var id in depths.Where(d => d.Value == depth).SelectMany(d => next[d.Key]).ToList())
                {
                    depths.TryAdd(id, depth + 1);
                }
            }

            return depths;
        }
    }

    /// <summary>The fewest that the nodes of a path can be walked with.</summary>
    private int Couplings(string[] path) => path.Zip(path.Skip(1)).Count(step => !graph.Hierarchy.Contains(step));

    private HashSet<string> Reached(string? without)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(graph.Nodes.Where(n => n.Value.Kind == NodeKind.Vision).Select(n => n.Key));
        while (open.TryPop(out var id))
        {
            if (id != without && reached.Add(id))
            {
                foreach (var below in _down[id])
                {
                    open.Push(below);
                }
            }
        }

        return reached;
    }

    private IEnumerable<(string Id, int Couplings)> Next((string Id, int Couplings) at) =>
        _down[at.Id].Select(id => (id, at.Couplings)).Concat(_coupled[at.Id].Select(id => (id, at.Couplings + 1)));

    private static int Compare(string[] a, string[] b) =>
        a.Zip(b).Select(p => PlainGraph.ByBytes.Compare(p.First, p.Second)).FirstOrDefault(c => c != 0);
}

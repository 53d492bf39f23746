using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>Paths between two nodes, shortest first.</summary>
/// <param name="Afkortet">There are more than were asked for.</param>
public sealed record Stisvar(IReadOnlyList<Sti> Stier, bool Afkortet);

/// <summary>All simple paths between two nodes: up or down the hierarchy, over at most so many couplings.</summary>
public static class Stier
{
    /// <summary>The most steps a search takes before it says that it was cut.</summary>
    private const int MostSteps = 2_000_000;

    /// <param name="koblingshop">Couplings a path may use; through an instrument, a paragraph or a theme is one.</param>
    public static Stisvar Find(Udsnit udsnit, string fra, string til, int koblingshop, int first, CancellationToken ct = default)
    {
        if (udsnit.IndexOf(fra) is not { } start || udsnit.IndexOf(til) is not { } goal)
        {
            return new([], false);
        }

        var found = new Dictionary<string, Sti>(StringComparer.Ordinal);
        var cut = false;
        foreach (var down in new[] { true, false })
        {
            cut |= !new Search(udsnit, goal, koblingshop, down, first, new Pace(ct)).Run(start, found);
        }

        var ordered = found.OrderBy(p => p.Value.Edges.Count).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value).ToList();
        return new([.. ordered.Take(first)], cut || ordered.Count > first);
    }

    /// <summary>Deepens by one edge at a time, so that the shortest come first and a cut loses only longer ones.</summary>
    private sealed class Search(Udsnit udsnit, int goal, int hops, bool down, int first, Pace pace)
    {
        private readonly List<int> _nodes = [],
            _edges = [];
        private readonly HashSet<int> _onPath = [];
        private Dictionary<int, int> _left = [];
        private int _steps;
        private bool _beyond;

        public bool Run(int start, Dictionary<string, Sti> found)
        {
            _left = DistanceToGoal();
            if (!_left.TryGetValue(start, out var shortest))
            {
                return true;
            }

            for (var length = shortest; found.Count <= first; length++)
            {
                _beyond = false;
                Extend(start, hops, false, length, found);
                if (_steps > MostSteps)
                {
                    return false;
                }

                if (!_beyond)
                {
                    return true;
                }
            }
            return false;
        }

        private void Extend(int node, int hopsLeft, bool onShared, int length, Dictionary<string, Sti> found)
        {
            pace.Step();
            if (_steps++ > MostSteps || found.Count > first)
            {
                return;
            }

            _nodes.Add(node);
            _onPath.Add(node);
            if (node == goal && length == 0 && _edges.Count > 0)
            {
                found.TryAdd(
                    string.Join('|', _edges.Select(e => udsnit.Edges[e].Key)),
                    new([.. _nodes.Select(n => udsnit.Nodes[n])], [.. _edges.Select(e => udsnit.Edges[e])])
                );
            }
            else if (node != goal)
            {
                foreach (var (edge, next, cost, shared) in Steps(node, onShared))
                {
                    if (cost > hopsLeft || _onPath.Contains(next) || !_left.TryGetValue(next, out var least))
                    {
                        continue;
                    }

                    if (least > length - 1)
                    {
                        _beyond = true;
                        continue;
                    }
                    _edges.Add(edge);
                    Extend(next, hopsLeft - cost, shared, length - 1, found);
                    _edges.RemoveAt(_edges.Count - 1);
                }
            }

            _onPath.Remove(node);
            _nodes.RemoveAt(_nodes.Count - 1);
        }

        private IEnumerable<(int Edge, int Next, int Cost, bool Shared)> Steps(int node, bool onShared)
        {
            // A path may begin in one of these, not pass through it.
            if (_edges.Count > 0 && udsnit.KindOf(node) is NodeKind.Organisation or NodeKind.Aftale or NodeKind.Politik)
            {
                yield break;
            }

            foreach (var edge in (down ? udsnit.Out(node) : udsnit.In(node)).ToArray())
            {
                if (udsnit.TypeOf(edge).IsHierarchy())
                {
                    yield return (edge, udsnit.Other(edge, node), 0, false);
                }
            }

            foreach (var edge in udsnit.Out(node).ToArray().Concat(udsnit.In(node).ToArray()))
            {
                var kobling = udsnit.Edges[edge];
                if (kobling.Type != EdgeType.KoblerTil || kobling.Tillid <= 0)
                {
                    continue;
                }

                var next = udsnit.Other(edge, node);
                var shared = !onShared && udsnit.KindOf(next).IsShared();
                yield return (edge, next, onShared ? 0 : 1, shared);
            }
        }

        /// <summary>Least edges from a node to the goal, whatever the couplings: what cannot reach it is never entered.</summary>
        private Dictionary<int, int> DistanceToGoal()
        {
            var distance = new Dictionary<int, int> { [goal] = 0 };
            var queue = new Queue<int>([goal]);
            while (queue.TryDequeue(out var node))
            {
                foreach (
                    var edge in (down ? udsnit.In(node) : udsnit.Out(node))
                        .ToArray()
                        .Where(e => udsnit.TypeOf(e).IsHierarchy())
                        .Concat(
                            udsnit.Out(node).ToArray().Concat(udsnit.In(node).ToArray()).Where(e => udsnit.TypeOf(e) == EdgeType.KoblerTil)
                        )
                )
                {
                    if (distance.TryAdd(udsnit.Other(edge, node), distance[node] + 1))
                    {
                        queue.Enqueue(udsnit.Other(edge, node));
                    }
                }
            }
            return distance;
        }
    }
}

using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// What holds up what: the dominator tree of the hierarchy under a root above all visions. A node hangs under the last node that
/// every way to it from a vision passes; drop that, and it has no vision left. So what loses its ground with a node is what
/// hangs under it, and lies in one run here.
/// </summary>
/// <remarks>
/// Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm (2001): nodes in reverse postorder, each hung under the nearest
/// common dominator of its parents. Without a ring one pass is exact, and since the tree is no deeper than the hierarchy has
/// levels, linear; where a graph from outside has rings, passes are repeated until nothing moves.
/// </remarks>
public sealed class Grundlagstrae
{
    /// <summary>By node where it stands in <see cref="_run"/>; -1 for what no vision reaches.</summary>
    private readonly int[] _place;

    /// <summary>Nodes, each before what hangs under it.</summary>
    private readonly int[] _run;

    /// <summary>By place, how many hang under it, itself included.</summary>
    private readonly int[] _size;

    private Grundlagstrae(int[] place, int[] run, int[] size) => (_place, _run, _size) = (place, run, size);

    /// <summary>Whether a node is a vision or lies under one.</summary>
    public bool IsGrounded(int node) => _place[node] >= 0;

    /// <summary>The nodes that some vision reaches, and none if this node falls; itself left out; in no order.</summary>
    public ReadOnlySpan<int> Lost(int node) => _place[node] is >= 0 and var place ? _run.AsSpan(place + 1, _size[place] - 1) : [];

    internal static Grundlagstrae Of(Talgraf graph)
    {
        var count = graph.Count;
        var order = new int[count];
        var number = new int[count];
        var (reached, ringless) = ReversePostorder(graph, order, number);
        // By place in the order: the place of what it hangs under; -1 is the root above all visions.
        var above = new int[reached];
        Array.Fill(above, Unknown);
        while (Pass(graph, order, number, above) && !ringless) { }

        return Laid(order, number, above);
    }

    private const int Root = -1,
        Unknown = -2;

    /// <summary>
    /// Writes the nodes that visions reach so that each comes after its parents, rings aside, and by node its place, -1 for none.
    /// </summary>
    private static (int Reached, bool Ringless) ReversePostorder(Talgraf graph, int[] order, int[] number)
    {
        const int fresh = -1,
            open = -2;
        Array.Fill(number, fresh);
        var (stack, next) = (new Stack<int>(), new Stack<int>());
        var (left, ringless) = (order.Length, true);
        for (var node = 0; node < order.Length; node++)
        {
            if (number[node] == fresh && graph.Lives(node) && graph.KindOf(node) == NodeKind.Vision)
            {
                Enter(node);
            }

            while (stack.TryPeek(out var top))
            {
                var below = graph.Down(top);
                var at = next.Pop();
                while (at < below.Length && number[below[at]] != fresh)
                {
                    ringless &= number[below[at++]] != open;
                }

                if (at < below.Length)
                {
                    next.Push(at + 1);
                    Enter(below[at]);
                }
                else
                {
                    stack.Pop();
                    order[--left] = top;
                    number[top] = left;
                }
            }
        }

        var reached = order.Length - left;
        order.AsSpan(left).CopyTo(order);
        foreach (ref var place in number.AsSpan())
        {
            place = place >= 0 ? place - left : -1;
        }

        return (reached, ringless);

        void Enter(int node)
        {
            number[node] = open;
            stack.Push(node);
            next.Push(0);
        }
    }

    /// <returns>Whether something moved.</returns>
    private static bool Pass(Talgraf graph, int[] order, int[] number, int[] above)
    {
        var moved = false;
        for (var place = 0; place < above.Length; place++)
        {
            var hangs = graph.KindOf(order[place]) == NodeKind.Vision ? Root : Unknown;
            if (hangs == Unknown)
            {
                foreach (var parent in graph.Up(order[place]))
                {
                    var known = number[parent];
                    if (known >= 0 && above[known] != Unknown)
                    {
                        hangs = hangs == Unknown ? known : Common(above, hangs, known);
                    }
                }
            }

            moved |= above[place] != hangs;
            above[place] = hangs;
        }

        return moved;
    }

    /// <summary>The nearest place that two hang under, or one of them.</summary>
    private static int Common(int[] above, int a, int b)
    {
        while (a != b)
        {
            if (a > b)
            {
                a = above[a];
            }
            else
            {
                b = above[b];
            }
        }

        return a;
    }

    /// <summary>The tree as runs: sizes from below, then each node's run cut out of that of the node it hangs under.</summary>
    private static Grundlagstrae Laid(int[] order, int[] number, int[] above)
    {
        var sizes = new int[above.Length];
        for (var place = above.Length - 1; place >= 0; place--)
        {
            sizes[place]++;
            if (above[place] != Root)
            {
                sizes[above[place]] += sizes[place];
            }
        }

        var (next, rootNext) = (new int[above.Length], 0);
        var (run, size) = (new int[above.Length], new int[above.Length]);
        for (var place = 0; place < above.Length; place++)
        {
            ref var free = ref above[place] == Root ? ref rootNext : ref next[above[place]];
            var at = free;
            free += sizes[place];
            next[place] = at + 1;
            (run[at], size[at]) = (order[place], sizes[place]);
            number[order[place]] = at;
        }

        return new(number, run, size);
    }
}

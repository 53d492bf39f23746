using System.Globalization;
using System.Text;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kritiske;

/// <summary>What one node alone carries: how much is known at once, and the nodes themselves are read when they are looked at.</summary>
public sealed class Kritisk
{
    private readonly Udsnit _udsnit;
    private readonly Dominans _down,
        _up;
    private readonly int _node;

    internal Kritisk(Udsnit udsnit, Dominans down, Dominans up, int node)
    {
        (_udsnit, _down, _up, _node) = (udsnit, down, up, node);
        (AntalMister, AntalOpgives) = (down.Lost(node).Length, up.Lost(node).Length);
    }

    public Node Node => _udsnit.Nodes[_node];

    public int AntalMister { get; }

    /// <summary>What falls or loses all its ground if the node falls, nearest level first; itself left out.</summary>
    public IReadOnlyList<Node> Mister => Nodes(_down);

    public int AntalOpgives { get; }

    /// <summary>What stands above it and is pursued by nothing else: no way down from it but through the node.</summary>
    public IReadOnlyList<Node> Opgives => Nodes(_up);

    private IReadOnlyList<Node> Nodes(Dominans from) =>
        [
            .. from.Lost(_node)
                .ToArray()
                .Select(from.Node)
                .OrderBy(n => _udsnit.KindOf(n).Info().Level ?? -1)
                .ThenBy(n => n)
                .Select(n => _udsnit.Nodes[n]),
        ];
}

/// <summary>
/// Single points of failure, both ways: what hangs under each node in the dominator tree of the hierarchy, and of the hierarchy upside
/// down. Downwards it is what an impact of dropping the node says falls or loses its ground: a goal falls with its only policy whatever
/// vision points at it.
/// </summary>
public static class Kritikalitet
{
    /// <summary>Every node that alone carries something, the most carried first, then the most given up, then by key.</summary>
    /// <param name="asked">Which are asked about, by number; null for all.</param>
    public static IReadOnlyList<Kritisk> Of(Udsnit udsnit, Func<int, bool>? asked = null)
    {
        var (down, up) = (Dominans.Of(udsnit, upsideDown: false), Dominans.Of(udsnit, upsideDown: true));
        // Nodes are numbered in key order, which a sort that keeps equals in place leaves as it is.
        return
        [
            .. Enumerable
                .Range(0, udsnit.Nodes.Count)
                .Where(n => (asked is null || asked(n)) && (down.Lost(n).Length > 0 || up.Lost(n).Length > 0))
                .Select(n => new Kritisk(udsnit, down, up, n))
                .OrderByDescending(k => k.AntalMister)
                .ThenByDescending(k => k.AntalOpgives),
        ];
    }
}

/// <summary>
/// What hangs under each node of a graph, or of one upside down, in the dominator tree under a root of its own, which stands over all
/// that has nothing above it.
/// </summary>
internal sealed class Dominans
{
    private readonly Grundlagstrae _tree;
    private readonly int[] _numbers,
        _back;

    private Dominans(Grundlagstrae tree, int[] numbers)
    {
        (_tree, _numbers, _back) = (tree, numbers, new int[numbers.Length]);
        for (var node = 0; node < numbers.Length; node++)
        {
            _back[numbers[node]] = node;
        }
    }

    /// <summary>What loses its ground with a node, in the tree's own numbers; see <see cref="Node"/>.</summary>
    public ReadOnlySpan<int> Lost(int node) => _tree.Lost(_numbers[node]);

    public int Node(int lost) => _back[lost];

    public static Dominans Of(Udsnit udsnit, bool upsideDown)
    {
        var builder = new TalgrafBuilder();
        for (var node = 0; node <= udsnit.Nodes.Count; node++)
        {
            var number = builder.Number(Encoding.UTF8.GetBytes(node.ToString(CultureInfo.InvariantCulture)));
            builder.Node(number, node == udsnit.Nodes.Count ? NodeKind.Vision : NodeKind.Bidrag, [], []);
        }

        var hangs = new bool[udsnit.Nodes.Count];
        for (var edge = 0; edge < udsnit.Edges.Count; edge++)
        {
            if (!udsnit.TypeOf(edge).IsHierarchy() || (!upsideDown && IsOverruled(udsnit, edge)))
            {
                continue;
            }

            var (from, to) = upsideDown ? (udsnit.To(edge), udsnit.From(edge)) : (udsnit.From(edge), udsnit.To(edge));
            builder.Hierarchy(from, to);
            hangs[to] = true;
        }

        for (var node = 0; node < hangs.Length; node++)
        {
            if (!hangs[node])
            {
                builder.Hierarchy(hangs.Length, node);
            }
        }

        var graph = builder.Build(out var numbers);
        return new(graph.Support, numbers);
    }

    /// <summary>A vision over a goal that a policy contains: the goal falls with its policies all the same.</summary>
    private static bool IsOverruled(Udsnit udsnit, int edge)
    {
        if (udsnit.TypeOf(edge) == EdgeType.Indeholder)
        {
            return false;
        }

        foreach (var other in udsnit.In(udsnit.To(edge)))
        {
            if (udsnit.TypeOf(other) == EdgeType.Indeholder)
            {
                return true;
            }
        }

        return false;
    }
}

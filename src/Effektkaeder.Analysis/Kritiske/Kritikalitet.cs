using System.Globalization;
using System.Text;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kritiske;

/// <summary>What one node alone carries.</summary>
/// <param name="Mister">What falls or loses all its ground if the node falls, nearest level first; itself left out.</param>
/// <param name="Opgives">What stands above it and is pursued by nothing else: no way down from it but through the node.</param>
public sealed record Kritisk(Node Node, IReadOnlyList<Node> Mister, IReadOnlyList<Node> Opgives);

/// <summary>
/// Single points of failure, both ways: what hangs under each node in the dominator tree of the hierarchy, and of the hierarchy upside
/// down. Downwards it is what an impact of dropping the node says falls or loses its ground: a goal falls with its only policy whatever
/// vision points at it.
/// </summary>
public static class Kritikalitet
{
    /// <summary>Every node that alone carries something, the most carried first, then the most given up, then by key.</summary>
    public static IReadOnlyList<Kritisk> Of(Udsnit udsnit)
    {
        var (down, up) = (Tree(udsnit, upsideDown: false), Tree(udsnit, upsideDown: true));
        return
        [
            .. udsnit
                .Nodes.Select((node, i) => new Kritisk(node, Lost(down, i), Lost(up, i)))
                .Where(k => k.Mister.Count + k.Opgives.Count > 0)
                .OrderByDescending(k => k.Mister.Count)
                .ThenByDescending(k => k.Opgives.Count)
                .ThenBy(k => k.Node.Key, StringComparer.Ordinal),
        ];

        IReadOnlyList<Node> Lost((Grundlagstrae Tree, int[] Numbers, int[] Back) from, int node)
        {
            var lost = from.Tree.Lost(from.Numbers[node]).ToArray();
            return [.. lost.Select(n => udsnit.Nodes[from.Back[n]]).OrderBy(n => n.Level ?? -1).ThenBy(n => n.Key, StringComparer.Ordinal)];
        }
    }

    /// <summary>The tree under a root of its own, which stands over all that has nothing above it.</summary>
    private static (Grundlagstrae Tree, int[] Numbers, int[] Back) Tree(Udsnit udsnit, bool upsideDown)
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
        var back = new int[numbers.Length];
        for (var node = 0; node < numbers.Length; node++)
        {
            back[numbers[node]] = node;
        }

        return (graph.Support, numbers, back);
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

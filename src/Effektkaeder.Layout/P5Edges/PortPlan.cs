using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P5Edges.Spread;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>
/// Where each hop of each edge begins and ends across the levels. Ends are spread on a box's border in the order that
/// makes none of them cross: arcs to earlier places first, near before far, then the inner edges by their other end,
/// then arcs to later places, far before near.
/// </summary>
internal sealed class PortPlan
{
    private readonly int[] _first;
    private readonly double[] _at;

    private PortPlan(OrderedGraph graph)
    {
        _first = new int[graph.Chains.Length + 1];
        for (var e = 0; e < graph.Chains.Length; e++)
        {
            _first[e + 1] = _first[e] + (2 * (graph.Chains[e].Items.Length - 1));
        }

        _at = new double[_first[^1]];
    }

    /// <summary>The place of a hop's first end (<paramref name="end"/> 0) or second end (1).</summary>
    public double At(int edge, int hop, int end) => _at[_first[edge] + (2 * hop) + end];

    public static PortPlan Make(PositionedGraph positioned)
    {
        var graph = positioned.Ordered;
        var plan = new PortPlan(graph);
        var place = new int[graph.Items.Length];
        foreach (var column in graph.Columns)
        {
            for (var i = 0; i < column.Length; i++)
            {
                place[column[i]] = i;
            }
        }

        var nodes = graph.Layered.Graph.Nodes;
        var ends = new List<PortEnd>[nodes.Length * 2];
        for (var e = 0; e < graph.Chains.Length; e++)
        {
            var chain = graph.Chains[e];
            for (var hop = 0; hop + 1 < chain.Items.Length; hop++)
            {
                for (var end = 0; end < 2; end++)
                {
                    var (item, other) = (chain.Items[hop + end], chain.Items[hop + 1 - end]);
                    var slot = plan._first[e] + (2 * hop) + end;
                    if (!graph.Items[item].IsNode)
                    {
                        plan._at[slot] = positioned.Centre[item];
                        continue;
                    }

                    var (column, otherColumn) = (graph.Items[item].Column, graph.Items[other].Column);
                    var side =
                        column == otherColumn ? chain.Turn
                        : otherColumn < column ? Side.Before
                        : Side.After;
                    var key = PortEnd.Key(item == other, column == otherColumn, place[item], place[other], e, end);
                    (ends[(2 * item) + (int)side] ??= []).Add(new PortEnd(slot, other, column == otherColumn, key));
                }
            }
        }

        for (var k = 0; k < ends.Length; k++)
        {
            if (ends[k] is { } list)
            {
                list.Sort((a, b) => a.Order.CompareTo(b.Order));
                BorderSpread.Apply(positioned, k / 2, list, plan._at);
            }
        }

        return plan;
    }
}

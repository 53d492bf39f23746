using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>Draws one edge hop by hop, in the engine's own frame.</summary>
internal static class EdgePath
{
    public static RoutedEdge Draw(int edge, PositionedGraph positioned, PortPlan ports, Channel[] channels, ColumnPlan columns)
    {
        var graph = positioned.Ordered;
        var chain = graph.Chains[edge];
        var input = graph.Layered.Graph;
        var spacing = input.Options.EdgeSpacing;
        var first = graph.Items[chain.Items[0]];
        var second = graph.Items[chain.Items[1]];
        var leavesBefore = first.Column == second.Column ? chain.Turn == Side.Before : second.Column < first.Column;
        var pen = new Pen(Border(chain.Items[0], leavesBefore), ports.At(edge, 0, 0), input.Options.Direction);

        for (var hop = 0; hop + 1 < chain.Items.Length; hop++)
        {
            var (a, b) = (graph.Items[chain.Items[hop]].Column, graph.Items[chain.Items[hop + 1]].Column);
            var end = ports.At(edge, hop, 1);
            if (a == b)
            {
                var before = chain.Turn == Side.Before;
                var distance = channels[before ? a : a + 1].Offset(edge, hop);
                pen.Turn(before ? columns.Start[a] - distance : columns.EndOf(a) + distance, end, spacing);
            }
            else
            {
                var channel = Math.Max(a, b);
                var start = columns.CurveStart[channel] + channels[channel].Offset(edge, hop);
                var stop = start + channels[channel].CurveLength;
                pen.Bend(a < b ? start : stop, a < b ? stop : start, end);
            }
        }

        var last = graph.Items[chain.Items[^1]];
        var beforeLast = graph.Items[chain.Items[^2]];
        pen.LineTo(Border(chain.Items[^1], last.Column == beforeLast.Column ? chain.Turn == Side.Before : beforeLast.Column < last.Column));
        return pen.Finish(input.Input.Edges[edge]);

        double Border(int node, bool before) => columns.Start[graph.Items[node].Column] + (before ? 0 : input.Nodes[node].Length);
    }
}

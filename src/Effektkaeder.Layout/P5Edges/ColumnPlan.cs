using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>Where the columns and the curves between them lie along the levels.</summary>
internal sealed record ColumnPlan(double[] Start, double[] Length, double[] CurveStart, double End)
{
    public double EndOf(int column) => Start[column] + Length[column];

    public static ColumnPlan Make(PositionedGraph positioned, Channel[] channels)
    {
        var graph = positioned.Ordered;
        var options = graph.Layered.Graph.Options;
        var count = graph.Columns.Length;
        var length = new double[count];
        for (var c = 0; c < count; c++)
        {
            length[c] = graph
                .Columns[c]
                .Where(i => graph.Items[i].IsNode)
                .Select(i => graph.Layered.Graph.Nodes[i].Length)
                .DefaultIfEmpty(0)
                .Max();
        }

        var old = OldStarts(graph);
        var start = new double[count];
        var curveStart = new double[count + 1];
        var at = options.Margin + options.LaneHeaderSize + (options.LaneHeaderSize > 0 ? options.LevelSpacing / 4 : options.LanePadding);
        for (var c = 0; c <= count; c++)
        {
            var channel = channels[c];
            var outside = c == 0 || c == count;
            curveStart[c] = at + channel.ArcsAfterPrevious;
            at = curveStart[c] + (outside ? 0 : channel.CurveLength + channel.Tracks) + channel.ArcsBeforeNext;
            if (c < count)
            {
                start[c] = at = Math.Max(at, old[c]);
                at += length[c];
            }
        }

        return new ColumnPlan(start, length, curveStart, at + options.LanePadding);
    }

    /// <summary>Columns of an earlier drawing never move towards the start.</summary>
    private static double[] OldStarts(OrderedGraph graph)
    {
        var old = new double[graph.Columns.Length];
        var input = graph.Layered.Graph;
        if (input.Options.Previous is { } previous)
        {
            var boxes = previous.Known.ToDictionary(n => n.Id, n => n.Box, StringComparer.Ordinal);
            for (var i = 0; i < input.Nodes.Length; i++)
            {
                if (boxes.TryGetValue(input.Input.Nodes[i].Id, out var box))
                {
                    var column = graph.Items[i].Column;
                    old[column] = Math.Max(old[column], Frame.Back(box, input.Options.Direction).Main);
                }
            }
        }

        return old;
    }
}

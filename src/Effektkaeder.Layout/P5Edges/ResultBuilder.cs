using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>Puts the finished drawing together and turns it back into the caller's frame.</summary>
internal static class ResultBuilder
{
    private static IReadOnlyList<PlacedNode> Remembered(IndexedGraph input)
    {
        var drawn = input.Input.Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return input.Options.Previous is { } previous ? [.. previous.Known.Where(n => !drawn.Contains(n.Id))] : [];
    }

    public static LayoutResult Build(PositionedGraph positioned, ColumnPlan columns, RoutedEdge[] edges)
    {
        var graph = positioned.Ordered;
        var input = graph.Layered.Graph;
        var options = input.Options;
        var direction = options.Direction;
        var nodes = new PlacedNode[input.Nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (length, breadth, _, _) = input.Nodes[i];
            var column = graph.Items[i].Column;
            var box = Frame.Rectangle(columns.Start[column], positioned.Centre[i] - (breadth / 2), length, breadth, direction);
            var level = graph.Layered.LevelNumbers[graph.Layered.ColumnLevel[column]];
            nodes[i] = new PlacedNode(input.Input.Nodes[i].Id, box, level, input.Input.Nodes[i].Lane, column);
        }

        var lanes = positioned.Bands.Select(
            (band, lane) =>
                new LaneBand(
                    graph.Lanes[lane],
                    Frame.Rectangle(
                        options.Margin,
                        band.Start - options.LanePadding,
                        columns.End - options.Margin,
                        band.End - band.Start + (2 * options.LanePadding),
                        direction
                    )
                )
        );

        var crossEnd = positioned.Bands.Select(b => b.End + options.LanePadding).DefaultIfEmpty(options.Margin).Max();
        var levels = graph.Layered.LevelNumbers.Select(
            (number, l) =>
            {
                var first = Array.IndexOf(graph.Layered.ColumnLevel, l);
                var start = columns.Start[first];
                var end = columns.EndOf(Array.LastIndexOf(graph.Layered.ColumnLevel, l));
                return new LevelBand(number, Frame.Rectangle(start, options.Margin, end - start, crossEnd - options.Margin, direction));
            }
        );

        var size = Frame.Point(columns.End + options.Margin, crossEnd + options.Margin, direction);
        var drawing = new LayoutResult(nodes, edges, [.. lanes], [.. levels], size.X, size.Y) { Remembered = Remembered(input) };
        var (bodyStart, bodyTop) = (options.Margin + options.LaneHeaderSize, options.Margin + options.LevelHeaderSize);
        return LabelPlaces.Add(
            drawing,
            input.Input,
            Frame.Rectangle(bodyStart, bodyTop, columns.End - bodyStart, crossEnd - bodyTop, direction)
        );
    }
}

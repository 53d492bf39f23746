using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>In which channel each edge of an earlier drawing went over from the one end's place to the other's.</summary>
internal static class PreviousWays
{
    /// <returns>By edge, the channel before the column of that number; -1 where nothing is known.</returns>
    public static int[] Channels(LayeredGraph layered)
    {
        var graph = layered.Graph;
        var channels = new int[graph.Edges.Length];
        Array.Fill(channels, -1);
        if (graph.Options.Previous is not { } previous || previous.Nodes.Count == 0)
        {
            return channels;
        }

        var direction = graph.Options.Direction;
        var middles = previous
            .Nodes.GroupBy(n => n.Column)
            .OrderBy(g => g.Key)
            .Select(g => g.Select(n => Frame.Back(n.Box, direction)).Max(b => b.Main + (b.Length / 2)))
            .ToArray();
        if (middles.Length != layered.ColumnCount)
        {
            return channels;
        }

        var ways = previous.Edges.ToDictionary(e => e.Id, e => e.Points, StringComparer.Ordinal);
        for (var e = 0; e < channels.Length; e++)
        {
            if (ways.TryGetValue(graph.Input.Edges[e].Id, out var points) && points.Count > 1)
            {
                var main = Swing(points, direction);
                channels[e] = middles.Count(m => m < main);
            }
        }

        return channels;
    }

    /// <summary>Where along the levels the path moves most across them.</summary>
    private static double Swing(IReadOnlyList<LayoutPoint> points, LayoutDirection direction)
    {
        var (most, at) = (-1.0, 0.0);
        for (var k = 1; k < points.Count; k++)
        {
            var (a, b) = direction == LayoutDirection.LeftToRight ? (points[k - 1], points[k]) : (Turned(points[k - 1]), Turned(points[k]));
            if (Math.Abs(b.Y - a.Y) > most)
            {
                (most, at) = (Math.Abs(b.Y - a.Y), (a.X + b.X) / 2);
            }
        }

        return at;

        static LayoutPoint Turned(LayoutPoint p) => new(p.Y, p.X);
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Measures;

/// <summary>Everything measured of one drawing of one graph; lengths in the unit of the nodes' sizes.</summary>
/// <param name="Crossings">Points where two edges cross.</param>
/// <param name="ThroughNodes">Pairs of an edge and a node it runs through, its own ends apart.</param>
/// <param name="Overlaps">Pairs of overlapping nodes.</param>
/// <param name="LyingPairs">Pairs of edges that run on one another for more than 12.</param>
/// <param name="QuarterTurns">All turning of all edges, in right angles.</param>
/// <param name="MeanLength">Of the edges.</param>
/// <param name="Area">Of everything drawn, in millions.</param>
/// <param name="Aspect">Height by width.</param>
/// <param name="LevelViolations">Nodes not past every node of earlier levels.</param>
/// <param name="LaneViolations">Nodes inside the extent of another lane.</param>
/// <param name="Milliseconds">As the engine says.</param>
internal sealed record Score(
    double Crossings,
    double ThroughNodes,
    double Overlaps,
    double LyingPairs,
    double QuarterTurns,
    double MeanLength,
    double Area,
    double Aspect,
    double LevelViolations,
    double LaneViolations,
    double Milliseconds
)
{
    public static Score Of(LayoutGraph graph, Drawing drawing)
    {
        var (crossings, lying) = Measures.Crossings.Count(drawing);
        var (width, height) = Extent(drawing);
        return new Score(
            crossings,
            Boxes.ThroughNodes(graph, drawing),
            Boxes.Overlaps(drawing),
            lying,
            drawing.Paths.Sum(Turns),
            drawing.Paths.Length == 0 ? 0 : drawing.Paths.Average(Length),
            width * height / 1e6,
            height / width,
            Boxes.LevelViolations(graph, drawing),
            Boxes.LaneViolations(graph, drawing),
            drawing.Milliseconds
        );
    }

    /// <summary>The median of each measure.</summary>
    public static Score Median(IReadOnlyList<Score> scores)
    {
        return new Score(
            Of(s => s.Crossings),
            Of(s => s.ThroughNodes),
            Of(s => s.Overlaps),
            Of(s => s.LyingPairs),
            Of(s => s.QuarterTurns),
            Of(s => s.MeanLength),
            Of(s => s.Area),
            Of(s => s.Aspect),
            Of(s => s.LevelViolations),
            Of(s => s.LaneViolations),
            Of(s => s.Milliseconds)
        );

        double Of(Func<Score, double> measure) => scores.Select(measure).Order().ElementAt(scores.Count / 2);
    }

    private static (double Width, double Height) Extent(Drawing drawing)
    {
        var points = drawing
            .Paths.SelectMany(p => p)
            .Concat(drawing.Boxes.SelectMany(b => new[] { new LayoutPoint(b.X, b.Y), new LayoutPoint(b.Right, b.Bottom) }))
            .ToList();
        return (points.Max(p => p.X) - points.Min(p => p.X), points.Max(p => p.Y) - points.Min(p => p.Y));
    }

    private static double Length(LayoutPoint[] path) =>
        path.Zip(path.Skip(1), (a, b) => Math.Sqrt(((b.X - a.X) * (b.X - a.X)) + ((b.Y - a.Y) * (b.Y - a.Y)))).Sum();

    private static double Turns(LayoutPoint[] path)
    {
        var sum = 0.0;
        for (var k = 1; k + 1 < path.Length; k++)
        {
            var (ax, ay) = (path[k].X - path[k - 1].X, path[k].Y - path[k - 1].Y);
            var (bx, by) = (path[k + 1].X - path[k].X, path[k + 1].Y - path[k].Y);
            sum += Math.Abs(Math.Atan2((ax * by) - (ay * bx), (ax * bx) + (ay * by)));
        }

        return sum / (Math.PI / 2);
    }
}

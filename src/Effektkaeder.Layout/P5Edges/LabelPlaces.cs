using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>
/// Places edges' labels, in the order of the edges, each centred on its own route: at the middle, else stepping outward
/// towards both ends, where it lies on the fewest other edges.
/// <para>Ensures: a label lies in the body of the drawing, on no box, on no other label and on no more than
/// <see cref="MostForeign"/> other edges; one that finds no such place has none.</para>
/// </summary>
internal sealed class LabelPlaces
{
    /// <summary>A label on more edges than these would be read as any of theirs.</summary>
    private const int MostForeign = 1;

    /// <summary>Free space around a label.</summary>
    private const double Gap = 2;

    private const double Step = 6;

    private readonly LayoutRectangle _body;
    private readonly Tiles<LayoutRectangle> _taken = new();
    private readonly Tiles<(int Edge, LayoutPoint From, LayoutPoint To)> _segments = new();

    private LabelPlaces(LayoutResult drawing, LayoutRectangle body)
    {
        _body = body;
        foreach (var node in drawing.Nodes)
        {
            _taken.Add(node.Box, node.Box);
        }

        for (var e = 0; e < drawing.Edges.Count; e++)
        {
            var points = drawing.Edges[e].Points;
            for (var k = 0; k + 1 < points.Count; k++)
            {
                _segments.Add(Around(points[k], points[k + 1]), (e, points[k], points[k + 1]));
            }
        }
    }

    /// <param name="drawing">Finished but for the labels.</param>
    /// <param name="input">Says which edges have a label, and of what size.</param>
    /// <param name="body">Where labels may lie: the drawing without its headings.</param>
    public static LayoutResult Add(LayoutResult drawing, LayoutGraph input, LayoutRectangle body)
    {
        if (input.Edges.All(e => e.Label is null))
        {
            return drawing;
        }

        var places = new LabelPlaces(drawing, body);
        return drawing with
        {
            Edges =
            [
                .. drawing.Edges.Select(
                    (edge, e) => input.Edges[e].Label is { } size ? edge with { LabelAt = places.Find(e, edge.Points, size) } : edge
                ),
            ],
        };
    }

    private LayoutPoint? Find(int edge, IReadOnlyList<LayoutPoint> points, LayoutSize size)
    {
        var (best, fewest) = ((LayoutRectangle?)null, MostForeign + 1);
        foreach (var centre in Candidates(points))
        {
            var label = new LayoutRectangle(
                centre.X - (size.Width / 2) - Gap,
                centre.Y - (size.Height / 2) - Gap,
                size.Width + (2 * Gap),
                size.Height + (2 * Gap)
            );
            if (Inside(label) && !_taken.In(label).Any(t => Overlap(t, label)))
            {
                var foreign = _segments
                    .In(label)
                    .Where(s => s.Edge != edge && Cuts(s.From, s.To, label))
                    .Select(s => s.Edge)
                    .Distinct()
                    .Count();
                if (foreign < fewest)
                {
                    (best, fewest) = (label, foreign);
                }

                if (foreign == 0)
                {
                    break;
                }
            }
        }

        if (best is not { } found)
        {
            return null;
        }

        _taken.Add(found, found);
        return new LayoutPoint(found.X + (found.Width / 2), found.Y + (found.Height / 2));
    }

    private static IEnumerable<LayoutPoint> Candidates(IReadOnlyList<LayoutPoint> points)
    {
        var reached = new double[points.Count];
        for (var k = 1; k < points.Count; k++)
        {
            reached[k] = reached[k - 1] + double.Hypot(points[k].X - points[k - 1].X, points[k].Y - points[k - 1].Y);
        }

        var middle = reached[^1] / 2;
        yield return At(middle);
        for (var away = Step; away < middle; away += Step)
        {
            yield return At(middle - away);
            yield return At(middle + away);
        }

        LayoutPoint At(double along)
        {
            var found = Array.BinarySearch(reached, along);
            var next = Math.Clamp(found < 0 ? ~found : found, 1, points.Count - 1);
            var (a, b, length) = (points[next - 1], points[next], reached[next] - reached[next - 1]);
            var share = length > 0 ? (along - reached[next - 1]) / length : 0;
            return new LayoutPoint(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));
        }
    }

    private bool Inside(LayoutRectangle label) =>
        label.X >= _body.X && label.Y >= _body.Y && label.Right <= _body.Right && label.Bottom <= _body.Bottom;

    private static bool Overlap(LayoutRectangle a, LayoutRectangle b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private static LayoutRectangle Around(LayoutPoint a, LayoutPoint b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));

    /// <summary>Whether a segment has a point in the box: their extents overlap, and not all corners lie on one side of it.</summary>
    private static bool Cuts(LayoutPoint a, LayoutPoint b, LayoutRectangle box)
    {
        if (Math.Max(a.X, b.X) < box.X || Math.Min(a.X, b.X) > box.Right || Math.Max(a.Y, b.Y) < box.Y || Math.Min(a.Y, b.Y) > box.Bottom)
        {
            return false;
        }

        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (p, q) = (Side(box.X, box.Y), Side(box.Right, box.Y));
        var (r, s) = (Side(box.X, box.Bottom), Side(box.Right, box.Bottom));
        return Math.Min(Math.Min(p, q), Math.Min(r, s)) <= 0 && Math.Max(Math.Max(p, q), Math.Max(r, s)) >= 0;

        double Side(double x, double y) => (dx * (y - a.Y)) - (dy * (x - a.X));
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Measures;

/// <summary>What is wrong with boxes: overlaps, edges through them, levels and lanes not kept.</summary>
internal static class Boxes
{
    private const double Slack = 0.5;

    public static int Overlaps(Drawing drawing)
    {
        var order = drawing.Boxes.OrderBy(b => b.Y).ToArray();
        var sum = 0;
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length && order[j].Y < order[i].Bottom - Slack; j++)
            {
                sum += Overlap(order[i], order[j], Slack) ? 1 : 0;
            }
        }

        return sum;
    }

    public static int ThroughNodes(LayoutGraph graph, Drawing drawing)
    {
        var index = graph.Nodes.Select((n, i) => (n.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var byTop = Enumerable.Range(0, drawing.Boxes.Length).OrderBy(i => drawing.Boxes[i].Y).ToArray();
        var tops = byTop.Select(i => drawing.Boxes[i].Y).ToArray();
        var tallest = drawing.Boxes.Max(b => b.Height);
        var sum = 0;
        for (var e = 0; e < drawing.Paths.Length; e++)
        {
            var (source, target) = (index[graph.Edges[e].Source], index[graph.Edges[e].Target]);
            var hit = new HashSet<int>();
            foreach (var (a, b) in drawing.Paths[e].Zip(drawing.Paths[e].Skip(1)))
            {
                var first = Array.BinarySearch(tops, Math.Min(a.Y, b.Y) - tallest);
                for (var k = first < 0 ? ~first : first; k < tops.Length && tops[k] < Math.Max(a.Y, b.Y); k++)
                {
                    var node = byTop[k];
                    if (node != source && node != target && Cuts(a, b, drawing.Boxes[node], Slack))
                    {
                        hit.Add(node);
                    }
                }
            }

            sum += hit.Count;
        }

        return sum;
    }

    public static int LevelViolations(LayoutGraph graph, Drawing drawing)
    {
        var sum = 0;
        var reached = double.NegativeInfinity;
        foreach (
            var level in Enumerable
                .Range(0, drawing.Boxes.Length)
                .Where(i => graph.Nodes[i].Level is not null)
                .GroupBy(i => graph.Nodes[i].Level)
                .OrderBy(g => g.Key)
        )
        {
            sum += level.Count(i => drawing.Boxes[i].X < reached - Slack);
            reached = Math.Max(reached, level.Max(i => drawing.Boxes[i].Right));
        }

        return sum;
    }

    public static int LaneViolations(LayoutGraph graph, Drawing drawing)
    {
        var lanes = Enumerable
            .Range(0, drawing.Boxes.Length)
            .Where(i => graph.Nodes[i].Lane is not null)
            .GroupBy(i => graph.Nodes[i].Lane)
            .Select(g => (Lane: g.Key, Start: g.Min(i => drawing.Boxes[i].Y), End: g.Max(i => drawing.Boxes[i].Bottom)))
            .ToArray();
        return Enumerable
            .Range(0, drawing.Boxes.Length)
            .Count(i =>
                lanes.Any(l =>
                    l.Lane != graph.Nodes[i].Lane && drawing.Boxes[i].Y < l.End - Slack && l.Start < drawing.Boxes[i].Bottom - Slack
                )
            );
    }

    public static bool Overlap(LayoutRectangle a, LayoutRectangle b, double slack) =>
        a.X < b.Right - slack && b.X < a.Right - slack && a.Y < b.Bottom - slack && b.Y < a.Bottom - slack;

    /// <summary>Whether a segment has a point inside the box, its border not counted (clipping after Liang and Barsky).</summary>
    public static bool Cuts(LayoutPoint a, LayoutPoint b, LayoutRectangle box, double slack)
    {
        var (from, to) = (0.0, 1.0);
        return Clip(a.X, b.X - a.X, box.X + slack, box.Right - slack)
            && Clip(a.Y, b.Y - a.Y, box.Y + slack, box.Bottom - slack)
            && from < to;

        bool Clip(double start, double delta, double low, double high)
        {
            if (Math.Abs(delta) < 1e-12)
            {
                return start > low && start < high;
            }

            var (t, u) = ((low - start) / delta, (high - start) / delta);
            from = Math.Max(from, Math.Min(t, u));
            to = Math.Min(to, Math.Max(t, u));
            return from < to;
        }
    }
}

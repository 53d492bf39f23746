using System.Globalization;
using System.Text;
using System.Text.Json;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Peers;

/// <summary>
/// Graphviz: levels as equal ranks along a chain of unseen nodes, lanes as clusters (which with ranks across them needs
/// <c>newrank</c>). Its time is the whole program's.
/// </summary>
internal sealed class DotEngine(string name, bool levels, bool lanes) : IEngine
{
    private const double Unit = 72;

    public string Name => name;

    public string? Missing =>
        Runner.Run("dot", ["-Tplain"], "digraph{}", TimeSpan.FromSeconds(10)) is null ? "dot (Debian package graphviz)" : null;

    public Drawing? Draw(LayoutGraph graph, TimeSpan limit)
    {
        if (Runner.Run("dot", ["-Tjson0"], Text(graph), limit) is not { } run)
        {
            return null;
        }

        using var document = JsonDocument.Parse(run.Text);
        var boxes = new LayoutRectangle[graph.Nodes.Count];
        foreach (var node in document.RootElement.GetProperty("objects").EnumerateArray())
        {
            if (node.TryGetProperty("pos", out var pos) && int.TryParse(node.GetProperty("name").GetString(), out var i))
            {
                var at = Point(pos.GetString()!);
                boxes[i] = new LayoutRectangle(
                    at.X - (graph.Nodes[i].Width / 2),
                    at.Y - (graph.Nodes[i].Height / 2),
                    graph.Nodes[i].Width,
                    graph.Nodes[i].Height
                );
            }
        }

        var paths = new LayoutPoint[graph.Edges.Count][];
        foreach (var edge in document.RootElement.GetProperty("edges").EnumerateArray())
        {
            if (edge.TryGetProperty("tag", out var tag) && edge.TryGetProperty("pos", out var pos))
            {
                paths[int.Parse(tag.GetString()!, CultureInfo.InvariantCulture)] = Flatten(pos.GetString()!);
            }
        }

        return paths.Contains(null!) ? null : new Drawing(boxes, paths, run.Milliseconds);
    }

    private string Text(LayoutGraph graph)
    {
        var text = new StringBuilder(
            "digraph {\nrankdir=LR; newrank=true; nodesep=0.19; ranksep=0.61; node [shape=box fixedsize=true label=\"\"]; edge "
                + "[arrowhead=none];\n"
        );
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            index.Add(graph.Nodes[i].Id, i);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{i} [width={graph.Nodes[i].Width / Unit} height={graph.Nodes[i].Height / Unit}];\n"
            );
        }

        var all = Enumerable.Range(0, graph.Nodes.Count).ToList();
        if (lanes)
        {
            foreach (var lane in all.GroupBy(i => graph.Nodes[i].Lane))
            {
                text.Append(CultureInfo.InvariantCulture, $"subgraph \"cluster {lane.Key}\" {{ {string.Join("; ", lane)} }}\n");
            }
        }

        if (levels)
        {
            var groups = all.GroupBy(i => graph.Nodes[i].Level).OrderBy(g => g.Key).ToList();
            text.Append(string.Join(" -> ", groups.Select(g => $"L{g.Key}"))).Append(" [style=invis];\n");
            foreach (var level in groups)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"L{level.Key} [style=invis width=0.01 height=0.01]; {{ rank=same; L{level.Key}; {string.Join("; ", level)} }}\n"
                );
            }
        }

        for (var e = 0; e < graph.Edges.Count; e++)
        {
            var edge = graph.Edges[e];
            var loose = levels && edge.Kind == EdgeKind.Coupling ? " constraint=false" : "";
            text.Append(CultureInfo.InvariantCulture, $"{index[edge.Source]} -> {index[edge.Target]} [tag={e}{loose}];\n");
        }

        return text.Append('}').ToString();
    }

    /// <summary>A B-spline as dot writes it: a start, then three points a curve; an arrow's tip may come before.</summary>
    private static LayoutPoint[] Flatten(string pos)
    {
        var ctrl = pos.Split(';')[0]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p[0] is not ('e' or 's'))
            .Select(Point)
            .ToArray();
        var points = new List<LayoutPoint> { ctrl[0] };
        for (var i = 0; i + 3 < ctrl.Length; i += 3)
        {
            for (var k = 1; k <= 8; k++)
            {
                var (t, u) = (k / 8.0, 1 - (k / 8.0));
                var (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
                points.Add(
                    new LayoutPoint(
                        (a * ctrl[i].X) + (b * ctrl[i + 1].X) + (c * ctrl[i + 2].X) + (d * ctrl[i + 3].X),
                        (a * ctrl[i].Y) + (b * ctrl[i + 1].Y) + (c * ctrl[i + 2].Y) + (d * ctrl[i + 3].Y)
                    )
                );
            }
        }

        return [.. points];
    }

    private static LayoutPoint Point(string text)
    {
        var at = text.Split(',');
        return new LayoutPoint(double.Parse(at[0], CultureInfo.InvariantCulture), -double.Parse(at[1], CultureInfo.InvariantCulture));
    }
}

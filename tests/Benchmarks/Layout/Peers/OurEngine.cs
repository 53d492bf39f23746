using System.Diagnostics;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Peers;

/// <summary>The engine of this house; warm, best of three, as a server runs it.</summary>
internal sealed class OurEngine(string name, LayoutOptions options) : IEngine
{
    public string Name => name;

    public string? Missing => null;

    public Drawing? Draw(LayoutGraph graph, TimeSpan limit)
    {
        LayoutResult? result = null;
        var best = double.PositiveInfinity;
        for (var run = 0; run < 4; run++)
        {
            var watch = Stopwatch.StartNew();
            result = LayoutPipeline.Run(graph, options);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return new Drawing([.. result!.Nodes.Select(n => n.Box)], [.. result.Edges.Select(e => e.Points.ToArray())], best);
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Measures;

/// <summary>A drawing as any engine gives it: boxes and paths by the index of node and edge, and the time it took.</summary>
internal sealed record Drawing(LayoutRectangle[] Boxes, LayoutPoint[][] Paths, double Milliseconds);

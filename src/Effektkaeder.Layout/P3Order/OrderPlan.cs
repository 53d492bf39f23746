using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>How much work an order is worth: decided by sizes alone, never by a clock, so that it repeats.</summary>
/// <param name="Starts">Independent starts, of which the best is kept.</param>
/// <param name="Sweeps">Most sweeps of one start.</param>
/// <param name="Rounds">Rounds of moving items and drawing couplings anew.</param>
/// <param name="Window">How far one item looks for a better place.</param>
/// <param name="DetourCost">Crossings that one more column on a way is worth.</param>
/// <param name="Routed">Whether couplings get ways of their own, or go as inner edges like the hierarchy.</param>
internal sealed record OrderPlan(int Starts, int Sweeps, int Rounds, int Window, double DetourCost, bool Routed)
{
    public static OrderPlan For(LayeredGraph layered)
    {
        var graph = layered.Graph;
        var size = graph.Nodes.Length + graph.Edges.Length;
        var factor = graph.Options.Effort switch { LayoutEffort.Quick => 0.0, LayoutEffort.Thorough => 4.0, _ => 1.0 };
        var starts = Math.Clamp((int)(factor * 900 / Math.Max(1, size)), 1, 24);
        var rounds = factor == 0 ? 1 : size < 2500 ? (int)(2 * Math.Max(1, factor / 2)) : (int)Math.Max(1, factor / 2);
        return new OrderPlan(starts, factor == 0 ? 4 : 16, rounds, size < 2500 ? 200 : 60, 1.0, true);
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>How much work an order is worth: decided by sizes alone, never by a clock, so that it repeats.</summary>
/// <param name="Starts">Starts, of which the best is kept.</param>
/// <param name="Fresh">How many of them begin from nothing; the others begin near the best so far.</param>
/// <param name="Sweeps">Most sweeps of one start.</param>
/// <param name="LongRounds">Most rounds of putting long edges back on their best way.</param>
/// <param name="Rounds">Rounds of moving items and drawing couplings anew.</param>
/// <param name="LeastGain">A round of long edges that gains less than one crossing in so many is the last.</param>
/// <param name="DetourCost">Crossings that one more column on a way is worth.</param>
internal sealed record OrderPlan(int Starts, int Fresh, int Sweeps, int LongRounds, int Rounds, int LeastGain, double DetourCost)
{
    public static OrderPlan For(LayeredGraph layered)
    {
        var graph = layered.Graph;
        var size = graph.Nodes.Length + graph.Edges.Length;
        var couplings = graph.Edges.Any(e => e.Kind == EdgeKind.Coupling);
        var factor = graph.Options.Effort switch
        {
            LayoutEffort.Quick => 0.0,
            LayoutEffort.Thorough => 4.0,
            _ => 1.0,
        };

        // Couplings take most of the time of a start; without them there is time for more starts. A picture that one person takes in is
        // worth many, and more the smaller it is; a large graph has time for one.
        var worth =
            !couplings ? 9000.0 / size
            : size > 1500 ? 1
            : Math.Max(3740.0 / size * Math.Max(1, 110.0 / size), 308 / Math.Sqrt(size));
        var starts = (int)Math.Clamp(factor * worth, 1, Math.Max(1, factor) * (couplings ? 80 : 42));

        // Long edges are put on their best way once more when couplings are drawn.
        var longRounds = couplings && size > 5000 ? 1 : 4;
        return new OrderPlan(
            starts,
            Fresh: couplings ? Math.Min(16, 2 + (starts / 3)) : 1 + (starts / 4),
            Sweeps: factor == 0 ? 4 : 16,
            LongRounds: factor == 0 ? 0 : (int)((factor > 1 ? 4 : longRounds) * factor),
            Rounds: factor == 0 ? 1
                : size < 2500 ? (int)(2 * Math.Max(1, factor / 2))
                : (int)Math.Max(1, factor / 2),
            LeastGain: size < 2500 ? 200 : 64,
            DetourCost: 4
        );
    }
}

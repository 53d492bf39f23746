namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Starts against one another: one that is clearly behind the best so far at the same stage is given up there, and what it would have
/// cost is spent on others. Small graphs have slack, as there a few crossings are many per cent.
/// <para>Source: Maron and Moore, "The racing algorithm" (1997).</para>
/// </summary>
internal sealed class Race
{
    private const int Slack = 12;

    /// <summary>By stage, how far behind is too far, as a share of the best: later stages tell more of the end.</summary>
    private static readonly double[] Behind = [0.15, 0.03, 0.01];

    private readonly long[] _best = [long.MaxValue / 2, long.MaxValue / 2, long.MaxValue / 2];

    /// <param name="stage">0 when the hierarchy is laid, 1 when couplings are drawn, 2 when they have been drawn anew once.</param>
    public bool IsLost(int stage, long crossings)
    {
        if (crossings > (_best[stage] * (1 + Behind[stage])) + Slack)
        {
            return true;
        }

        _best[stage] = Math.Min(crossings, _best[stage]);
        return false;
    }
}

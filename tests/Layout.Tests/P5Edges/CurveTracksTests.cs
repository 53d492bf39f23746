using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P5Edges;
using Xunit;

namespace Effektkaeder.Layout.Tests.P5Edges;

public sealed class CurveTracksTests
{
    [Fact]
    public void A_curve_that_ends_where_another_starts_has_ended_when_that_one_turns() =>
        ForAll(
            (seed, hops, shift, length) =>
            {
                foreach (var ending in hops)
                {
                    foreach (var starting in hops.Where(h => h.Id != ending.Id && Math.Abs(h.From - ending.To) < 1))
                    {
                        Assert.True(shift[starting.Id] <= shift[ending.Id] + length + 8, $"seed {seed}: {ending} and {starting}");
                    }
                }
            }
        );

    [Fact]
    public void Of_two_curves_that_keep_their_order_the_one_that_starts_later_on_their_way_turns_first() =>
        ForAll(
            (seed, hops, shift, _) =>
            {
                foreach (var one in hops.Where(h => h.To > h.From))
                {
                    foreach (var later in hops.Where(h => h.To > h.From && h.From > one.From && h.To > one.To && h.From <= one.To))
                    {
                        Assert.True(shift[one.Id] >= shift[later.Id], $"seed {seed}: {one} and {later}");
                    }
                }
            }
        );

    /// <summary>Channels from roomy to so full that curves must be longer than the levels are apart.</summary>
    private static void ForAll(Action<int, List<InnerHop>, Dictionary<HopId, double>, double> rule)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var count = 5 + (seed * 6);
            var (from, to) = (Places(), Places());
            random.Shuffle(to);
            var hops = Enumerable.Range(0, count).Select(i => new InnerHop(new HopId(i, 0), from[i], to[i], i, count + i)).ToList();
            var shift = new Dictionary<HopId, double>();
            var (most, length) = CurveTracks.Assign(hops, new LayoutOptions(), shift);
            Assert.Equal(most, shift.Values.Max(), 6);
            rule(seed, hops, shift, length);

            // Both columns hold the same places, so that many curves end in line with another's start.
            double[] Places() => [.. Enumerable.Range(0, count).Select(i => 14.0 * i)];
        }
    }
}

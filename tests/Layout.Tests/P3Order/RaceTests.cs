using Effektkaeder.Layout.P3Order;
using Xunit;

namespace Effektkaeder.Layout.Tests.P3Order;

/// <summary>Which starts are gone on with.</summary>
public sealed class RaceTests
{
    [Fact]
    public void A_start_is_given_up_where_it_is_clearly_behind_the_best_and_sooner_the_later_it_is()
    {
        var race = new Race();
        Assert.False(race.IsLost(0, 1000));
        Assert.False(race.IsLost(2, 1000));
        Assert.False(race.IsLost(0, 1100));
        Assert.True(race.IsLost(2, 1100));
        Assert.True(race.IsLost(0, 1200));
        Assert.False(race.IsLost(0, 800));
        Assert.True(race.IsLost(0, 1000));
    }

    [Fact]
    public void A_few_crossings_are_never_too_many()
    {
        var race = new Race();
        Assert.False(race.IsLost(1, 2));
        Assert.False(race.IsLost(1, 14));
        Assert.True(race.IsLost(1, 15));
    }
}

using Effektkaeder.Diagram.Svg;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

public sealed class TimeAxisTests
{
    private static DateOnly Day(int year, int month = 1, int day = 1) => new(year, month, day);

    [Fact]
    public void Quarters_are_equally_wide_whatever_their_days()
    {
        var axis = new TimeAxis([Day(2025)], 100);
        Assert.Equal(
            [100, 100 + axis.Quarter, 100 + 2 * axis.Quarter, 100 + 3 * axis.Quarter],
            new[] { 1, 4, 7, 10 }.Select(m => axis.Of(Day(2025, m)))
        );
    }

    [Fact]
    public void Time_only_goes_to_the_right()
    {
        var axis = new TimeAxis([Day(2016), Day(2018), Day(2025)], 0);
        var days = Enumerable.Range(0, 366 * 11).Select(i => axis.Of(Day(2015).AddDays(i))).ToList();
        Assert.Equal(days.Order(), days);
    }

    [Fact]
    public void The_last_day_of_a_year_ends_where_the_year_does()
    {
        var axis = new TimeAxis([Day(2024), Day(2025)], 0);
        Assert.Equal(4 * axis.Quarter, axis.After(Day(2024, 12, 31)), 1);
        Assert.Equal(axis.Right, axis.After(Day(2025, 12, 31)), 1);
    }

    [Fact]
    public void One_empty_year_stays_and_several_are_a_gap()
    {
        var axis = new TimeAxis([Day(2016), Day(2018), Day(2025)], 0);
        Assert.Equal([2016, 2017, 2018, 2025], axis.Years.Select(y => y.Year));
        Assert.Single(axis.Gaps);
    }

    [Fact]
    public void The_widest_axis_stays_on_the_page()
    {
        var axis = new TimeAxis(Enumerable.Range(2000, 40).Select(y => Day(y)), 0);
        Assert.InRange(axis.Right, 1000, 1500);
    }

    [Fact]
    public void The_first_and_the_last_day_there_are_can_be_drawn()
    {
        var axis = new TimeAxis([DateOnly.MinValue, DateOnly.MaxValue], 0);
        Assert.InRange(axis.After(DateOnly.MaxValue), axis.Of(DateOnly.MaxValue), axis.Right);
    }

    [Fact]
    public void Without_any_day_there_still_is_an_axis() => Assert.True(new TimeAxis([], 0).Right > 0);
}

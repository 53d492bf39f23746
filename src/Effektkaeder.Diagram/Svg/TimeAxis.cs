namespace Effektkaeder.Diagram.Svg;

/// <summary>Where a day lies on an axis of whole years. Runs of years without any bar are left out, and the gap is shown.</summary>
internal sealed class TimeAxis
{
    private const double Widest = 1100,
        WidestQuarter = 130,
        NarrowestQuarter = 9;

    /// <summary>Room for the mark of a gap.</summary>
    public const double Break = 22;

    private readonly List<(int Year, double X)> _years = [];

    public TimeAxis(IEnumerable<DateOnly> days, double left)
    {
        var named = days.Select(d => d.Year).Distinct().Order().ToList();
        if (named.Count == 0)
        {
            named = [1];
        }
        // A single empty year between two others stays: leaving it out would save little and surprise.
        var shown = named.SelectMany((y, i) => i > 0 && y - named[i - 1] == 2 ? new[] { y - 1, y } : [y]).ToList();
        Quarter = Math.Clamp(Widest / (4 * shown.Count), NarrowestQuarter, WidestQuarter);
        var x = left;
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] - shown[i - 1] > 1)
            {
                Gaps.Add(x);
                x += Break;
            }
            _years.Add((shown[i], x));
            x += 4 * Quarter;
        }
        (Left, Right) = (left, x);
    }

    public double Left { get; }

    public double Right { get; }

    public double Quarter { get; }

    public IReadOnlyList<(int Year, double X)> Years => _years;

    /// <summary>Where years are left out.</summary>
    public List<double> Gaps { get; } = [];

    /// <summary>The left edge of a day; of a day in a year left out, the gap's.</summary>
    public double Of(DateOnly day)
    {
        var at = _years.FindLastIndex(y => y.Year <= day.Year);
        if (at < 0)
        {
            return Left;
        }

        var (year, x) = _years[at];
        if (year < day.Year)
        {
            return x + 4 * Quarter;
        }

        var quarter = (day.Month - 1) / 3;
        var first = new DateOnly(year, 3 * quarter + 1, 1);
        var length = Enumerable.Range(first.Month, 3).Sum(m => DateTime.DaysInMonth(year, m));
        return x + (quarter + (day.DayNumber - first.DayNumber) / (double)length) * Quarter;
    }

    /// <summary>The right edge of a day.</summary>
    public double After(DateOnly day) =>
        day.DayOfYear == (DateTime.IsLeapYear(day.Year) ? 366 : 365)
            ? Math.Min(Right, Of(new DateOnly(day.Year, 12, 31)) + Quarter / 92)
            : Of(day.AddDays(1));
}

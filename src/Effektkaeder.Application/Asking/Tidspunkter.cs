using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Application.Asking;

/// <summary>How a time lies to a period: what of it is asked, each rule once.</summary>
public static class Tidspunkter
{
    /// <summary>All of its days lie inside.</summary>
    public static bool IsWithin(Tidsudtryk tid, Periode periode) => tid.HarInterval && periode.Holds(tid.Fra, tid.Til);

    /// <summary>Its last day is before a day.</summary>
    public static bool IsBefore(Tidsudtryk tid, DateOnly day) => tid.HarInterval && tid.Til < day;

    /// <summary>Its first day is after a day.</summary>
    public static bool IsAfter(Tidsudtryk tid, DateOnly day) => tid.HarInterval && tid.Fra > day;

    /// <summary>One of the days that a recurrence falls on lies inside; what does not recur, or on no known days, shares a day.</summary>
    public static bool Falls(Tidsudtryk tid, Periode periode)
    {
        var days = tid.Gentagelse?.Occurrences().ToList() ?? [];
        return days.Count > 0 ? days.Exists(day => periode.Overlaps(day, day)) : tid.HarInterval && periode.Overlaps(tid.Fra, tid.Til);
    }
}

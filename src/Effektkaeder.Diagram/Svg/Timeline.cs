namespace Effektkaeder.Diagram.Svg;

/// <summary>Rows of bars on an axis of years and quarters, before anything has a place.</summary>
/// <param name="Unknown">Heading of the column after the axis, where times that are not known stand; empty for none.</param>
/// <param name="Today">The day to mark, where the axis has it; null for none.</param>
public sealed record Timeline(Caption Caption, IReadOnlyList<TimelineLane> Lanes, string Unknown, DateOnly? Today = null);

public sealed record TimelineLane(string Title, IReadOnlyList<TimelineRow> Rows);

/// <param name="Kind">A kind of time of <see cref="TimeMarks"/>, or any other style; also <c>data-kind</c>.</param>
/// <param name="Caption">A small line above the text.</param>
/// <param name="Key">Goes to <c>data-key</c>; null for a row that stands for no node.</param>
public sealed record TimelineRow(string Id, string Kind, string Caption, string Text, string Full, string? Key, IReadOnlyList<TimeBar> Bars)
{
    /// <summary>What its time is at odds with, in words; null for nothing.</summary>
    public string? Conflict { get; init; }
}

/// <summary>A span of days; a null end is open and breaks up; both null is a time that is not known.</summary>
/// <param name="Text">The words it was written in.</param>
/// <param name="Days">The days it recurs on; each has the mark of its kind.</param>
public sealed record TimeBar(DateOnly? From, DateOnly? To, string Text, IReadOnlyList<DateOnly> Days)
{
    public bool IsUnknown => From is null && To is null && Days.Count == 0;
}

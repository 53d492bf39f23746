namespace Effektkaeder.Domain.Tid;

/// <summary>The unit a date was written in. A postponed date is told by it where it is still one whole unit.</summary>
public enum Praecision
{
    /// <summary>No calendar unit: a placeholder, a duration, a recurrence without an anchor, text that was not read.</summary>
    Ingen,
    Dag,
    Uge,

    /// <summary>Primo, medio or ultimo of a month: days 1-10, 11-20, 21-end.</summary>
    DelAfMaaned,
    Maaned,
    Kvartal,
    Aarstid,
    Halvaar,

    /// <summary>Primo, medio or ultimo of a year: January, June-July, December.</summary>
    DelAfAar,
    Aar,

    /// <summary>A school year, 1 August to 31 July.</summary>
    Skoleaar,

    /// <summary>A span that is no calendar unit: the agreement's period, or a range whose ends differ in unit.</summary>
    Periode,
}

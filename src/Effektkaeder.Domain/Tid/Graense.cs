namespace Effektkaeder.Domain.Tid;

/// <summary>How a bound word directly before a date opens one end of its interval.</summary>
public enum Graense
{
    Ingen,

    /// <summary>"senest X", "inden udgangen af X", and any date in a Deadline field: ends on X's last day.</summary>
    Senest,

    /// <summary>"inden X": ends on the day before X begins.</summary>
    Inden,

    /// <summary>"fra X": begins on X's first day, the end is open.</summary>
    Fra,
}

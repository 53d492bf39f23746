namespace Effektkaeder.Domain.Tid;

/// <summary>
/// Whether a time expression was read, and if not, what is missing. Only <see cref="Vaerdi"/> holds an interval or a recurrence.
/// </summary>
public enum TidsTilstand
{
    Vaerdi,

    /// <summary>"x dato", "[dato]", "fastlægges senere": someone means to fill it in.</summary>
    Pladsholder,

    /// <summary>A day, month, quarter or season without a year.</summary>
    UdenAar,

    /// <summary>A length of time with no day to count from ("ca. 12 mdr.").</summary>
    UforankretVarighed,

    /// <summary>A moment that only the writer's day can fix ("i dag", "pt.", "senere").</summary>
    Relativ,

    /// <summary>It looks like a time, but no rule reads it, or the day does not exist.</summary>
    Ulaest,
}

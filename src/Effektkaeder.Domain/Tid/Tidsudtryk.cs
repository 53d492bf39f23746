namespace Effektkaeder.Domain.Tid;

/// <summary>
/// A Danish time expression: its words as they stand, and the days they cover. ISO dates, both ends
/// inclusive, null = open. What cannot be read keeps its words, has no interval, and says why.
/// </summary>
/// <param name="Tekst">The words, verbatim. Expressions that share words ("1. januar 2017 og 2018") share the text.</param>
/// <param name="Fra">First day, null when open or unknown.</param>
/// <param name="Til">Last day, null when open or unknown.</param>
/// <param name="Praecision">The unit it was written in.</param>
/// <param name="Graense">Which end a bound word opened.</param>
/// <param name="Gentagelse">The recurrence, if it recurs.</param>
/// <param name="Tilstand">Whether it was read.</param>
/// <param name="Begrundelse">Why it was not read, in Danish for the reader; null when it was.</param>
public sealed record Tidsudtryk(
    string Tekst,
    DateOnly? Fra,
    DateOnly? Til,
    Praecision Praecision,
    Graense Graense = Graense.Ingen,
    Gentagelse? Gentagelse = null,
    TidsTilstand Tilstand = TidsTilstand.Vaerdi,
    string? Begrundelse = null
)
{
    /// <summary>The day a recurrence counts from, null where there is none.</summary>
    public DateOnly? Anker => Gentagelse?.Anker;

    /// <summary>True when it names days on the calendar, so that it can be compared with another.</summary>
    public bool HarInterval => Tilstand == TidsTilstand.Vaerdi && (Fra is not null || Til is not null);

    /// <summary>
    /// The same expression, postponed: both ends move by what is asked, a month's end to a month's end, and the words say it. One
    /// without an interval is returned unchanged.
    /// </summary>
    public Tidsudtryk Shift(Varighed varighed) => Forskydning.Of(this, varighed);

    /// <summary>A time expression that could not be given an interval.</summary>
    public static Tidsudtryk UdenInterval(string tekst, TidsTilstand tilstand, string begrundelse) =>
        new(tekst, null, null, Praecision.Ingen, Tilstand: tilstand, Begrundelse: begrundelse);
}

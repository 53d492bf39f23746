namespace Effektkaeder.Domain.Tid;

/// <summary>
/// One written form before it is joined to its neighbours: a calendar form with or without its year, a
/// recurrence, or something with no interval and the reason for that.
/// </summary>
internal sealed record TidsAtom(int Start, int Slut)
{
    internal Kalenderform? Form { get; init; }

    /// <summary>The year that stands with the form, 0 when none does.</summary>
    internal int Aar { get; init; }

    internal (DateOnly Fra, DateOnly Til)? Interval { get; init; }

    internal Praecision Praecision { get; init; }

    /// <summary>A range written as one word: "2016-18", "1.-15. marts 2017".</summary>
    internal bool ErSpand { get; init; }

    internal bool ErGentagelse { get; init; }

    internal Varighed? Hver { get; init; }

    internal TidsTilstand Tilstand { get; init; }

    internal string? Begrundelse { get; init; }

    internal bool ErBartAar => Form == Kalenderform.HeltAar && Aar != 0;

    internal bool HarInterval => Tilstand == TidsTilstand.Vaerdi && Interval is not null;

    /// <summary>The same form completed with a year; not read when that year has no such days.</summary>
    internal TidsAtom WithYear(int aar) =>
        Form is { } form && form.In(aar) is { } interval
            ? this with
            {
                Aar = aar,
                Interval = interval,
                Praecision = form.Praecision,
                Tilstand = TidsTilstand.Vaerdi,
                Begrundelse = null,
            }
            : this with
            {
                Aar = aar,
                Interval = null,
                Tilstand = TidsTilstand.Ulaest,
                Begrundelse = TidsBegrundelser.FindesIkke,
            };
}

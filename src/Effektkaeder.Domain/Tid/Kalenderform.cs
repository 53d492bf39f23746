namespace Effektkaeder.Domain.Tid;

/// <summary>
/// A calendar unit whose year may stand elsewhere: "1. kvartal" of "1. kvartal 2017 og 2018". The same
/// form in two years gives two intervals, and a form without a year gives none.
/// </summary>
internal sealed record Kalenderform(Praecision Praecision, int A = 0, int B = 0)
{
    internal static readonly Kalenderform HeltAar = new(Praecision.Aar);

    /// <summary>The days it covers in a year; null when the year has no such days (31 February, week 53).</summary>
    internal (DateOnly Fra, DateOnly Til)? In(int aar) =>
        aar is < 1 or > 9998
            ? null
            : Praecision switch
            {
                Praecision.Dag => Dag(aar),
                Praecision.Uge => Kalender.Uge(aar, A) is { } a && Kalender.Uge(aar, B) is { } b && b.Til > a.Fra ? (a.Fra, b.Til) : null,
                Praecision.DelAfMaaned => B switch
                {
                    1 => (new DateOnly(aar, A, 1), new DateOnly(aar, A, 10)),
                    2 => (new DateOnly(aar, A, 11), new DateOnly(aar, A, 20)),
                    _ => (new DateOnly(aar, A, 21), Kalender.SidsteDag(aar, A)),
                },
                Praecision.Maaned => A <= B ? Kalender.Maaneder(aar, A, B) : null,
                Praecision.Kvartal => A <= B && A is >= 1 and <= 4 && B <= 4 ? Kalender.Maaneder(aar, (A * 3) - 2, B * 3) : null,
                Praecision.Aarstid => Kalender.Maaneder(aar, A, A + 2),
                Praecision.Halvaar => A is 1 or 2 ? Kalender.Maaneder(aar, (A * 6) - 5, A * 6) : null,
                Praecision.DelAfAar => A switch
                {
                    1 => Kalender.Maaneder(aar, 1, 1),
                    2 => Kalender.Maaneder(aar, 6, 7),
                    _ => Kalender.Maaneder(aar, 12, 12),
                },
                Praecision.Aar => Kalender.Maaneder(aar, 1, 12),
                Praecision.Skoleaar => Kalender.Maaneder(aar, 8, 19),
                _ => null,
            };

    private (DateOnly Fra, DateOnly Til)? Dag(int aar)
    {
        if (A is < 1 or > 12 || B < 1 || B > DateTime.DaysInMonth(aar, A))
        {
            return null;
        }

        var dag = new DateOnly(aar, A, B);
        return (dag, dag);
    }
}

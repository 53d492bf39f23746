using System.Globalization;

namespace Effektkaeder.Domain.Tid;

/// <summary>First and last days of calendar units, and the Danish names of months and seasons.</summary>
internal static class Kalender
{
    private static readonly string[] MaanedsNavne =
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];

    internal static string MaanedsNavn(int maaned) => MaanedsNavne[maaned - 1];

    /// <summary>1-12 for a month's name or an abbreviation of at least three letters ("okt.", "sept."), else 0.</summary>
    internal static int Maaned(ReadOnlySpan<char> navn)
    {
        var kort = navn.TrimEnd('.');
        if (kort.Length < 3)
        {
            return 0;
        }

        for (var i = 0; i < MaanedsNavne.Length; i++)
        {
            if (MaanedsNavne[i].AsSpan().StartsWith(kort, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return 0;
    }

    internal static DateOnly SidsteDag(int aar, int maaned) => new(aar, maaned, DateTime.DaysInMonth(aar, maaned));

    internal static bool IsLastDay(DateOnly dag) => dag.Day == DateTime.DaysInMonth(dag.Year, dag.Month);

    /// <summary>The months first…last of a year; a last month above 12 lies in the next year.</summary>
    internal static (DateOnly Fra, DateOnly Til)? Maaneder(int aar, int foerste, int sidste) =>
        sidste <= 12 ? (new DateOnly(aar, foerste, 1), SidsteDag(aar, sidste))
        : aar < 9999 ? (new DateOnly(aar, foerste, 1), SidsteDag(aar + 1, sidste - 12))
        : null;

    /// <summary>An ISO 8601 week, Monday to Sunday; null when the year has no such week.</summary>
    internal static (DateOnly Fra, DateOnly Til)? Uge(int aar, int uge)
    {
        if (uge < 1 || uge > ISOWeek.GetWeeksInYear(aar))
        {
            return null;
        }

        var mandag = DateOnly.FromDateTime(ISOWeek.ToDateTime(aar, uge, DayOfWeek.Monday));
        return (mandag, mandag.AddDays(6));
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tid;

/// <summary>A length of time in calendar units, as ISO 8601 writes it: P6M, P1Y, P2W, P30D, P1Y6M. Never negative.</summary>
public sealed partial record Varighed(int Aar, int Maaneder, int Uger, int Dage)
{
    private const int Stoerst = 9999;

    /// <summary>Years and months together, in months.</summary>
    public int MaanederIAlt => (Aar * 12) + Maaneder;

    /// <summary>Weeks and days together, in days.</summary>
    public int DageIAlt => (Uger * 7) + Dage;

    public bool ErNul => MaanederIAlt == 0 && DageIAlt == 0;

    /// <summary>In words: "1 år og 6 måneder", "10 dage".</summary>
    public string Ord =>
        string.Join(
            " og ",
            new[] { (Aar, "år", "år"), (Maaneder, "måned", "måneder"), (Uger, "uge", "uger"), (Dage, "dag", "dage") }
                .Where(del => del.Item1 > 0)
                .Select(del => string.Create(CultureInfo.InvariantCulture, $"{del.Item1} {(del.Item1 == 1 ? del.Item2 : del.Item3)}"))
                .DefaultIfEmpty("0 dage")
        );

    public static Varighed FraMaaneder(int maaneder) => new(0, maaneder, 0, 0);

    /// <summary>From one day to a later, in whole months where both are the same day of a month or its last.</summary>
    /// <returns>Null where the other does not come later.</returns>
    public static Varighed? Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return null;
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var isWhole = from.Day == to.Day || (IsLast(from) && IsLast(to));
        return isWhole && months > 0 ? FraMaaneder(months) : new Varighed(0, 0, 0, to.DayNumber - from.DayNumber);
    }

    public Varighed Times(int antal) => new(Aar * antal, Maaneder * antal, Uger * antal, Dage * antal);

    /// <summary>Reads an ISO 8601 duration of whole days or longer. Times of day, fractions and signs are refused.</summary>
    public static bool TryParse(string? tekst, [NotNullWhen(true)] out Varighed? varighed)
    {
        varighed = null;
        if (tekst is null || Iso().Match(tekst) is not { Success: true } m || tekst.Length < 3)
        {
            return false;
        }

        int Del(string navn) =>
            m.Groups[navn].Success ? int.Parse(m.Groups[navn].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        varighed = new Varighed(Del("y"), Del("m"), Del("w"), Del("d"));
        return varighed.MaanederIAlt <= Stoerst * 12;
    }

    /// <summary>The ISO 8601 form; an empty duration is "P0D".</summary>
    public override string ToString()
    {
        if (ErNul)
        {
            return "P0D";
        }

        var tekst = new StringBuilder("P");
        void Del(int tal, char enhed)
        {
            if (tal != 0)
            {
                tekst.Append(CultureInfo.InvariantCulture, $"{tal}{enhed}");
            }
        }

        Del(Aar, 'Y');
        Del(Maaneder, 'M');
        Del(Uger, 'W');
        Del(Dage, 'D');
        return tekst.ToString();
    }

    private static bool IsLast(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    [GeneratedRegex(@"\AP(?:(?<y>[0-9]{1,4})Y)?(?:(?<m>[0-9]{1,4})M)?(?:(?<w>[0-9]{1,4})W)?(?:(?<d>[0-9]{1,5})D)?\z")]
    private static partial Regex Iso();
}

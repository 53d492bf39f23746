using System.Globalization;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// How a change is written in words: <c>bortfalder</c>, <c>aendres</c> or <c>udskydes:P6M</c>, after a node's name as
/// <c>navn=udskydes:P6M</c>, or to a day as <c>navn=udskydes:2027-01-31</c>. The one reader of that form, whoever is asked: a command,
/// an address, a query.
/// </summary>
public static class Aendringsform
{
    /// <summary>Dates so far ahead that no calendar would hold them are refused here.</summary>
    private const int MostMonths = 1200,
        MostDays = 36_500,
        LastYear = 2199;

    public static readonly IReadOnlyList<string> Arter = ["bortfalder", "aendres", "udskydes"];

    /// <summary>The name and the change of <c>navn=udskydes:P6M</c>; a name alone is dropped.</summary>
    public static (string Navn, string Form) Split(string text) =>
        text.LastIndexOf('=') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, Arter[0]);

    /// <param name="form"><c>udskydes:P6M</c>.</param>
    /// <exception cref="FormatException">It is no change; the message is Danish and says which there are.</exception>
    public static Aendring Read(string key, string form)
    {
        var (word, duration) = form.Split(':', 2) is [var before, var after] ? (before, after) : (form, null);
        return word.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal) switch
        {
            "bortfalder" => new(key, AendringArt.Bortfalder),
            "aendres" => new(key, AendringArt.Aendres),
            "udskydes" when Day(duration) is { } day => new(key, AendringArt.Udskydes) { Dag = day },
            "udskydes" => new(
                key,
                AendringArt.Udskydes,
                Duration(duration ?? throw new FormatException("udskydes kræver en varighed eller en dag, fx udskydes:P6M."))
            ),
            _ => throw new FormatException($"»{word}« er ikke en ændring: bortfalder, aendres, udskydes:P6M eller udskydes:2027-01-31."),
        };
    }

    /// <exception cref="FormatException">One node is to change in two ways; the message is Danish and names it.</exception>
    public static void RefuseTwice(IEnumerable<Aendring> aendringer)
    {
        foreach (var same in aendringer.Distinct().GroupBy(a => a.Key, StringComparer.Ordinal))
        {
            if (same.Skip(1).FirstOrDefault() is { } second)
            {
                throw new FormatException(
                    $"»{same.Key}« kan ikke både være {Write(same.First())} og {Write(second)}: nævn hver knude med én ændring."
                );
            }
        }
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public static string Write(Aendring aendring) =>
        aendring.Dag is { } day ? $"{aendring.Art.ToString().ToLowerInvariant()}:{day:yyyy-MM-dd}"
        : aendring.Varighed is { } varighed ? $"{aendring.Art.ToString().ToLowerInvariant()}:{varighed}"
        : aendring.Art.ToString().ToLowerInvariant();

    /// <exception cref="FormatException">It is no length of time, or longer than a hundred years.</exception>
    public static Varighed Duration(string? text) =>
        Varighed.TryParse(text, out var varighed) && varighed.MaanederIAlt <= MostMonths && varighed.DageIAlt <= MostDays
            ? varighed
            : throw new FormatException("En varighed skrives som P6M, P1Y, P2W eller P30D, og er højst 100 år; en dag som 2027-01-31.");

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year <= LastYear
            ? day
            : null;
}

using System.Globalization;
using Effektkaeder.Application.Asking;

namespace Effektkaeder.Application.Comparing;

/// <summary>
/// How a side is written in one word: <c>3</c> a revision, <c>2017</c> or <c>2016-10-01</c> what holds then, a name an agreement, centre or
/// municipality, and after <c>@</c> the edition of an agreement or the year of a centre.
/// </summary>
public static class NamedSides
{
    private const int FirstYear = 1900,
        LastYear = 2199;

    /// <summary>The name in a side's word, null where it has none, and the rest of the side.</summary>
    /// <exception cref="FormatException">What stands after @ is neither an edition nor a year.</exception>
    public static (string? Navn, Side Side) Split(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return (null, number is >= FirstYear and <= LastYear ? Year(text) : new(new Udsyn(number)));
        }

        if (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '.') && IsPeriod(text, out var periode))
        {
            return (null, new(new Udsyn(null, periode)));
        }

        if (text.LastIndexOf('@') is not (> 0 and var at))
        {
            return (text, new(Udsyn.Nu));
        }

        return int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var after) && after > 0
            ? (text[..at], after is >= FirstYear and <= LastYear ? Year(text[(at + 1)..]) : new(Udsyn.Nu, Udgave: after))
            : throw new FormatException($"Efter @ står en udgave eller et år, ikke »{text[(at + 1)..]}«.");
    }

    private static Side Year(string text) => new(new Udsyn(null, Periode.Read(text)));

    private static bool IsPeriod(string text, out Periode? periode)
    {
        try
        {
            periode = Periode.Read(text);
            return true;
        }
        catch (FormatException)
        {
            periode = null;
            return false;
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>How much later: as words say it ("et halvt år"), or as two dates do.</summary>
internal static partial class Laengder
{
    private static readonly string[] Numbers =
    [
        "nul",
        "en",
        "to",
        "tre",
        "fire",
        "fem",
        "seks",
        "syv",
        "otte",
        "ni",
        "ti",
        "elleve",
        "tolv",
    ];

    /// <summary>The one length of time that a clause names; null where it names none, or several.</summary>
    public static Varighed? Find(string clause)
    {
        var found = Length().Matches(clause);
        return found.Count == 1 ? Read(found[0]) : null;
    }

    /// <summary>From the last day of one time to the last day of another, in whole months where both are the same day of a month.</summary>
    /// <returns>Null where the other does not come later.</returns>
    public static Varighed? Between(Tidsudtryk before, Tidsudtryk after)
    {
        if ((before.Til ?? before.Fra) is not { } from || (after.Til ?? after.Fra) is not { } to || to <= from)
        {
            return null;
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var isWhole = from.Day == to.Day || (IsLast(from) && IsLast(to));
        return isWhole && months > 0 ? Varighed.FraMaaneder(months) : new Varighed(0, 0, 0, to.DayNumber - from.DayNumber);
    }

    private static bool IsLast(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    private static Varighed Read(Match m)
    {
        var word = m.Groups["tal"].Value.ToLowerInvariant();
        var number =
            int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
            : word is "et" or "én" or "ét" ? 1
            : Math.Max(1, Array.IndexOf(Numbers, word));
        var isHalf = m.Groups["halv"].Success;
        return m.Groups["enhed"].Value.ToLowerInvariant() switch
        {
            ['å', ..] when isHalf => Varighed.FraMaaneder(6),
            ['å', ..] => new Varighed(number, 0, 0, 0),
            ['k', ..] => Varighed.FraMaaneder(3 * number),
            ['h', ..] => Varighed.FraMaaneder(6 * number),
            ['m', ..] => Varighed.FraMaaneder(number),
            ['u', ..] => new Varighed(0, 0, number, 0),
            _ => new Varighed(0, 0, 0, number),
        };
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?<tal>[0-9]{1,3}|ét|et|én|en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)\s+(?<halv>halvt\s+)?"
            + @"(?<enhed>år|halvår|kvartal(?:er)?|måned(?:er)?|mdr\.?|uge(?:r)?|dag(?:e)?)(?!\p{L})(?!\s*[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Length();
}

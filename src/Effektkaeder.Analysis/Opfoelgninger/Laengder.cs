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
    public static Varighed? Between(Tidsudtryk before, Tidsudtryk after) =>
        (before.Til ?? before.Fra) is { } from && (after.Til ?? after.Fra) is { } to ? Varighed.Between(from, to) : null;

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

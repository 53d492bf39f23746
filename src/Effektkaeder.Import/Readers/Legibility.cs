using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Readers;

/// <summary>
/// Whether a text can be what its writer wrote. Words whose letters were lost on the way would become names and keys that nobody
/// ever used, so such a text is not read at all.
/// </summary>
internal static partial class Legibility
{
    /// <summary>A Danish text this long without a single æ, ø or å was not written so.</summary>
    private const int LongEnough = 1_500;

    private const int TooMany = 3;

    /// <summary>What is wrong, in Danish, with an example from the text; null where nothing is.</summary>
    internal static string? Fault(string text)
    {
        // Each is looked for only where the signs that it needs are at all: nearly every text is spared all three.
        if (text.Contains('Ã') && Example(Twice(), text) is { } twice)
        {
            return $"æ, ø og å står som to forkerte tegn (»{twice}«): teksten er gemt med ét tegnsæt og læst med et andet";
        }

        if (text.AsSpan().ContainsAny('\uFFFD', '?') && Example(Lost(), text) is { } lost)
        {
            return $"bogstaver er gået tabt og står som � eller ? (»{lost}«)";
        }

        if (text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF') && Example(Private(), text) is { } broken)
        {
            return $"skrifttypen oversætter ikke tegnene til bogstaver (»{broken}«)";
        }

        var danish = text.Count(c => c is 'æ' or 'ø' or 'å' or 'Æ' or 'Ø' or 'Å');
        if (danish == 0 && Example(OldCodePage(), text) is { } old)
        {
            return $"æ, ø og å står som andre tegn (»{old}«): filen er gemt med et ældre tegnsæt";
        }

        return danish == 0 && text.Count(char.IsLetter) >= LongEnough && Spelled().Count(text) * 250 < text.Length
            ? "der er ikke ét æ, ø eller å i den; de er gået tabt, da den blev gemt eller lavet om"
            : null;
    }

    /// <summary>The first of the words that look so; null where they are too few to be anything but a slip.</summary>
    private static string? Example(Regex sign, string text) =>
        sign.Matches(text).Take(TooMany).ToList() is { Count: TooMany } found ? found[0].Value : null;

    /// <summary>UTF-8 read as Windows-1252.</summary>
    [GeneratedRegex(@"\p{L}*Ã[¦¸¥†˜…]\p{L}*", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();

    [GeneratedRegex(@"\p{L}*\uFFFD\p{L}*|\p{L}{1,20}\?\p{Ll}{1,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Lost();

    /// <summary>Private-use characters among letters: a PDF whose font has no table to Unicode.</summary>
    [GeneratedRegex(
        @"[\p{L}\uE000-\uF8FF]*[\uE000-\uF8FF]{2,}[\p{L}\uE000-\uF8FF]*|\p{L}[\uE000-\uF8FF]\p{L}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Private();

    /// <summary>The Mac's and DOS's æ, ø and å, read as Windows-1252.</summary>
    [GeneratedRegex(@"\p{L}+[¾¿Œ‘›†]\p{Ll}+", RegexOptions.CultureInvariant)]
    private static partial Regex OldCodePage();

    /// <summary>æ, ø and å spelled with two letters, as some systems want.</summary>
    [GeneratedRegex("ae|oe|aa", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();
}

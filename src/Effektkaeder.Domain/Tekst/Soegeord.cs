namespace Effektkaeder.Domain.Tekst;

/// <summary>The words that a text is found by: stemmed, then folded, in order, joined by single spaces.</summary>
public static class Soegeord
{
    public static string Of(string text) => string.Join(' ', Split(text));

    /// <summary>The stems of a text.</summary>
    public static IEnumerable<string> Split(string text) => Words(text).Select(Stem);

    /// <summary>
    /// What a query asks for, word by word: the stems that a text may have in its place, the longest first. They are several
    /// where the stemmer sees other endings in a word with æ, ø or å than in the same word without them: "fravær" and "fravaer"
    /// ask for the same, and so do "temaer" and "temær". The last word may be a beginning, in its longest stem.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Asked(string query) =>
        [.. Words(query).Select(Readings).DistinctBy(readings => readings[0], StringComparer.Ordinal)];

    private static List<string> Readings(string word)
    {
        var plain = Fold.Of(word);
        var danish = plain
            .Replace("ae", "æ", StringComparison.Ordinal)
            .Replace("oe", "ø", StringComparison.Ordinal)
            .Replace("aa", "å", StringComparison.Ordinal);
        return [.. new[] { Stem(plain), Stem(danish) }.Distinct(StringComparer.Ordinal).OrderByDescending(stem => stem.Length)];
    }

    private static IEnumerable<string> Words(string text)
    {
        var seen = Skrifttegn.Of(text);
        for (var start = 0; start < seen.Length;)
        {
            var end = start;
            while (end < seen.Length && char.IsLetterOrDigit(seen[end]))
            {
                end++;
            }

            if (end > start)
            {
                yield return seen[start..end].ToLowerInvariant();
            }

            start = end + 1;
        }
    }

    /// <summary>Stemmed until nothing more comes off: the stemmer alone takes the s of "indsats" but leaves that of "indsatser".</summary>
    public static string Stem(string word)
    {
        for (var stem = DanishStemmer.Stem(word); stem != word; stem = DanishStemmer.Stem(word))
        {
            word = stem;
        }

        return Fold.Of(word);
    }
}

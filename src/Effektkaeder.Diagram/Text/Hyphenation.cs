namespace Effektkaeder.Diagram.Text;

/// <summary>
/// Where a Danish word may be divided: after a hyphen or slash that it has, else before a consonant that a vowel follows, or
/// between the consonants of a cluster that no Danish syllable begins with; never nearer an end than three letters.
/// </summary>
internal static class Hyphenation
{
    private const string Vowels = "aeiouyæøåéAEIOUYÆØÅÉ";
    private const int FromEnd = 3;

    /// <summary>Consonant pairs that stay together at the head of a syllable.</summary>
    private static readonly HashSet<string> Heads = new(StringComparer.OrdinalIgnoreCase)
    {
        "bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "kv", "pl", "pr", "sk", "sl", "sm", "sn", "sp", "st", "sv", "tr", "tv", "vr",
    };

    /// <summary>The places to divide, as counts of letters before the break, ascending.</summary>
    public static IEnumerable<int> Breaks(string word)
    {
        for (var i = FromEnd; i <= word.Length - FromEnd; i++)
            if (word[i - 1] is '-' or '/' || IsSyllableHead(word, i)) yield return i;
    }

    private static bool IsSyllableHead(string word, int i)
    {
        if (!char.IsLetter(word[i - 1]) || !char.IsLetter(word[i]) || IsVowel(word[i])) return false;
        if (i + 1 >= word.Length) return false;
        // Before the last consonant of a run, or before a pair that begins a syllable.
        return IsVowel(word[i + 1])
            ? IsVowel(word[i - 1]) || !Heads.Contains(word.Substring(i - 1, 2))
            : Heads.Contains(word.Substring(i, 2)) && i + 2 < word.Length && IsVowel(word[i + 2]) && word[..i].Any(IsVowel);
    }

    private static bool IsVowel(char c) => Vowels.Contains(c);
}

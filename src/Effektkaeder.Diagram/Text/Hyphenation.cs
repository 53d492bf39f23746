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
        "bl",
        "br",
        "dr",
        "fl",
        "fr",
        "gl",
        "gr",
        "kl",
        "kn",
        "kr",
        "kv",
        "pl",
        "pr",
        "sk",
        "sl",
        "sm",
        "sn",
        "sp",
        "st",
        "sv",
        "tr",
        "tv",
        "vr",
    };

    /// <summary>Words that the long compounds of agreements end in or are built of: the best places to divide.</summary>
    private static readonly string[] Parts =
    [
        "udvalg",
        "politik",
        "aftale",
        "center",
        "centr",
        "område",
        "indsats",
        "strategi",
        "kommune",
        "redskab",
        "måling",
        "tilbud",
        "gruppe",
        "borger",
        "miljø",
        "udvikling",
        "praksis",
        "teknologi",
        "arbejde",
        "samarbejde",
        "behandling",
        "rådgivning",
        "styring",
        "ordning",
        "ydelse",
        "virksomhed",
        "kompetence",
        "interview",
        "undersøgelse",
        "funktion",
        "moment",
        "beskrivelse",
        "analyse",
        "perspektiv",
        "udbetaling",
        "opfølgning",
        "marked",
        "person",
        "leder",
        "forløb",
        "skole",
        "hjem",
        "medarbejder",
        "faglig",
        "orienteret",
        "baseret",
        "rapport",
        "kvalitet",
        "tilgang",
    ];

    /// <summary>
    /// The good places to divide, as counts of letters before the break, best first: at a hyphen, then between parts of a compound; later
    /// ones before earlier.
    /// </summary>
    public static IEnumerable<int> Parting(string word) =>
        Places(word).Where(i => word[i - 1] is '-' or '/').Concat(Places(word).Where(i => IsPart(word, i))).Distinct();

    /// <summary>Places at syllables: for a word that no line can hold.</summary>
    public static IEnumerable<int> Syllables(string word) => Places(word).Where(i => IsSyllableHead(word, i));

    private static IEnumerable<int> Places(string word) => Enumerable.Range(FromEnd, Math.Max(0, word.Length - 2 * FromEnd + 1)).Reverse();

    private static bool IsPart(string word, int i) =>
        char.IsLetter(word[i - 1]) && Parts.Any(p => word.AsSpan(i).StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static bool IsSyllableHead(string word, int i)
    {
        if (!char.IsLetter(word[i - 1]) || !char.IsLetter(word[i]) || IsVowel(word[i]))
        {
            return false;
        }

        if (i + 1 >= word.Length)
        {
            return false;
        }
        // The s that joins a compound stays with the word before it: arbejds-marked.
        if (word[i] is 's' && !IsVowel(word[i - 1]) && !IsVowel(word[i + 1]))
        {
            return false;
        }
        // Before the last consonant of a run, or before a pair that begins a syllable.
        return IsVowel(word[i + 1])
            ? IsVowel(word[i - 1]) || !Heads.Contains(word.Substring(i - 1, 2))
            : Heads.Contains(word.Substring(i, 2)) && i + 2 < word.Length && IsVowel(word[i + 2]) && word[..i].Any(IsVowel);
    }

    private static bool IsVowel(char c) => Vowels.Contains(c);
}

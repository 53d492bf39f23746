namespace Effektkaeder.Domain.Tekst;

/// <summary>The Danish stemmer of the Snowball project: https://snowballstem.org/algorithms/danish/stemmer.html.</summary>
public static class DanishStemmer
{
    private const string Vowels = "aeiouyæåø";
    private const string SEndings = "abcdfghjklmnoprtvyzå";

    private static readonly string[] MainSuffixes =
    [
        "erendes",
        "erende",
        "hedens",
        "ernes",
        "erens",
        "endes",
        "erede",
        "heder",
        "erets",
        "heden",
        "ethed",
        "ered",
        "ende",
        "erne",
        "eren",
        "erer",
        "heds",
        "enes",
        "eres",
        "eret",
        "hed",
        "ene",
        "ere",
        "ens",
        "ers",
        "ets",
        "en",
        "er",
        "es",
        "et",
        "e",
    ];

    private static readonly string[] OtherSuffixes = ["elig", "løst", "lig", "els", "ig"];

    /// <summary>The stem of one lower-case word.</summary>
    public static string Stem(string word)
    {
        var r1 = R1(word);
        if (r1 >= word.Length)
        {
            return word;
        }

        word = MainSuffix(word, r1);
        word = ConsonantPair(word, r1);
        word = OtherSuffix(word, r1);
        return Undouble(word, r1);
    }

    /// <summary>After the first non-vowel that follows a vowel, and at least three letters in.</summary>
    private static int R1(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i]))
            {
                return Math.Max(i + 1, 3);
            }
        }

        return word.Length;
    }

    private static string MainSuffix(string word, int r1)
    {
        foreach (var suffix in MainSuffixes)
        {
            if (EndsIn(word, suffix, r1))
            {
                return word[..^suffix.Length];
            }
        }

        return EndsIn(word, "s", r1) && word.Length > 1 && SEndings.Contains(word[^2]) ? word[..^1] : word;
    }

    private static string ConsonantPair(string word, int r1) =>
        EndsIn(word, "gd", r1) || EndsIn(word, "dt", r1) || EndsIn(word, "gt", r1) || EndsIn(word, "kt", r1) ? word[..^1] : word;

    private static string OtherSuffix(string word, int r1)
    {
        if (EndsIn(word, "igst", 0))
        {
            word = word[..^2];
        }

        foreach (var suffix in OtherSuffixes)
        {
            if (!EndsIn(word, suffix, r1))
            {
                continue;
            }

            return suffix == "løst" ? word[..^1] : ConsonantPair(word[..^suffix.Length], r1);
        }
        return word;
    }

    private static string Undouble(string word, int r1) =>
        word.Length > r1 && word.Length > 1 && word[^1] == word[^2] && !IsVowel(word[^1]) ? word[..^1] : word;

    private static bool IsVowel(char c) => Vowels.Contains(c);

    private static bool EndsIn(string word, string suffix, int from) =>
        word.Length - suffix.Length >= from && word.EndsWith(suffix, StringComparison.Ordinal);
}

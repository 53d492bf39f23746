using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>The words that a text is found by: stemmed, then folded, in order, joined by single spaces.</summary>
public static class Soegeord
{
    public static string Of(string text) => string.Join(' ', Split(text));

    /// <summary>The stems of a text; of a query too, so that "indsatser" finds "indsats".</summary>
    public static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c)) { word.Append(char.ToLowerInvariant(c)); continue; }
            if (word.Length > 0) { yield return Stem(word.ToString()); word.Clear(); }
        }
        if (word.Length > 0) yield return Stem(word.ToString());
    }

    /// <summary>Stemmed until nothing more comes off: the stemmer alone takes the s of "indsats" but leaves that of "indsatser".</summary>
    private static string Stem(string word)
    {
        for (var stem = DanishStemmer.Stem(word); stem != word; stem = DanishStemmer.Stem(word)) word = stem;
        return Fold.Of(word);
    }
}

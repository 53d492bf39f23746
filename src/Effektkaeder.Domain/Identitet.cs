using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Domain;

/// <summary>
/// When two texts name the same thing. Case, white space, kinds of dash and final punctuation never matter; of policies,
/// agreements, organisations and instruments neither do the municipality's genitive, a genitive -s and definite endings.
/// </summary>
public static partial class Identitet
{
    /// <summary>Definite → indefinite, for heads that the general endings would spoil; tried in order on the last word.</summary>
    private static readonly (string Definite, string Indefinite)[] Heads =
    [
        ("politikken", "politik"),
        ("politiken", "politik"),
        ("strategien", "strategi"),
        ("aftalen", "aftale"),
        ("planen", "plan"),
        ("rammen", "ramme"),
        ("centeret", "center"),
        ("centret", "center"),
        ("centrene", "center"),
        ("udvalget", "udvalg"),
        ("området", "område"),
        ("rådet", "råd"),
        ("gruppen", "gruppe"),
        ("klubben", "klub"),
        ("hjemmet", "hjem"),
        ("teamet", "team"),
        ("skolen", "skole"),
        ("redskabet", "redskab"),
        ("værktøjet", "værktøj"),
        ("skemaet", "skema"),
        ("kataloget", "katalog"),
        ("chefen", "chef"),
        ("styrelsen", "styrelse"),
        ("bestyrelsen", "bestyrelse"),
        ("siden", "side"),
        ("banken", "bank"),
    ];

    private static readonly string[] Endings = ["ionen", "ingen", "heden", "teten", "enheden", "dommen", "slen"];

    /// <summary>The text that the key is made of: equal for equal things of a kind.</summary>
    public static string Of(NodeKind kind, string text)
    {
        var plain = Plain(text);
        return kind is NodeKind.Politik or NodeKind.Aftale or NodeKind.Organisation or NodeKind.Redskab or NodeKind.Emne
            ? Indefinite(WithoutKommune(And(plain)))
            : plain;
    }

    /// <summary>"Slagelse Kommune", "Slagelse Kommunes" and "SLAGELSE" → "slagelse".</summary>
    public static string Kommunenavn(string navn) => KommuneEnding().Replace(Plain(navn), "");

    /// <summary>Lower case, single spaces, one kind of dash, no final punctuation.</summary>
    public static string Plain(string text)
    {
        var signs = Skrifttegn.Of(text);
        var plain = signs.Length <= 512 ? stackalloc char[512] : new char[signs.Length];
        var length = 0;
        foreach (var c in signs)
        {
            if (!char.IsWhiteSpace(c))
            {
                plain[length++] = c is '–' or '—' or '−' or '‐' or '‑' ? '-' : char.ToLowerInvariant(c);
            }
            else if (length > 0 && plain[length - 1] != ' ')
            {
                plain[length++] = ' ';
            }
        }

        return new(plain[..length].TrimEnd(" .,;:!?-"));
    }

    /// <summary>"Børn &amp; Unge" and "Børn + Unge" are "Børn og Unge".</summary>
    private static string And(string plain) =>
        plain.Replace(" & ", " og ", StringComparison.Ordinal).Replace(" + ", " og ", StringComparison.Ordinal);

    private static string WithoutKommune(string plain) => LeadingKommune().Replace(plain, "");

    private static string Indefinite(string plain)
    {
        var space = plain.LastIndexOf(' ');
        var (before, last) = (plain[..(space + 1)], plain[(space + 1)..]);
        return before + IndefiniteWord(last);
    }

    private static string IndefiniteWord(string word)
    {
        var bare =
            word.EndsWith('s') && (word.EndsWith("ens", StringComparison.Ordinal) || word.EndsWith("ets", StringComparison.Ordinal))
                ? word[..^1]
                : word;
        foreach (var (definite, indefinite) in Heads)
        {
            if (bare.EndsWith(definite, StringComparison.Ordinal))
            {
                return bare[..^definite.Length] + indefinite;
            }
        }

        foreach (var ending in Endings)
        {
            if (bare.EndsWith(ending, StringComparison.Ordinal))
            {
                return bare[..^2];
            }
        }

        if (
            word.EndsWith("politiks", StringComparison.Ordinal)
            || word.EndsWith("strategis", StringComparison.Ordinal)
            || word.EndsWith("aftales", StringComparison.Ordinal)
            || word.EndsWith("plans", StringComparison.Ordinal)
        )
        {
            return word[..^1];
        }

        return word;
    }

    [GeneratedRegex(@"\s+kommunes?$", RegexOptions.CultureInvariant)]
    private static partial Regex KommuneEnding();

    [GeneratedRegex(@"^\p{L}[\p{L}-]*(?: og \p{L}+)? kommunes (?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingKommune();
}

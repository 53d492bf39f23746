using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tekst;

/// <summary>The short name of a text: at most 80 characters.</summary>
public static partial class Titel
{
    public const int MaxLength = 80;

    /// <summary>The name before ":" in "Navn: sætning", else the first sentence; cut at a word with "…".</summary>
    public static string Of(string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var colon = plain.IndexOf(": ", StringComparison.Ordinal);
        if (colon is > 0 and <= MaxLength && !plain[..colon].Contains('.'))
        {
            return plain[..colon];
        }

        return Cut(FirstSentence(plain));
    }

    /// <summary>Cuts at a word boundary so that the whole, "…" included, fits in <see cref="MaxLength"/>.</summary>
    public static string Cut(string text)
    {
        text = text.Trim();
        if (text.Length <= MaxLength)
        {
            return WithoutStop(text) is { Length: > 0 } trimmed ? trimmed : text;
        }

        var space = text.LastIndexOf(' ', MaxLength - 2);
        var end = space > MaxLength / 2 ? space : MaxLength - 1;
        // Never between the halves of a surrogate pair.
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd(' ', ',', ';', '-', '–', '.') + "…";
    }

    private static string FirstSentence(string text) => Sentences.Split(text) is [var (first, _), { }, ..] ? WithoutStop(first) : text;

    /// <summary>The stop that ends a sentence is no part of a title; the one that ends "2,5 mio. kr." is the unit's.</summary>
    private static string WithoutStop(string text) => Unit().IsMatch(text) ? text : text.TrimEnd('.', ' ');

    [GeneratedRegex(
        @"[0-9]\s*(?:(?:mio|mia|t)\.\s*)?(?:kr|mio|mia|pct|mdr|stk)\.\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Unit();
}

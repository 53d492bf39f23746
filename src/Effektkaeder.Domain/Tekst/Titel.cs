namespace Effektkaeder.Domain.Tekst;

/// <summary>The short name of a text: at most 80 characters.</summary>
public static class Titel
{
    public const int MaxLength = 80;

    private static readonly string[] Abbreviations =
    [
        "mhp",
        "pga",
        "jf",
        "mv",
        "vedr",
        "okt",
        "mdr",
        "f.eks",
        "fx",
        "bl.a",
        "evt",
        "osv",
        "ca",
        "kr",
        "pkt",
        "nr",
        "inkl",
        "hhv",
        "kl",
        "m.v",
        "m.fl",
        "dvs",
        "maks",
        "min",
        "tlf",
        "stk",
        "d",
        "pt",
        "p.t",
        "vs",
        "pr",
        "sept",
        "jan",
        "feb",
        "aug",
        "nov",
        "dec",
    ];

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
            return text.TrimEnd('.', ' ') is { Length: > 0 } trimmed ? trimmed : text;
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

    private static string FirstSentence(string text)
    {
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is '?' or '!' && text[i + 1] == ' ')
            {
                return text[..(i + 1)];
            }

            if (text[i] == '.' && text[i + 1] == ' ' && !EndsInAbbreviation(text.AsSpan(0, i)))
            {
                return text[..i];
            }
        }
        return text;
    }

    private static bool EndsInAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..].TrimStart("(\"'").ToString();
        return word.Length > 0
            && (
                char.IsAsciiDigit(word[^1]) && word.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '–' or '/')
                || Abbreviations.Contains(word, StringComparer.OrdinalIgnoreCase)
            );
    }
}

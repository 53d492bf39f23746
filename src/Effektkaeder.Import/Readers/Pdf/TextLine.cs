using System.Globalization;
using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Readers.Pdf;

/// <summary>Words that stand on one line, from the left.</summary>
internal sealed record TextLine(IReadOnlyList<PdfWord> Words)
{
    internal double Left => Words[0].Left;

    internal double Right => Words[^1].Right;

    internal double Bottom => Words[0].Bottom;

    internal double Middle => Words[0].MiddleY;

    internal double Size => Words.Max(w => w.Size);

    internal bool IsBold => Words.All(w => w.IsBold);

    internal string Text => string.Join(' ', Words.Select(w => w.Text));

    internal static IReadOnlyList<TextLine> Of(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderByDescending(w => w.Bottom).ThenBy(w => w.Left))
        {
            if (lines.Count > 0 && Math.Abs(lines[^1][0].Bottom - word.Bottom) <= word.Size * 0.35)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.Select(l => new TextLine([.. l.OrderBy(w => w.Left)]))];
    }

    /// <summary>The line's parts where a gap wider than any between words parts them.</summary>
    internal IReadOnlyList<TextLine> Segments()
    {
        var parts = new List<List<PdfWord>> { new() { Words[0] } };
        for (var i = 1; i < Words.Count; i++)
        {
            if (Words[i].Left - Words[i - 1].Right > Words[i].Size * 1.2)
            {
                parts.Add([]);
            }

            parts[^1].Add(Words[i]);
        }

        return [.. parts.Select(p => new TextLine(p))];
    }
}

/// <summary>Lines put together to the paragraphs they are set from.</summary>
internal sealed partial record Paragraphs(string Text, double Size, bool IsBold, int Lines)
{
    internal static IEnumerable<Paragraphs> Of(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        var right = lines.Max(l => l.Right);
        var gaps = lines.Zip(lines.Skip(1), (a, b) => a.Bottom - b.Bottom).Where(g => g > 0).Order().ToList();
        var usual = gaps.Count == 0 ? lines[0].Size * 1.2 : gaps[gaps.Count / 4];
        var text = lines[0].Text;
        var first = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && ReadsOn(lines[i - 1], lines[i], text, usual, right))
            {
                text = Join(text, lines[i].Text);
                continue;
            }

            yield return new Paragraphs(text, lines[first].Size, lines.Skip(first).Take(i - first).All(l => l.IsBold), i - first);
            if (i < lines.Count)
            {
                text = lines[i].Text;
                first = i;
            }
        }
    }

    /// <summary>A line reads on where it stands close, is set alike, begins no item, and the one above was full.</summary>
    private static bool ReadsOn(TextLine above, TextLine line, string text, double usual, double right)
    {
        var room = right - above.Right;
        return above.Bottom - line.Bottom <= Math.Min(Math.Max(usual * 1.3, line.Size * 1.45), line.Size * 1.75)
            && Math.Abs(above.Size - line.Size) < 0.6
            && above.IsBold == line.IsBold
            && !(Item().IsMatch(line.Text) && !IsWithin(line.Text, text))
            && (
                room < (line.Words[0].Right - line.Words[0].Left) + (line.Size * 1.5)
                || char.IsLower(line.Text[0]) && text[^1] is not ('.' or ':' or '?')
            );
    }

    /// <summary>"8. klasse" at a line's beginning counts nothing, where the text above does not begin with a seven.</summary>
    private static bool IsWithin(string line, string above) =>
        // "• A – B" goes on in "– C".
        (Dashed().IsMatch(line) && Bulleted().IsMatch(above))
        || Ordinal().Match(line) is { Success: true } m
            && int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture) is > 1 and var n
            && !above.StartsWith($"{n - 1}.", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"\A[•·▪◦●\uF0B7\uF0A7].*\s[–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Bulleted();

    [GeneratedRegex(@"\A(?<n>[0-9]{1,2})\.\s\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    /// <summary>A word that a line's end divided is one again, but "social- og" keeps its hyphen.</summary>
    private static string Join(string text, string next) =>
        text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLower(next[0]) && !Coordinated().IsMatch(next)
            ? text[..^1] + next
            : text + " " + next;

    [GeneratedRegex(@"\A(?:[•·▪◦●\uF0B7\uF0A7]|[-–o]\s|\(?[0-9]{1,2}[.)]\s|[a-h][.)]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"\A(?:og|eller|samt|til)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Coordinated();
}

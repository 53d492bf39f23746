namespace Effektkaeder.Diagram.Text;

/// <summary>Breaks a label into lines that fit a width; a word too long for a line is divided; what does not fit ends in "…".</summary>
public static class Wrapping
{
    /// <param name="width">In the unit of <paramref name="size"/>.</param>
    /// <returns>One line at least; none wider than <paramref name="width"/> but where a single letter is.</returns>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int maxLines, bool bold = false)
    {
        var words = new LinkedList<string>(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        List<string> lines = [];
        var line = "";
        while (words.First is { } next)
        {
            words.RemoveFirst();
            var word = next.Value;
            var joined = line.Length == 0 ? word : $"{line} {word}";
            if (Fits(joined))
            {
                line = joined;
                continue;
            }
            var (head, tail) = Divide(word, line, word.Length > 14 || line.Length == 0);
            if (tail.Length > 0)
            {
                words.AddFirst(tail);
            }

            if (head.Length > 0)
            {
                line = line.Length == 0 ? head : $"{line} {head}";
            }
            else
            {
                words.AddFirst(word);
            }

            if (lines.Count == maxLines - 1)
            {
                return [.. lines, WithEllipsis(line)];
            }

            lines.Add(line);
            line = "";
        }
        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line);
        }

        return lines;

        bool Fits(string candidate) => TextMeasure.Width(candidate, size, bold) <= width;

        // The longest head of a word that still fits after the line; head empty = the word goes to the next line whole.
        (string Head, string Tail) Divide(string word, string before, bool may)
        {
            if (!may)
            {
                return ("", "");
            }

            foreach (
                var at in before.Length > 0 ? Hyphenation.Parting(word) : Hyphenation.Parting(word).Concat(Hyphenation.Syllables(word))
            )
            {
                var head = word[at - 1] is '-' or '/' ? word[..at] : word[..at] + "-";
                if (Fits(before.Length == 0 ? head : $"{before} {head}"))
                {
                    return (head, word[at..]);
                }
            }
            if (before.Length > 0)
            {
                return ("", "");
            }

            var fitting = Enumerable.Range(1, word.Length - 1).LastOrDefault(n => Fits(word[..n] + "-"), 1);
            if (char.IsHighSurrogate(word[fitting - 1]) && fitting > 1)
            {
                fitting--;
            }

            return word.Length == 1 ? (word, "") : (word[..fitting] + "-", word[fitting..]);
        }

        string WithEllipsis(string last)
        {
            last = last.TrimEnd('-', ',', ' ');
            while (last.Length > 1 && !Fits(last + "…"))
            {
                last = last[..^1].TrimEnd();
            }

            return last + "…";
        }
    }
}

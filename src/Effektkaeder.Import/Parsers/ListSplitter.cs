using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Parsers;

/// <summary>
/// Finds the items of a list that was written as running text: "- A - B", "• A • B", "1) A 2) B". The first
/// bullet decides which marks count. A "-" inside words ("center- såvel") is a hyphen and stays.
/// </summary>
internal static partial class ListSplitter
{
    /// <param name="Start">Offset of the item's text in the raw string.</param>
    /// <param name="Glued">True when no space stood before its "-".</param>
    internal readonly record struct Part(int Start, int End, bool Glued);

    /// <summary>The items, the empty ones left out; one item when no bullet begins the text.</summary>
    internal static List<Part> Split(string raw)
    {
        var first = FirstMark().Match(raw);
        if (!first.Success)
        {
            return string.IsNullOrWhiteSpace(raw) ? [] : [new Part(0, raw.Length, false)];
        }

        var marks = first.Groups["number"].Success
            ? Numbers(raw)
            : Bullets(raw, first.Groups["bullet"].Value[0], first.Index + first.Length);
        var parts = new List<Part>(marks.Count);
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Mark : raw.Length;
            if (CellText.Clean(raw[marks[i].Text..end]).Length > 0)
            {
                parts.Add(new Part(marks[i].Text, end, marks[i].Glued));
            }
        }

        return parts;
    }

    /// <summary>Whether running text begins with a bullet.</summary>
    internal static bool BeginsWithBullet(string raw) => FirstMark().Match(raw) is { Success: true } m && m.Groups["bullet"].Success;

    private static List<(int Mark, int Text, bool Glued)> Bullets(string raw, char bullet, int firstText)
    {
        var marks = new List<(int, int, bool)>();
        var lowerItems = firstText < raw.Length && char.IsLower(raw[firstText]);
        var index = firstText - 1;
        while (index >= 0 && raw[index] != bullet)
        {
            index--;
        }

        for (; index >= 0; index = index + 1 < raw.Length ? raw.IndexOf(bullet, index + 1) : -1)
        {
            if (marks.Count == 0 || IsMark(raw, index, bullet, lowerItems))
            {
                var glued = bullet is '-' && index > 0 && !char.IsWhiteSpace(raw[index - 1]) && raw[index - 1] != '>';
                marks.Add((index, index + 1, glued));
            }
        }

        return marks;
    }

    private static bool IsMark(string raw, int index, char bullet, bool lowerItems)
    {
        if (bullet is '•' or '·')
        {
            return true;
        }

        var before = index > 0 ? raw[index - 1] : ' ';
        var next = index + 1;
        if (next < raw.Length && !char.IsWhiteSpace(raw[next]))
        {
            return false;
        }

        while (next < raw.Length && char.IsWhiteSpace(raw[next]))
        {
            next++;
        }

        if (next >= raw.Length)
        {
            return true;
        }

        var startsItem = char.IsUpper(raw[next]) || char.IsDigit(raw[next]) || raw[next] is '"' or '»' or '“' or '<' or '§';
        return char.IsWhiteSpace(before) || before == '>' ? startsItem || (lowerItems && char.IsLower(raw[next]))
            // Glued: after a full stop, or after a word when a capital follows.
            : before is '.' or '!' or '?' or ';' or ')' ? startsItem
            : char.IsLetter(before) && char.IsUpper(raw[next]);
    }

    private static List<(int Mark, int Text, bool Glued)> Numbers(string raw)
    {
        var marks = new List<(int, int, bool)>();
        var expected = 1;
        foreach (Match m in NumberMark().Matches(raw))
        {
            if (m.Groups["n"].ValueSpan.SequenceEqual(expected.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            {
                marks.Add((m.Index, m.Index + m.Length, false));
                expected++;
            }
        }

        return marks;
    }

    [GeneratedRegex(@"\A\s*(?:(?<bullet>[-–•·])\s*|(?<bullet>\*)\s+|(?<number>1[.)])\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstMark();

    [GeneratedRegex(@"(?<![\p{L}\p{N}(])(?<n>[0-9]{1,2})[.)]\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex NumberMark();
}

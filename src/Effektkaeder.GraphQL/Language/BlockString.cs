using System.Text;

namespace Effektkaeder.GraphQL.Language;

/// <summary>The meaning of a block string's raw lines, and how a string is written as one (spec 2.9.4, BlockStringValue).</summary>
internal static class BlockString
{
    /// <summary>Removes the common indentation and the blank first and last lines.</summary>
    public static string Dedent(List<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhitespace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            if (i != 0 && indent < common)
            {
                common = indent;
            }
        }

        if (first < 0)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            if (i > first)
            {
                text.Append('\n');
            }

            // The first line follows the opening quotes, so its indentation is content.
            text.Append(i == 0 ? lines[i] : lines[i][Math.Min(common == int.MaxValue ? 0 : common, lines[i].Length)..]);
        }

        return text.ToString();
    }

    /// <summary>Whether <paramref name="value"/> comes back unchanged when written as a block string and read again.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
        {
            return false;
        }

        foreach (var c in value)
        {
            if (c == '\r' || (c < ' ' && c is not ('\t' or '\n')) || char.IsSurrogate(c) || c == '\uFEFF')
            {
                return false;
            }
        }

        var lines = value.Split('\n');
        return !IsBlank(lines[0]) && !IsBlank(lines[^1]) && HasUnindentedLine(lines);
    }

    /// <summary>Writes a block string on lines of its own, indented by <paramref name="indent"/>.</summary>
    public static string Print(string value, string indent)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var text = new StringBuilder("\"\"\"");
        foreach (var line in escaped.Split('\n'))
        {
            text.Append('\n').Append(line.Length == 0 ? "" : indent).Append(line);
        }

        return text.Append('\n').Append(indent).Append("\"\"\"").ToString();
    }

    private static bool HasUnindentedLine(string[] lines) => Array.Exists(lines, line => line.Length > 0 && LeadingWhitespace(line) == 0);

    private static bool IsBlank(string line) => LeadingWhitespace(line) == line.Length;

    private static int LeadingWhitespace(string line)
    {
        var i = 0;
        while (i < line.Length && (line[i] is ' ' or '\t'))
        {
            i++;
        }

        return i;
    }
}

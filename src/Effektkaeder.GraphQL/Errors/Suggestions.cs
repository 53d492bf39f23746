using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Errors;

/// <summary>"Did you mean": the known names nearest to an unknown one.</summary>
public static class Suggestions
{
    private const int Most = 5;

    /// <summary>Names longer than this are compared with nothing: the work grows with the square of the length.</summary>
    private const int LongestName = 200;

    /// <summary>A sentence with a leading space, or nothing when no name is near.</summary>
    internal static Message DidYouMean(string unknown, IEnumerable<string> known) =>
        Nearest(unknown, known) is { Count: > 0 } near ? (Message)$" Did you mean {Quoted(near)}?" : "";

    internal static Message Quoted(IReadOnlyList<string> names)
    {
        var quoted = names.Take(Most).Select(name => (Message)$"\"{name}\"").ToArray();
        return quoted.Length == 1
            ? quoted[0]
            : (Message)$"{quoted[..^1].Aggregate((all, next) => (Message)$"{all}, {next}")} or {quoted[^1]}";
    }

    /// <summary>The names within an edit distance of two fifths of the length, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string unknown, IEnumerable<string> known)
    {
        if (unknown.Length > LongestName)
        {
            return [];
        }

        var bound = (unknown.Length * 2 / 5) + 1;
        return known
            .Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Distance: Distance(unknown, name, bound)))
            .Where(pair => pair.Distance <= bound)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name)
            .ToArray();
    }

    /// <summary>Edits (insert, delete, replace, swap neighbours) between two names, letter case costing one in all.</summary>
    private static int Distance(string a, string b, int bound)
    {
        if (Math.Abs(a.Length - b.Length) > bound)
        {
            return bound + 1;
        }

        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
        {
            return string.Equals(a, b, StringComparison.Ordinal) ? 0 : 1;
        }

        var (left, right) = (a.ToUpperInvariant(), b.ToUpperInvariant());
        var rows = new int[3][];
        for (var r = 0; r < 3; r++)
        {
            rows[r] = new int[right.Length + 1];
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var (row, up) = (rows[i % 3], rows[(i - 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = up[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(up[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], rows[(i - 2) % 3][j - 2] + 1);
                }
            }
        }

        return rows[left.Length % 3][right.Length];
    }
}

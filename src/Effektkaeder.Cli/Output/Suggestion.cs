namespace Effektkaeder.Cli.Output;

/// <summary>"Mente du …?" for a name that is nearly another.</summary>
internal static class Suggestion
{
    /// <returns>A sentence with a leading space; empty where nothing is near.</returns>
    public static string For(string given, IEnumerable<string> names)
    {
        var best = names
            .Select(n => (Name: n, Distance: Distance(given.ToLowerInvariant(), n.ToLowerInvariant())))
            .Where(n => n.Distance <= Math.Max(1, given.Length / 3))
            .OrderBy(n => n.Distance)
            .ThenBy(n => n.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is null ? "" : $" Mente du »{best.Name}«?";
    }

    /// <summary>Edits between two words (Levenshtein), by rows.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }
        return row[^1];
    }
}

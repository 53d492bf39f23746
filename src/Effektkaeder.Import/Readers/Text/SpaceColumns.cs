namespace Effektkaeder.Import.Readers.Text;

/// <summary>
/// Tables drawn with spaces: lines that stand together and leave the same columns blank. A column begins where every line that
/// reaches so far has two spaces before it and at least two lines have a word at it.
/// </summary>
internal static class SpaceColumns
{
    private const int LeastGap = 2;

    /// <summary>Where the cells of a line begin, by line; only lines that stand in such a table.</summary>
    internal static Dictionary<int, int[]> Find(SourceText source)
    {
        var found = new Dictionary<int, int[]>();
        for (var line = 1; line <= source.LineCount; line++)
        {
            var last = line;
            while (last <= source.LineCount && IsPlain(source.Slice(source.Line(last))))
            {
                last++;
            }

            if (last - line >= 2 && Columns(source, line, last) is { Length: > 1 } columns)
            {
                for (var i = line; i < last; i++)
                {
                    found.Add(i, columns);
                }
            }

            line = Math.Max(line, last);
        }

        return found;
    }

    private static bool IsPlain(string text) =>
        text.Trim().Length > 0 && !text.Contains('\t') && !text.Contains('|') && !text.Contains('<');

    private static int[] Columns(SourceText source, int first, int end)
    {
        var lines = Enumerable.Range(first, end - first).Select(i => source.Slice(source.Line(i)).TrimEnd()).ToList();
        // Most lines must have a gap that no running text has.
        if (lines.Count(l => l.TrimStart().Contains("   ", StringComparison.Ordinal)) * 2 < lines.Count)
        {
            return [];
        }

        var columns = new List<int> { 0 };
        for (var at = LeastGap; at < lines.Max(l => l.Length); at++)
        {
            if (
                lines.All(l =>
                    l.Length <= at - LeastGap
                    || (l.Length > at && l[at - 1] == ' ' && l[at - 2] == ' ')
                    || (l.Length <= at && l.Length < at - 1)
                )
                && lines.Count(l => l.Length > at && l[at] != ' ') >= 2
            )
            {
                columns.Add(at);
            }
        }

        return [.. columns];
    }
}

using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Cli.Output;

/// <summary>
/// Tables as text, columns two spaces apart. On a terminal they fit its width: the widest columns give way and their cells go on in the
/// lines below, but a key stands whole, to be copied. A file has no width: a cell is one line, and a very long one stands out of its
/// column rather than fill the others with spaces.
/// </summary>
internal static class TableText
{
    private const int Gap = 2,
        Least = 8,
        WidestInFile = 100;

    /// <param name="width">Columns of the terminal; null for none.</param>
    public static string Of(IEnumerable<Listing> listings, int? width)
    {
        var text = new StringBuilder();
        foreach (var listing in listings.Where(l => l.Values.Count > 0))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Write(text, listing, width);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Listing listing, int? width)
    {
        var heads = listing.Shown.ToList();
        var rows = listing
            .ShownValues.Select(row => row.Select(value => Synligt.Line(Listing.Text(value))).ToList())
            .Prepend(heads)
            .ToList();
        if (width is not { } most)
        {
            var columns = heads.Select((_, i) => rows.Select(r => r[i].Length).Where(length => length <= WidestInFile).Max()).ToArray();
            rows.ForEach(row => Append(text, row, columns));
            return;
        }

        var widths = heads.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        Fit(widths, [.. heads.Select((h, i) => h == Listing.Key ? widths[i] : Math.Min(widths[i], Least))], most);
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => Wrapped(cell, widths[i])).ToList();
            for (var line = 0; line < cells.Max(c => c.Count); line++)
            {
                Append(text, cells.Select(c => line < c.Count ? c[line] : ""), widths);
            }
        }
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells, IReadOnlyList<int> widths) =>
        text.Append(string.Concat(cells.Select((cell, i) => cell.PadRight(widths[i]) + new string(' ', Gap))).TrimEnd()).Append('\n');

    /// <summary>The widest that may gives way, one by one, until all fit or none can more.</summary>
    private static void Fit(int[] widths, int[] least, int most)
    {
        while (widths.Sum() + (Gap * (widths.Length - 1)) > most)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => widths[i] > least[i]).OrderByDescending(i => widths[i]).ToList();
            if (widest.Count == 0)
            {
                return;
            }

            widths[widest[0]]--;
        }
    }

    /// <summary>The lines of a cell: broken at spaces, and inside a word only where it is longer than a line.</summary>
    private static List<string> Wrapped(string cell, int width)
    {
        if (cell.Length <= width)
        {
            return [cell];
        }

        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var word in cell.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
            while (line.Length > width)
            {
                lines.Add(line.ToString(0, width));
                line.Remove(0, width);
            }
        }

        lines.Add(line.ToString());
        return lines;
    }
}

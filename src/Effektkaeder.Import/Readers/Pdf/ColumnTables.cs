namespace Effektkaeder.Import.Readers.Pdf;

/// <summary>Tables without rules: lines that keep the same left edges for their parts.</summary>
internal static class ColumnTables
{
    private const double Near = 4;
    private const int LeastLines = 3;

    /// <summary>The lines in runs; a run with columns is a table.</summary>
    internal static IEnumerable<(IReadOnlyList<TextLine> Lines, double[]? Columns)> Split(IReadOnlyList<TextLine> lines)
    {
        var loose = new List<TextLine>();
        for (var i = 0; i < lines.Count;)
        {
            var (end, columns) = Table(lines, i);
            if (columns is null)
            {
                loose.Add(lines[i++]);
                continue;
            }

            if (loose.Count > 0)
            {
                yield return ([.. loose], null);
                loose.Clear();
            }

            yield return ([.. lines.Skip(i).Take(end - i)], columns);
            i = end;
        }

        if (loose.Count > 0)
        {
            yield return (loose, null);
        }
    }

    /// <summary>Rows of cells; a row begins where its first column has words.</summary>
    internal static IEnumerable<IReadOnlyList<IReadOnlyList<TextLine>>> Rows(IReadOnlyList<TextLine> lines, double[] columns)
    {
        List<TextLine>[]? row = null;
        TextLine? above = null;
        foreach (var line in lines)
        {
            var cells = columns.Select(_ => new List<PdfWord>()).ToArray();
            foreach (var part in line.Segments())
            {
                cells[Math.Max(0, Array.FindLastIndex(columns, c => c <= part.Left + Near))].AddRange(part.Words);
            }

            var begins =
                row is null
                || (cells[0].Count > 0 && (cells.Skip(1).Any(c => c.Count > 0) || above!.Bottom - line.Bottom > line.Size * 1.8));
            if (begins)
            {
                if (row is not null)
                {
                    yield return row;
                }

                row = [.. columns.Select(_ => new List<TextLine>())];
            }

            for (var c = 0; c < cells.Length; c++)
            {
                if (cells[c].Count > 0)
                {
                    row![c].Add(new TextLine(cells[c]));
                }
            }

            above = line;
        }

        if (row is not null)
        {
            yield return row;
        }
    }

    private static (int End, double[]? Columns) Table(IReadOnlyList<TextLine> lines, int from)
    {
        var first = lines[from].Segments();
        if (first.Count < 2)
        {
            return (from, null);
        }

        var columns = first.Select(s => s.Left).ToArray();
        var end = from + 1;
        var parted = 1;
        for (; end < lines.Count; end++)
        {
            var parts = lines[end].Segments();
            if (
                lines[end - 1].Bottom - lines[end].Bottom > lines[end].Size * 3.2
                || !parts.All(p => columns.Any(c => Math.Abs(c - p.Left) <= Near))
                || (parts.Count == 1 && Math.Abs(parts[0].Left - columns[0]) <= Near && parts[0].Right > columns[1])
            )
            {
                break;
            }

            parted += parts.Count > 1 ? 1 : 0;
        }

        return end - from >= LeastLines && parted >= 2 ? (end, columns) : (from, null);
    }
}

using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// One table of a document without a profile: rows that begin with a label are fields of one point, and under column heads each
/// row is a point of its own. A row of one cell across opens a point.
/// </summary>
internal sealed class Tabellaeser(
    Etiketordbog ord,
    TableBlock table,
    Punktkladde? over,
    Func<HeadingBlock?, NodeKind?, Punktkladde> open,
    Func<Punktkladde?> heading,
    string? unit,
    HeadingBlock? date = null
)
{
    private readonly List<Punktkladde> _points = [];

    /// <summary>Whether any row begins with a label, or has several.</summary>
    internal static bool HasLabels(Etiketordbog ord, TableBlock table) =>
        table.Rows.Any(r => r.Cells.Where(c => !c.IsCopy).Take(2).Any(c => ord.Find(c.Text) is not null));

    /// <summary>Whether political goals are all that its rows are: they stand under no effort.</summary>
    internal static bool IsOfGoals(Etiketordbog ord, TableBlock table) =>
        Head(ord, table, 4) is >= 0 and var head
        && table.Rows[head].Cells.Select(c => ord.Find(c.Text)).OfType<Felt>().Where(f => f.IsLed()).ToList() is { Count: > 0 } led
        && led.All(f => f.Rolle == "politisk-maal");

    /// <summary>The points of the table; null where it has no labels and means something else.</summary>
    internal IReadOnlyList<Punktkladde>? Read()
    {
        if (over is not null && Aarskolonner.Milestones(table) is { } years)
        {
            over.Field(ord.Of("milepael", "milepael")!, table.Line).Add(years);
            return _points;
        }

        if (Tvaertabeller.Of(ord, table) is { } columns)
        {
            columns.ForEach(Column);
            return _points;
        }

        if (IsGrouped)
        {
            Labelled();
            return _points;
        }

        var head = Head(ord, table, 4);
        if (head >= 0 && Niveautabeller.Read(ord, table, head, over, unit) is { } levels)
        {
            return levels;
        }

        if (head >= 0)
        {
            Columns(head);
            return _points;
        }

        if (table.Rows.Count(r => Label(r) is not null) * 3 < table.Rows.Count)
        {
            return null;
        }

        Labelled();
        return _points;
    }

    /// <summary>
    /// "Hvad | Målgruppe | …": the first column puts the labels of the second in groups, which are left blank or reach down further on.
    /// </summary>
    private bool IsGrouped =>
        table.Rows.Count >= 3
        && table.Rows.All(r => r.Cells.Count >= 3)
        && table.Rows.Skip(1).Any(r => r.Cells[0].IsEmpty || r.Cells[0].IsCopy)
        && table.Rows.Count(r => ord.Find(r.Cells[1].Text) is not null && ord.Find(r.Cells[2].Text) is null) * 4 >= table.Rows.Count * 3;

    /// <summary>The row of column heads among the first: two labels or more, and most of its cells; -1 where there is none.</summary>
    internal static int Head(Etiketordbog ord, TableBlock table, int most)
    {
        for (var i = 0; i < Math.Min(table.Rows.Count - 1, most); i++)
        {
            var cells = table.Rows[i].Cells.Where(c => !c.IsEmpty && !c.IsCopy).ToList();
            var found = cells.Select(c => ord.Find(c.Text)).OfType<Felt>().Distinct().ToList();
            var labels = found.Count;
            if (labels >= 3 && found.Count(f => f.IsLed()) >= 2 && cells.All(c => c.Text.Length <= 40))
            {
                return i;
            }

            if (labels >= 2 && labels * 2 >= cells.Count || Aarskolonner.AreValues(ord, cells))
            {
                return i;
            }
        }

        return -1;
    }

    private void Column((HeadingBlock Heading, List<(Felt Felt, TableCell Cell)> Fields) column)
    {
        var opener = ord.Opener(column.Heading.Text);
        var heading = opener is { } o ? column.Heading with { Text = o.Title, Number = o.Number } : column.Heading;
        var point = open(heading, opener?.Kind ?? NodeKind.Indsats);
        foreach (var (felt, cell) in column.Fields)
        {
            point.Field(felt, cell.Place.Line).Cell(cell);
        }
    }

    private void Columns(int head)
    {
        var columns = Kolonnehoveder.Of(ord, table.Rows[head].Cells);
        var (chain, key) = (columns.Kaede, columns.Noegle);
        // Goals alone are under no effort.
        var governed = columns.NamesEfforts || columns.IsOfGoals ? over : heading() ?? over;
        // Rows that open what the next ones are under stand among others.
        var opens =
            key >= 0 && table.Rows.Skip(head + 1).Select(r => key < r.Cells.Count && IsOpener(r.Cells[key])).Distinct().Count() == 2;
        Punktkladde? row = null;
        TableRow? above = null;
        foreach (var written in table.Rows.Skip(head + 1))
        {
            var line = columns.Meant(written, above);
            above = written;
            if (columns.IsHeadAgain(line))
            {
                continue;
            }

            if (Across(written) is { } across)
            {
                // What the table ends in governs nothing.
                if (ReferenceEquals(written, table.Rows[^1]))
                {
                    continue;
                }

                governed = Opened(across, line) ?? governed;
                row = null;
                continue;
            }

            if (opens && RowOpener(line, columns) is { } opened)
            {
                (governed, row) = (opened, null);
                continue;
            }

            var filled = columns
                .Felter.Zip(line.Cells, (felt, cell) => (Felt: felt, Cell: cell))
                .Select((p, i) => (p.Felt, p.Cell, Index: i))
                .Where(p => !p.Cell.IsEmpty)
                .ToList();
            if (
                row is not null
                && !filled.Any(p => (chain.Count > 0 ? chain.Contains(p.Index) : p.Index == Math.Max(key, 0)) && !p.Cell.IsCopy)
            )
            {
                foreach (var (felt, cell, _) in filled.Where(p => !p.Cell.IsCopy && p.Felt is not null))
                {
                    row.Field(felt!, line.Line).Continue(cell);
                }

                continue;
            }

            // What a cell above reaches down to, or leaves blank, governs the row.
            var isUnder = row is not null && key >= 0 && key < line.Cells.Count && (line.Cells[key].IsCopy || line.Cells[key].IsEmpty);
            row = Row(line, columns, isUnder ? _leads[row!] : governed);
        }
    }

    private bool IsOpener(TableCell cell) => ord.Opener(cell.Text) is { Number: not null };

    /// <summary>"Mål 1: Alle når hjem | Ni ud af ti": a row that is a point of its own, over the rows that follow.</summary>
    private Punktkladde? RowOpener(TableRow line, Kolonnehoveder columns)
    {
        if (columns.Noegle >= line.Cells.Count || ord.Opener(line.Cells[columns.Noegle].Text) is not { Number: not null } opener)
        {
            return null;
        }

        var title = Parsers.Headings.Plain(opener.Title, 6, line.Place, line.Cells[columns.Noegle].Raw);
        var point = open(title with { Number = opener.Number }, opener.Kind);
        foreach (
            var (felt, cell) in columns
                .Felter.Zip(line.Cells)
                .Where((p, i) => i != columns.Noegle && p.First is not null && !p.Second.IsEmpty)
        )
        {
            point.Field(felt!, line.Line).Cell(cell);
        }

        return point;
    }

    private Punktkladde Row(TableRow line, Kolonnehoveder columns, Punktkladde? governs)
    {
        var row = new Punktkladde(null, null, governs, line.Line) { IsRow = true, Unit = governs?.Unit ?? unit };
        for (var i = 0; i < Math.Min(columns.Felter.Count, line.Cells.Count); i++)
        {
            var cell = line.Cells[i];
            if (columns.Felter[i] is not { } felt || cell.IsEmpty || (cell.IsCopy && felt.IsLed()))
            {
                continue;
            }

            if (felt.Rolle == "center")
            {
                row.Unit = cell.Text.Replace('\n', ' ');
            }

            row.Field(felt, line.Line).Cell(columns.Cell(i, cell));
        }

        if (date is not null && ord.Of("milepael", "frist") is { } frist && !row.Has(frist) && !row.IsEmpty)
        {
            row.Field(frist, date.Line).Add(new ParagraphBlock(date.Text, true, date.Place, date.Raw));
        }

        _points.Add(row);
        _leads[row] = governs is { IsRow: true } ? governs : row;
        return row;
    }

    private readonly Dictionary<Punktkladde, Punktkladde> _leads = [];

    private void Labelled()
    {
        var point = over;
        Feltstykker? field = null;
        foreach (var row in table.Rows)
        {
            if (Label(row) is { } label)
            {
                if (point is null || (point.Has(label.Felt) && (point.First == label.Felt || point.Heading is null)))
                {
                    point = Fresh(row, over);
                }

                field = point.Field(label.Felt, row.Line);
                field.IsOfSheet = table.Name is not null;
                field.Cells(row.Cells.Skip(label.Index + 1).Where(c => !c.IsEmpty && !c.IsCopy));
            }
            else if (Across(row) is { } across && Opened(across, row) is { } opened)
            {
                (point, field) = (opened, null);
            }
            else
            {
                var cells = row.Cells.Where(c => !c.IsEmpty && !c.IsCopy).ToList();
                if (field is not null && row.Cells[0].IsEmpty | row.Cells[0].IsCopy)
                {
                    cells.ForEach(field.Continue);
                }
                else if (cells.Count >= 2)
                {
                    point ??= Fresh(row, over);
                    field = point.Field(new Felt(cells[0].Text.Replace('\n', ' '), [], "kun-felt"), row.Line);
                    field.Cells(cells.Skip(1));
                }
                else if (field is not null)
                {
                    cells.ForEach(field.Continue);
                }
            }
        }
    }

    private Punktkladde Fresh(TableRow row, Punktkladde? governs)
    {
        var fresh = new Punktkladde(null, null, governs, row.Line) { Unit = unit };
        _points.Add(fresh);
        return fresh;
    }

    /// <summary>The label that a row begins with: its first filled cell, or the second where the first names a group.</summary>
    private (Felt Felt, int Index)? Label(TableRow row)
    {
        var filled = row.Cells.Select((c, i) => (Cell: c, Index: i)).Where(p => !p.Cell.IsEmpty).ToList();
        // A group's name may be a label too: the last of two that stand side by side is the field.
        if (filled.Count >= 3 && !filled[1].Cell.IsCopy && ord.Find(filled[1].Cell.Text) is { } second)
        {
            return (second, filled[1].Index);
        }

        return filled.Count > 0 && !filled[0].Cell.IsCopy && ord.Find(filled[0].Cell.Text) is { } first ? (first, filled[0].Index) : null;
    }

    /// <summary>The one cell of a row that reaches across the table; null where there are more.</summary>
    private static TableCell? Across(TableRow row) =>
        row.Cells.Where(c => !c.IsCopy && !c.IsEmpty).ToList() is [var only]
        && row.Cells.Count > 1
        && (row.Cells.Count(c => c.IsCopy) >= 1 || row.Cells[0] == only)
            ? only
            : null;

    private Punktkladde? Opened(TableCell cell, TableRow row)
    {
        if (cell.Text.Length > Aabner.LongestTitle * 2 || ord.Find(cell.Text) is not null)
        {
            return null;
        }

        var opener = ord.Opener(cell.Text);
        var title = Parsers.Headings.Plain(opener?.Title ?? cell.Text.Replace('\n', ' '), 6, row.Place, cell.Raw);
        return open(title with { Number = opener?.Number ?? title.Number }, opener?.Kind ?? NodeKind.Indsats);
    }
}

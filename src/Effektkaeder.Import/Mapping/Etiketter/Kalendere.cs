using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>"Tidspunkt | Hvad sker der?": a table of two columns that says when and what, and nothing of whose goal it is.</summary>
internal static partial class Kalendere
{
    /// <summary>A happening an item, its day before it; null where the table is anything else.</summary>
    internal static ListBlock? Of(TableBlock table, Etiketordbog ord)
    {
        if (table.Rows.Count < 2 || Two(table.Rows[0]) is not var (first, second))
        {
            return null;
        }

        var when =
            IsTime(first) && IsHappening(second) ? 0
            : IsTime(second) && IsHappening(first) ? 1
            : -1;
        if (when < 0)
        {
            return null;
        }

        var items = table
            .Rows.Skip(1)
            .Select(r => (Row: r, Cells: Two(r)))
            .Where(p => p.Cells is not null)
            .Select(p =>
                (
                    p.Row,
                    Day: when == 0 ? p.Cells!.Value.First : p.Cells!.Value.Second,
                    What: when == 0 ? p.Cells.Value.Second : p.Cells.Value.First
                )
            )
            .Select(p => new ListItem($"{p.Day.Text}: {p.What.Text.Replace('\n', ' ')}", [], p.Row.Place, p.Row.Text))
            .ToList();
        return items.Count == table.Rows.Count - 1 ? new ListBlock(items, false, table.Place, table.FullText) : null;

        bool IsTime(TableCell cell) => ord.Find(cell.Text) is { Rolle: "milepael" };
        bool IsHappening(TableCell cell) => Happening().IsMatch(cell.Text);
    }

    [GeneratedRegex(
        @"\A(?:hvad(?:\s+sker(?:\s+der)?|\s+skal\s+der\s+ske)?|begivenhed(?:er)?|møder?|anledning|emne)\s*\??\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Happening();

    private static (TableCell First, TableCell Second)? Two(TableRow row) =>
        row.Cells.Where(c => !c.IsEmpty && !c.IsCopy).ToList() is [var first, var second] ? (first, second) : null;
}

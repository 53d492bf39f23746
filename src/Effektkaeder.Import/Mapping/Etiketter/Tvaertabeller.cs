using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>A table that stands across: its labels are the first column, and each other column is a point under its own head.</summary>
internal static class Tvaertabeller
{
    private const int FewestLabels = 3;

    /// <summary>Each column's head and fields; null where the table is anything else.</summary>
    internal static List<(HeadingBlock Heading, List<(Felt Felt, TableCell Cell)> Fields)>? Of(Etiketordbog ord, TableBlock table)
    {
        if (table.Rows.Count <= FewestLabels || table.Rows[0].Cells is not { Count: >= 3 } heads)
        {
            return null;
        }

        var rows = table.Rows.Skip(1).Where(r => r.Cells.Count == heads.Count).ToList();
        var labels = rows.Select(r => ord.Find(r.Cells[0].Text)).ToList();
        if (
            labels.Count(l => l is not null) < FewestLabels
            || labels.Count(l => l is not null) * 3 < labels.Count * 2
            || !heads.Skip(1).All(h => IsTitle(ord, h))
            || heads[0].Text.Length > 0 && ord.Find(heads[0].Text) is not (null or { Rolle: "indsats" or "nummer" })
            // Beside a label stands one value, and then what is said of it: only columns that are filled are points.
            || rows.Count(r => r.Cells.Skip(1).All(c => !c.IsEmpty)) * 2 < rows.Count
        )
        {
            return null;
        }

        return
        [
            .. Enumerable
                .Range(1, heads.Count - 1)
                .Select(c =>
                    (
                        Headings.Plain(heads[c].Text.Replace('\n', ' '), 6, heads[c].Place, heads[c].Raw),
                        rows.Select((r, i) => (Felt: labels[i] ?? EtiketReader.Own(r.Cells[0].Text), Cell: r.Cells[c]))
                            .Where(f => !f.Cell.IsEmpty && f.Felt.Label.Length > 0)
                            .ToList()
                    )
                ),
        ];
    }

    private static bool IsTitle(Etiketordbog ord, TableCell head) =>
        !head.IsEmpty && !head.IsCopy && head.Text.Length <= 120 && ord.Find(head.Text) is null && head.Text.Any(char.IsLetter);
}

using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// A table with a column that says of each row what it is ("Politisk mål", "Indsats", "Handling"): a row is one node of that kind, and
/// stands under the row that its number begins with, else under the last of another kind that was opened before its own.
/// </summary>
internal static partial class Niveautabeller
{
    internal static List<Punktkladde>? Read(Etiketordbog ord, TableBlock table, int head, Punktkladde? over, string? unit)
    {
        var heads = table.Rows[head].Cells;
        var rows = table.Rows.Skip(head + 1).Where(r => r.Cells.Any(c => !c.IsEmpty)).ToList();
        var level = Enumerable.Range(0, heads.Count).FirstOrDefault(c => IsLevel(ord, rows, c), -1);
        if (level < 0)
        {
            return null;
        }

        var number = Enumerable.Range(0, heads.Count).FirstOrDefault(c => ord.Find(heads[c].Text) is { Rolle: "nummer" }, -1);
        var title = Enumerable.Range(0, heads.Count).FirstOrDefault(c => Titles().IsMatch(heads[c].Text), -1);
        if (title < 0)
        {
            return null;
        }

        var points = new List<Punktkladde>();
        var open = new List<(NodeKind Kind, string Number, Punktkladde Point)>();
        foreach (var row in rows.Where(r => r.Cells.Count > Math.Max(title, level) && !r.Cells[title].IsEmpty))
        {
            // Every row of the column names a kind, or it were not the level.
            var kind = KindOf(ord, row.Cells[level])!.Value;
            var own = number >= 0 && number < row.Cells.Count ? row.Cells[number].Text.TrimEnd('.', ' ') : "";
            var last =
                own.Length > 0 ? open.FindLastIndex(o => own.StartsWith(o.Number + ".", StringComparison.Ordinal)) : Outer(open, kind);
            open.RemoveRange(last + 1, open.Count - last - 1);
            var cell = row.Cells[title];
            var point = new Punktkladde(
                new HeadingBlock(6, cell.Text.Replace('\n', ' '), own.Length > 0 ? own : null, row.Place, cell.Raw),
                kind,
                last >= 0 ? open[last].Point : over,
                row.Line
            )
            {
                Unit = unit,
            };
            for (var c = 0; c < Math.Min(heads.Count, row.Cells.Count); c++)
            {
                if (c != level && c != number && c != title && !row.Cells[c].IsEmpty && !heads[c].IsEmpty)
                {
                    point.Field(ord.Find(heads[c].Text) ?? EtiketReader.Own(heads[c].Text), row.Line).Cell(row.Cells[c]);
                }
            }

            points.Add(point);
            open.Add((kind, own, point));
        }

        return points;
    }

    /// <summary>Whether a head only says that its column holds the titles, or the kinds.</summary>
    internal static bool IsHead(string head) => Titles().IsMatch(head) || Kinds().IsMatch(head);

    [GeneratedRegex(@"\A(?:niveau|type|art|slags|kategori)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    private static int Outer(List<(NodeKind Kind, string Number, Punktkladde Point)> open, NodeKind kind) =>
        open.FindIndex(o => o.Kind == kind) is var same and >= 0 ? same - 1 : open.Count - 1;

    private static NodeKind? KindOf(Etiketordbog ord, TableCell cell) => Kaederoller.Kind(ord.Find(cell.Text)?.Rolle);

    private static bool IsLevel(Etiketordbog ord, List<TableRow> rows, int column)
    {
        var kinds = rows.Select(r => column < r.Cells.Count ? KindOf(ord, r.Cells[column]) : null).ToList();
        return rows.Count >= 3 && !kinds.Contains(null) && kinds.Distinct().Count() >= 2;
    }

    [GeneratedRegex(
        @"\A(?:tekst|titel|navn|overskrift|beskrivelse|indhold|emne)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Titles();
}

using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import;

/// <summary>A measurement as a table holds it.</summary>
/// <param name="Indikator">Title or key, as written.</param>
public sealed record MeasurementRow(
    string Indikator,
    string Vaerdi,
    string Dato,
    string? Redskab,
    string? Kilde,
    string? Bedre,
    Herkomst Sted
);

/// <summary>Measurements of a workbook, a CSV file or any other document with a table: its first row names the columns.</summary>
public static class MeasurementReader
{
    private static readonly (string Column, string[] Names)[] Columns =
    [
        ("indikator", ["indikator", "effektindikator", "parameter", "nøgle", "noegle"]),
        ("vaerdi", ["værdi", "vaerdi", "måling", "resultat", "tal"]),
        ("dato", ["dato", "tidspunkt", "dag", "målt den"]),
        ("redskab", ["redskab", "måleredskab", "målt med", "værktøj", "måleværktøj"]),
        ("kilde", ["kilde", "bemærkning", "bemærkninger"]),
        ("bedre", ["bedre", "bedst", "ønsket retning", "retning"]),
    ];

    /// <returns>The rows in order, and what stood in the way; no rows where no table has the columns.</returns>
    public static (IReadOnlyList<MeasurementRow> Rows, IReadOnlyList<Diagnostic> Diagnostics) Read(string relativePath, byte[] content)
    {
        var diagnostics = new List<Diagnostic>();
        var path = relativePath.Replace('\\', '/');
        if (DocumentReader.Read(path, content, diagnostics) is not { } tree)
        {
            return ([], Findings.Told(diagnostics));
        }

        var rows = tree.Blocks.OfType<TableBlock>().SelectMany(t => Read(path, t)).ToList();
        if (rows.Count == 0)
        {
            diagnostics.Add(Beskeder.IngenMaalinger(path));
        }

        return (rows, Findings.Told(diagnostics));
    }

    private static IEnumerable<MeasurementRow> Read(string path, TableBlock table)
    {
        var head = table.Rows.Count == 0 ? [] : table.Rows[0].Cells.Select(c => Identitet.Plain(c.Text)).ToList();
        int Find(string column) => head.FindIndex(h => Columns.First(c => c.Column == column).Names.Contains(h));
        var (indikator, value, day) = (Find("indikator"), Find("vaerdi"), Find("dato"));
        if (indikator < 0 || value < 0 || day < 0)
        {
            yield break;
        }

        foreach (var row in table.Rows.Skip(1))
        {
            string? Cell(int at) => at >= 0 && at < row.Cells.Count && !row.Cells[at].IsEmpty ? row.Cells[at].Text : null;
            if (Cell(indikator) is { } what)
            {
                var place = table.Name is { } sheet ? $"ark »{sheet}«, række {row.Line}" : null;
                yield return new(
                    what,
                    Cell(value) ?? "",
                    Cell(day) ?? "",
                    Cell(Find("redskab")),
                    Cell(Find("kilde")),
                    Cell(Find("bedre")),
                    new Herkomst(path, row.Line, row.Text, Sted: place)
                );
            }
        }
    }
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Csv;

/// <summary>Delimited text to one table: the delimiter is the one by which most records have the same number of fields.</summary>
internal static class CsvReader
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private const int Sampled = 40;

    /// <summary>The delimiter of a text that is a table and nothing else; null where it is running text.</summary>
    internal static char? Delimiter(string text)
    {
        // A tabbed text is read line by line: there a tab parts a label from its words, and quotes are only quotes.
        foreach (var delimiter in Delimiters.Where(d => d != '\t' || text.Contains("\t\"", StringComparison.Ordinal)))
        {
            var counts = Records(text, delimiter).Take(Sampled).Select(r => r.Fields.Length).ToList();
            if (counts.Count < 2)
            {
                continue;
            }

            var usual = counts.GroupBy(c => c).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
            var least = delimiter == ',' ? 3 : 2;
            if (usual.Key >= least && usual.Count() * 10 >= counts.Count * 9 && !(delimiter == '|' && text.TrimStart().StartsWith('|')))
            {
                return delimiter;
            }
        }

        return null;
    }

    internal static IReadOnlyList<Block> Read(string text, char delimiter)
    {
        var grid = new Grid(1);
        var above = new BlockBuilder();
        foreach (var (fields, line) in Records(text, delimiter))
        {
            // What stands alone above the table, or leaves half of its columns blank, is its title, unit and period.
            var filled = fields.Where(f => f.Trim().Length > 0).ToList();
            if (
                grid.RowCount == 0
                && (filled.Count <= 1 || (fields.Length >= 4 && filled.Count * 2 <= fields.Length && fields[0].Trim().Length > 0))
            )
            {
                filled.ForEach(f => above.Paragraph(f, new Place(line, 1)));
                continue;
            }

            grid.Row(new Place(line, 1));
            foreach (var field in fields)
            {
                var place = grid.Next(new Place(line));
                var builder = new BlockBuilder(inCell: true);
                builder.Paragraph(field, place);
                grid.Cell(builder.Take(), place, field.Trim());
            }
        }

        return grid.Build() is { } table ? [.. above.Take(), table] : above.Take();
    }

    /// <summary>Records and the line each begins on; a quoted field may hold line ends.</summary>
    private static IEnumerable<(string[] Fields, int Line)> Records(string text, char delimiter)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter.ToString(),
                BadDataFound = null,
                MissingFieldFound = null,
                IgnoreBlankLines = true,
                AllowComments = false,
            }
        );
        var line = 1;
        while (parser.Read())
        {
            yield return (parser.Record ?? [], line);
            line = parser.RawRow + 1;
        }
    }
}

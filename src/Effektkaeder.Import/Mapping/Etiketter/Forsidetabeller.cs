using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// A cover that was set as a table, or as rows above a table's heads: each of its rows is a line of the cover ("Enhed: Vej og Park").
/// </summary>
internal static partial class Forsidetabeller
{
    private const int LongestCover = 15;
    private const int LastBlock = 12;

    internal static IReadOnlyList<Block> Split(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var split = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not TableBlock table)
            {
                split.Add(blocks[i]);
                continue;
            }

            var head = Tabellaeser.Head(ord, table, LongestCover);
            if (head > 0 && table.Rows.Take(head).All(r => IsLine(r, ord)))
            {
                split.AddRange(table.Rows.Take(head).SelectMany(r => Lines(r, ord)));
                split.Add(table with { Rows = [.. table.Rows.Skip(head)] });
            }
            else if (head < 0 && (i < LastBlock || (table.Name is not null && blocks[i - 1] is HeadingBlock)) && IsCover(table, ord))
            {
                split.AddRange(table.Rows.SelectMany(r => Lines(r, ord)));
            }
            else
            {
                split.Add(table);
            }
        }

        return split;
    }

    /// <summary>Lines most of which begin with a label of covers; none begins with one of the points.</summary>
    private static bool IsCover(TableBlock table, Etiketordbog ord)
    {
        if (table.Name is { } sheet && CoverSheet().IsMatch(sheet))
        {
            return table.Rows.All(r => Filled(r).Count <= 2);
        }

        var rows = table.Rows.Where(r => Filled(r).Count > 1).ToList();
        return rows.Count > 0
            && table.Rows.All(r => IsLine(r, ord))
            && rows.Count(r => ord.IsCover(Filled(r)[0].Text)) * 2 >= rows.Count
            && rows.All(r => ord.IsCover(Filled(r)[0].Text) || ord.Find(Filled(r)[0].Text) is null or { Rolle: "udvalg" or "center" });
    }

    [GeneratedRegex(@"\A(?:forside|stamdata|stamoplysninger|om\s+\p{L}+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CoverSheet();

    /// <summary>One cell, or a label and its value.</summary>
    private static bool IsLine(TableRow row, Etiketordbog ord) =>
        Filled(row) is var cells
        && (cells.Count <= 1 || ord.IsCover(cells[0].Text) || (cells.Count == 2 && cells.All(c => !c.Text.Contains('\n'))));

    private static IEnumerable<Block> Lines(TableRow row, Etiketordbog ord)
    {
        var cells = Filled(row);
        if (cells.Count == 0)
        {
            return [];
        }

        var label = cells[0].Text.TrimEnd(':', ' ');
        var value = string.Join(" - ", cells.Skip(1).Select(c => c.Text.Replace('\n', ' ')));
        // A table's line of one cell may hold several: a title, and its unit under it.
        return cells.Count == 1
            ? cells[0].Blocks
            : [new ParagraphBlock($"{label}: {value}", true, row.Place, string.Join('\t', cells.Select(c => c.Raw)))];
    }

    /// <summary>
    /// The units that the sheets of a workbook name on their covers, by the sheets' headings: each governs its own sheet, and none the
    /// whole. None where all name one.
    /// </summary>
    internal static IReadOnlyDictionary<Block, string> Units(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var units = new Dictionary<Block, string>(ReferenceEqualityComparer.Instance);
        var lines = new List<Block>();
        Block? sheet = null;
        foreach (var block in blocks)
        {
            if (block is HeadingBlock { Level: 1 })
            {
                sheet = block;
            }
            else if (
                sheet is not null
                && block is ParagraphBlock line
                && ord.Labelled(line.Text) is { Felt.Rolle: "center", Words: { Length: > 0 } unit }
            )
            {
                units.TryAdd(sheet, unit);
                lines.Add(block);
            }
        }

        return
            lines.Count == units.Count && units.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() == units.Count && units.Count > 1
            ? units
            : new Dictionary<Block, string>();
    }

    private static List<TableCell> Filled(TableRow row) => [.. row.Cells.Where(c => !c.IsEmpty && !c.IsCopy)];
}

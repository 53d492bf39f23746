using System.Text.RegularExpressions;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Blocks;

/// <summary>
/// Dots and lines that lead the eye to a page number or wait for a pen: "Mål ........ 3", "Dato: ______". They say nothing, and a
/// line of a table of contents says nothing that does not stand in its own place.
/// </summary>
internal static partial class Leaders
{
    private static readonly string[] Marks = [".....", ". . . . .", "_____", "……"];

    /// <summary>Whether a line leads to a page number, or several run together do.</summary>
    internal static bool IsContents(string text)
    {
        if (!Has(text))
        {
            return false;
        }

        var parts = Leader().Split(text);
        return parts[0].Any(char.IsLetter) && parts.Skip(1).SkipLast(1).All(p => Page().IsMatch(p)) && LastPage().IsMatch(parts[^1]);
    }

    /// <summary>Whether a line is drawn and says nothing.</summary>
    internal static bool IsDrawn(string text) => Has(text) && !text.Any(char.IsLetterOrDigit);

    /// <summary>"- 2 -", "Side 2 af 9": a line that only says which page it stands on.</summary>
    internal static bool IsPageMark(string text) => text.Length <= 40 && PageMark().IsMatch(text);

    [GeneratedRegex(
        @"\A\s*(?:[-–—]\s*[0-9]{1,3}\s*[-–—]|side\s+[0-9]{1,3}(?:\s*(?:af|/)\s*[0-9]{1,3})?)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PageMark();

    /// <summary>Whether a line leads anywhere, or waits for a pen.</summary>
    internal static bool Has(string text) => Marks.Any(m => text.Contains(m, StringComparison.Ordinal));

    internal static bool IsContentsHeading(string text) => Heading().IsMatch(text);

    internal static IReadOnlyList<Block> Without(IReadOnlyList<Block> blocks)
    {
        var kept = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (Without(block) is { } said)
            {
                kept.Add(said);
            }
            else if (IsContents(Written(block)) && kept is [.., HeadingBlock or ParagraphBlock] && IsContentsHeading(kept[^1].FullText))
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        return kept;
    }

    /// <summary>The block without its leaders; null where nothing is left.</summary>
    private static Block? Without(Block block) =>
        block switch
        {
            HeadingBlock h => Said(Written(h)) && Words(h.Text) is { Length: > 0 } text ? h with { Text = text } : null,
            ParagraphBlock p => Said(p.Text) && Words(p.Text) is { Length: > 0 } text ? p with { Text = text } : null,
            ListBlock list => Without(list),
            TableBlock table => Without(table),
            _ => block,
        };

    private static ListBlock? Without(ListBlock list)
    {
        var items = list
            .Items.Where(i => Said(i.Text))
            .Select(i => i with { Text = Words(i.Text) })
            .Where(i => i.FullText.Length > 0)
            .ToList();
        return items.Count == 0 ? null : list with { Items = items };
    }

    private static TableBlock? Without(TableBlock table)
    {
        if (!table.Rows.Any(r => r.Cells.Any(c => Has(c.Text))))
        {
            return table;
        }

        var rows = table
            .Rows.Where(r => Said(r.Text.Replace('\t', ' ')))
            .Select(r => r with { Cells = [.. r.Cells.Select(Without)] })
            .ToList();
        return rows.Count == 0 ? null : table with { Rows = rows };
    }

    private static TableCell Without(TableCell cell) =>
        Has(cell.Text) ? new TableCell(Without(cell.Blocks), cell.Place, cell.Raw, cell.Repairs, cell.IsCopy, cell.OpenAtEnd) : cell;

    private static string Written(Block block) => block is HeadingBlock { Number: { } n } h ? $"{n} {h.Text}" : block.FullText;

    private static bool Said(string text) => !IsContents(text) && !IsDrawn(text);

    private static string Words(string text) => Has(text) ? Leader().Replace(text, " ").Trim() : text;

    [GeneratedRegex(@"\.{5,}|(?:\. ){4,}\.|_{5,}|…{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"\A\s*[0-9]{1,3}\s", RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(@"\A\s*[0-9]{1,3}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LastPage();

    [GeneratedRegex(@"\A(?:indhold|indholdsfortegnelse|indholdsoversigt)\s*:?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}

using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>Tables whose columns are years: under each stands what is to be reached in it, or the value that a row has in it.</summary>
internal static partial class Aarskolonner
{
    private static readonly string[] Measured = ["indikator", "effekt"];

    /// <summary>"2027 | 2028" over words: a milestone a cell, its year before it; null where the table is anything else.</summary>
    internal static ListBlock? Milestones(TableBlock table)
    {
        if (table.Rows.Count < 2 || table.Rows[0].Cells is not { Count: >= 2 } heads || !heads.All(h => Year().IsMatch(h.Text)))
        {
            return null;
        }

        var cells = table.Rows.Skip(1).SelectMany(r => r.Cells.Take(heads.Count).Select((c, i) => (Cell: c, Year: heads[i].Text))).ToList();
        return cells.Count(c => c.Cell.Text.Any(char.IsLetter)) * 2 > cells.Count
            ? new ListBlock(
                [
                    .. cells
                        .Where(c => !c.Cell.IsEmpty && !c.Cell.IsCopy)
                        .Select(c => new ListItem($"{c.Year}: {c.Cell.Text.Replace('\n', ' ')}", [], c.Cell.Place, c.Cell.Raw)),
                ],
                false,
                table.Place,
                table.FullText
            )
            : null;
    }

    /// <summary>"Milepæl 2024": the year of a column of milestones; null where it is anything else.</summary>
    internal static string? OfMilestones(Etiketordbog ord, string head) =>
        Labelled().Match(head) is { Success: true } m && ord.Find(m.Groups["label"].Value) is { Rolle: "milepael", Art: "milepael" }
            ? m.Groups["year"].Value
            : null;

    /// <summary>What a cell under a year says is to be reached in it.</summary>
    internal static TableCell Dated(Etiketordbog ord, string head, TableCell cell) =>
        OfMilestones(ord, head) is not { } year
            ? cell
            : new TableCell(
                [
                    new ParagraphBlock($"I {year}:", true, cell.Place, year),
                    new ListBlock([new ListItem(cell.Text.Replace('\n', ' '), [], cell.Place, cell.Raw)], false, cell.Place, cell.Raw),
                ],
                cell.Place,
                cell.Raw,
                cell.Repairs
            );

    [GeneratedRegex(@"\A(?<label>\p{L}+)\s+(?:i\s+)?(?<year>(?:19|20)[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    /// <summary>"Nøgletal | 2025 | Mål 2030": heads that name what is measured, and the years that it is measured in.</summary>
    internal static bool AreValues(Etiketordbog ord, IReadOnlyList<TableCell> heads) =>
        heads.Count >= 2
        && ord.Find(heads[0].Text) is { } felt
        && Measured.Contains(felt.Rolle)
        && heads.Skip(1).All(h => Year().IsMatch(h.Text) || ord.Find(h.Text) is { Rolle: "baseline" or "status" });

    [GeneratedRegex(
        @"\A(?:(?:mål|måltal|status|resultat|niveau|forventet|målet\s+for)\s+)?(?:i\s+)?(?:19|20)[0-9]{2}(?:\s*\([^)]*\))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Year();
}

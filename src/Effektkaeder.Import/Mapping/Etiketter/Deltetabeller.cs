using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// A table that a page's end has cut: what goes on right after it, in as many columns and without heads of its own, is the rest of it.
/// </summary>
internal static class Deltetabeller
{
    internal static IReadOnlyList<Block> Join(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var joined = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (block is TableBlock rest && joined is [.., TableBlock above] && GoesOn(ord, above, rest))
            {
                joined[^1] = above with { Rows = [.. above.Rows, .. rest.Rows] };
            }
            else
            {
                joined.Add(block);
            }
        }

        return joined;
    }

    private static bool GoesOn(Etiketordbog ord, TableBlock above, TableBlock rest) =>
        above.Name is null
        && Columns(above) == Columns(rest)
        && Tabellaeser.Head(ord, above, 4) >= 0
        // A row may hold one word that is a label too: who is the "Projektleder".
        && rest.Rows[0].Cells is [var first, ..] cells
        && ord.Find(first.Text) is null
        && cells.Count(c => ord.Find(c.Text) is not null) < 2;

    private static int Columns(TableBlock table) => table.Rows.Max(r => r.Cells.Count);
}

using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Parsers;

/// <summary>One line of a list before its nesting is known.</summary>
/// <param name="Indent">How far in it stands; only compared with its neighbours.</param>
/// <param name="Text">Its words, not yet cleaned.</param>
internal sealed record ListEntry(int Indent, bool Ordered, Place Place, string Text, string Raw)
{
    /// <summary>The list that entries make, each under the nearest above that stands further out; null where none has words.</summary>
    internal static ListBlock? Nest(IReadOnlyList<ListEntry> entries)
    {
        var items = Items(entries, 0, entries.Count, 0);
        return items.Count == 0
            ? null
            : new ListBlock(items, entries[0].Ordered, items[0].Place, string.Join('\n', items.Select(i => i.Raw)));
    }

    private const int Deepest = 16;

    private static List<ListItem> Items(IReadOnlyList<ListEntry> entries, int from, int to, int depth)
    {
        var items = new List<ListItem>();
        for (var i = from; i < to;)
        {
            var next = i + 1;
            while (next < to && depth < Deepest && entries[next].Indent > entries[i].Indent)
            {
                next++;
            }

            var nested = Items(entries, i + 1, next, depth + 1);
            if (CellText.Clean(entries[i].Text) is { Length: > 0 } text)
            {
                items.Add(new ListItem(text, nested, entries[i].Place, entries[i].Raw));
            }
            else
            {
                items.AddRange(nested);
            }

            i = next;
        }

        return items;
    }
}

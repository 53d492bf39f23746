using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping;

/// <summary>
/// Two agreements in one file are two: a new one begins where an agreement's title, with the cover lines above it, follows
/// tables, and tables follow it. A title with no tables after it is a signature page of the agreement before.
/// </summary>
internal static partial class Aftaledeling
{
    private const int LongestCover = 8;
    private const int LongestLine = 110;

    internal static IReadOnlyList<DocumentTree> Split(DocumentTree tree)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < tree.Blocks.Count; i++)
        {
            if (IsTitle(tree.Blocks[i]) && HasTable(tree, starts[^1], i))
            {
                starts.Add(Cover(tree, i));
            }
        }

        for (var i = starts.Count - 1; i > 0; i--)
        {
            if (!HasTable(tree, starts[i], i + 1 < starts.Count ? starts[i + 1] : tree.Blocks.Count))
            {
                starts.RemoveAt(i);
            }
        }

        return starts.Count == 1
            ? [tree]
            :
            [
                .. starts.Select(
                    (s, i) =>
                        tree with
                        {
                            Blocks = [.. tree.Blocks.Skip(s).Take((i + 1 < starts.Count ? starts[i + 1] : tree.Blocks.Count) - s)],
                            IsCut = tree.IsCut && i == starts.Count - 1,
                            Repairs = i == 0 ? tree.Repairs : [],
                        }
                ),
            ];
    }

    private static bool HasTable(DocumentTree tree, int from, int to) =>
        tree.Blocks.Skip(from).Take(to - from).Any(b => b is TableBlock { Rows.Count: >= 3 });

    /// <summary>"Målaftale 2030", "Udviklingsaftale mellem", "MÅL AFTALE for 2030-31".</summary>
    private static bool IsTitle(Block block) =>
        block is HeadingBlock or ParagraphBlock
        && block.FullText is { Length: <= LongestLine } text
        && Identitet.Plain(text).Replace(" ", "", StringComparison.Ordinal) is var plain
        && SkabelonKatalog.Ord.Aftaletyper.Any(t =>
            t != "rammeaftale" && plain.StartsWith(t.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)
        )
        && Title().IsMatch(text);

    /// <summary>The first of the short lines right above a title.</summary>
    private static int Cover(DocumentTree tree, int title)
    {
        var start = title;
        while (
            start > 0
            && title - start < LongestCover
            && tree.Blocks[start - 1] is HeadingBlock or ParagraphBlock
            && tree.Blocks[start - 1].FullText is { Length: <= LongestLine } text
            && text[^1] is not ('.' or ':' or ';')
        )
        {
            start--;
        }

        return start;
    }

    [GeneratedRegex(@"(?:19|20)[0-9]{2}|\s[Mm]ellem\s*\z|\s[Mm]ellem\s", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}

using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// Lines under a label, one thing each and no bullets. A line was broken off on purpose where the next one's first word would have
/// had room on it; where it would not, the two may be one sentence, and stay so.
/// </summary>
internal static class Linjelister
{
    private static readonly string[] Roles =
    [
        "politisk-maal",
        "indsats",
        "bidrag",
        "effekt",
        "indikator",
        "milepael",
        "dokumentation",
        "risiko",
        "opfoelgning",
    ];

    internal static IReadOnlyList<Block> Join(DocumentTree tree, Etiketordbog ord)
    {
        if (tree.Source.Format != "tekst")
        {
            return tree.Blocks;
        }

        var blocks = tree.Blocks;
        var width = blocks.OfType<ParagraphBlock>().SelectMany(p => p.Raw.Split('\n')).Select(l => l.Trim().Length).DefaultIfEmpty().Max();
        var joined = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            joined.Add(blocks[i]);
            if (blocks[i] is HeadingBlock or ParagraphBlock && ord.Find(blocks[i].FullText) is { } felt && Roles.Contains(felt.Rolle))
            {
                var lines = Lines(blocks, i + 1, ord, width);
                if (lines.Count > 1)
                {
                    joined.Add(
                        new ListBlock(
                            [.. lines.Select(l => new Syntax.ListItem(l.Text, [], l.Place, l.Raw, l.Repair))],
                            false,
                            lines[0].Place,
                            string.Join('\n', lines.Select(l => l.Raw))
                        )
                    );
                    i += lines.Count;
                }
            }
        }

        return joined;
    }

    /// <summary>The lines that stand together under a label; none where one of them is more than a thing of its own.</summary>
    private static List<ParagraphBlock> Lines(IReadOnlyList<Block> blocks, int from, Etiketordbog ord, int width)
    {
        var lines = new List<ParagraphBlock>();
        for (var i = from; i < blocks.Count && blocks[i] is ParagraphBlock line && (i == from || !line.AfterBlank); i++)
        {
            if (
                !(char.IsUpper(line.Text[0]) || char.IsDigit(line.Text[0]))
                || line.Text[^1] is ':' or ','
                || ord.Find(line.Text) is not null
                || ord.Labelled(line.Text) is not null
                || (lines.Count > 0 && !HadRoom(lines[^1], line, width))
            )
            {
                return [];
            }

            lines.Add(line);
        }

        return lines;
    }

    private static bool HadRoom(ParagraphBlock above, ParagraphBlock below, int width) =>
        above.Raw[(above.Raw.LastIndexOf('\n') + 1)..].Trim().Length + 1 + below.Text.Split(' ')[0].Length <= width;
}

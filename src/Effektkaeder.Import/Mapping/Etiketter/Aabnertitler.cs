using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>"Indsatsområde 1" alone on its line: the line below is its title, and the two are one opener.</summary>
internal static class Aabnertitler
{
    internal static IReadOnlyList<Block> Join(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var joined = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (IsBare(block, ord) && i + 1 < blocks.Count && Title(block, blocks[i + 1], ord) is { } title)
            {
                var (text, raw) = ($"{block.FullText}: {title}", block.Raw + "\n" + blocks[i + 1].Raw);
                block = block is HeadingBlock heading
                    ? heading with
                    {
                        Text = text,
                        Raw = raw,
                    }
                    : (ParagraphBlock)block with
                    {
                        Text = text,
                        Raw = raw,
                    };
                i++;
            }

            joined.Add(block);
        }

        return joined;
    }

    private static bool IsBare(Block block, Etiketordbog ord) =>
        block is HeadingBlock or ParagraphBlock && ord.IsBareOpener(block.FullText) && ord.Find(block.FullText) is null;

    /// <summary>A short line, or a deeper heading, that is no label and opens nothing itself.</summary>
    private static string? Title(Block above, Block next, Etiketordbog ord) =>
        next.FullText.Length is > 0 and <= Aabner.LongestTitle
        && next.FullText[^1] is not ('.' or ':' or ';')
        && (next is ParagraphBlock || (next is HeadingBlock deeper && (above is not HeadingBlock a || deeper.Level > a.Level)))
        && ord.Find(next.FullText) is null
        && ord.Labelled(next.FullText) is null
        && ord.Section(next.FullText) is null
        && ord.Opener(next.FullText) is null
        && !ord.IsBareOpener(next.FullText)
            ? next.FullText
            : null;
}

using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>Visions that the document writes out under a heading, and visions that it only names in quotes.</summary>
internal static partial class VisionFinder
{
    /// <param name="read">Gains the blocks that the visions' words stand in.</param>
    internal static IEnumerable<VisionTekst> Find(IReadOnlyList<Block> blocks, string fil, ISet<Block> read)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = Text(blocks[i]);
            if (Overskrift().IsMatch(text))
            {
                var afsnit = blocks.Skip(i + 1).TakeWhile(b => b is ParagraphBlock or ListBlock && !Overskrift().IsMatch(Text(b))).ToList();
                if (afsnit.Count > 0)
                {
                    read.Add(blocks[i]);
                    read.UnionWith(afsnit);
                    var raw = string.Concat(
                        afsnit.Select((a, n) => n == 0 ? a.Raw : (a is ParagraphBlock { AfterBlank: true } ? "\n\n" : "\n") + a.Raw)
                    );
                    var words = string.Join('\n', afsnit.Select(Text));
                    // "Vision" says of no vision which: a short one is called what it says.
                    var title = afsnit.Count == 1 || Unnamed().IsMatch(text) ? Titel.Of(words.TrimStart('-', ' ')) : text.TrimEnd(':', ' ');
                    yield return new VisionTekst(title, words, false, new Herkomst(fil, afsnit[0].Line, raw));
                    i += afsnit.Count;
                    continue;
                }
            }

            foreach (Match m in Named().Matches(text))
            {
                yield return new VisionTekst(
                    m.Groups["navn"].Value.Trim(),
                    m.Groups["navn"].Value.Trim(),
                    true,
                    new Herkomst(fil, blocks[i].Line, text)
                );
            }
        }
    }

    private static string Text(Block block) =>
        block switch
        {
            HeadingBlock h => h.Text,
            ParagraphBlock p => p.Text,
            ListBlock l => l.FullText,
            _ => "",
        };

    [GeneratedRegex(@"\A(?:[\p{L}-]+ ){0,7}[Vv]ision:?\z|\AVISION\z|\A(?:[Ss]trategisk\s)?[Mm]ålbillede\z", RegexOptions.CultureInvariant)]
    private static partial Regex Overskrift();

    [GeneratedRegex(@"\A(?:vores\s+)?vision(?:en)?:?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"(?<!\p{L})[\p{L}-]+s\s+vision,?\s+[""“„»](?<navn>[^""”“«»]{3,120})[""”“«]", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}

using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// "Tidsplan: 3. kvartal. Tovholder: Hallederne": a label that begins a sentence stands there as one that begins a line does, and the
/// paragraph is as many lines as it has such labels.
/// </summary>
internal static partial class Loebendeetiketter
{
    internal static IReadOnlyList<Block> Split(IReadOnlyList<Block> blocks, Etiketordbog ord) =>
        blocks.Any(b => b is ParagraphBlock p && Starts(p.Text, ord).Count > 0)
            ? [.. blocks.SelectMany(b => b is ParagraphBlock p ? Lines(p, ord) : [b])]
            : blocks;

    private static IEnumerable<Block> Lines(ParagraphBlock paragraph, Etiketordbog ord)
    {
        var from = 0;
        foreach (var start in Starts(paragraph.Text, ord).Append(paragraph.Text.Length))
        {
            var text = paragraph.Text[from..start].Trim();
            yield return from == 0 && start == paragraph.Text.Length
                ? paragraph
                : paragraph with
                {
                    Text = text,
                    Raw = text,
                    AfterBlank = from == 0 && paragraph.AfterBlank,
                };
            from = start;
        }
    }

    private static List<int> Starts(string text, Etiketordbog ord) =>
        text.Contains(": ", StringComparison.Ordinal)
            ? [.. Label().Matches(text).Where(m => IsLabel(m.Groups["label"].Value, ord)).Select(m => m.Groups["label"].Index)]
            : [];

    private static bool IsLabel(string label, Etiketordbog ord) =>
        ord.Find(label) is not null || ord.IsCover(label) || (!label.Contains(' ') && NavneReader.IsRolleord(label));

    [GeneratedRegex(
        @"(?<=[.;!?)]\s+)(?<!(?:\A|[.;:]\s+)\(?[0-9]{1,2}[.)]\s+)(?<label>\p{Lu}[^:.;?!]{2,40}):\s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Label();
}

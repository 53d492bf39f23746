using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tid;
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
        blocks.Any(b => b is ParagraphBlock p && (Starts(p.Text, ord).Count > 0 || Both(p, ord) is not null))
            ? [.. blocks.SelectMany(b => b is ParagraphBlock p ? Lines(p, ord) : [b])]
            : blocks;

    /// <summary>"Ansvar og tid: Lederen, inden 1. april": two labels at once, and the day is the one's that asks for it.</summary>
    private static IEnumerable<ParagraphBlock>? Both(ParagraphBlock paragraph, Etiketordbog ord)
    {
        if (
            Double().Match(paragraph.Text) is not { Success: true } m
            || ord.Find(m.Groups["a"].Value) is not { Rolle: "ansvarlig" or "milepael" } first
            || ord.Find(m.Groups["b"].Value) is not { Rolle: "ansvarlig" or "milepael" } second
            || first.Rolle == second.Rolle
            || TidsudtrykReader.FindAll(m.Groups["words"].Value, TidsKontekst.Tom) is not [{ Start: > 2 } day, ..]
        )
        {
            return null;
        }

        var (who, when) = first.Rolle == "ansvarlig" ? (first, second) : (second, first);
        var words = m.Groups["words"].Value;
        var at = words.LastIndexOf(", ", day.Start, StringComparison.Ordinal) is var comma and > 0 ? comma + 2 : day.Start;
        return
        [
            paragraph with
            {
                Text = $"{who.Label}: {words[..at].Trim(' ', ',', ';', '-', '–')}",
                Raw = paragraph.Text,
            },
            paragraph with
            {
                Text = $"{when.Label}: {words[at..]}",
                Raw = paragraph.Text,
                AfterBlank = false,
            },
        ];
    }

    [GeneratedRegex(@"\A(?<a>\p{L}+)\s*(?:og|/|&)\s*(?<b>\p{L}+):\s+(?<words>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Double();

    private static IEnumerable<Block> Lines(ParagraphBlock paragraph, Etiketordbog ord)
    {
        if (Both(paragraph, ord) is { } both)
        {
            foreach (var line in both)
            {
                yield return line;
            }

            yield break;
        }

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

using System.Text.RegularExpressions;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Parsers;

/// <summary>
/// Lists that were written without list markup: paragraphs that count on ("1) A", "2) B" or "a. X", "b. Y"), and a sentence that
/// counts within itself ("Følgende er opfyldt: 1. A. 2. B.").
/// </summary>
internal static partial class Enumerations
{
    internal static IReadOnlyList<Block> Join(IReadOnlyList<Block> blocks)
    {
        var joined = new List<Block>();
        for (var i = 0; i < blocks.Count;)
        {
            var run = Run(blocks, i);
            // "1. Plant træer 2. Vand dem" counts within its one line.
            if (run.Count == 1 && blocks[i] is ParagraphBlock only && Within(only).ToList() is [ListBlock, ..] within)
            {
                joined.AddRange(within);
                i++;
                continue;
            }

            if (run.Count >= 2 || (run.Count == 1 && char.IsUpper(run[0].Text[0]) && i == blocks.Count - 1))
            {
                joined.Add(new ListBlock(run, true, run[0].Place, string.Join('\n', run.Select(r => r.Raw))));
                i += run.Count;
                continue;
            }

            joined.AddRange(blocks[i] is ParagraphBlock p ? Within(p) : [blocks[i]]);
            i++;
        }

        return joined;
    }

    private static List<ListItem> Run(IReadOnlyList<Block> blocks, int from)
    {
        var items = new List<ListItem>();
        string? mark = null;
        for (var i = from; i < blocks.Count && blocks[i] is ParagraphBlock p && Numbered().Match(p.Text) is { Success: true } m; i++)
        {
            if (Ordinal(m.Groups["n"].Value) != items.Count + 1 || (mark is not null && mark != m.Groups["mark"].Value))
            {
                break;
            }

            mark = m.Groups["mark"].Value;
            items.Add(new ListItem(m.Groups["text"].Value, [], p.Place, p.Raw, p.Repair));
        }

        return items;
    }

    /// <summary>An introduction that ends in ":" and the items after it; the paragraph itself where it counts nothing.</summary>
    private static IEnumerable<Block> Within(ParagraphBlock paragraph)
    {
        var text = paragraph.Text;
        if (Introduced().Match(text) is not { Success: true } start)
        {
            return [paragraph];
        }

        var marks = new List<Match>();
        foreach (Match m in Inner().Matches(text, start.Groups["first"].Index))
        {
            if (
                Ordinal(m.Groups["n"].Value) == marks.Count + 1
                && (marks.Count == 0 || m.Groups["mark"].Value == marks[0].Groups["mark"].Value)
            )
            {
                marks.Add(m);
            }
        }

        if (marks.Count < 2)
        {
            return [paragraph];
        }

        var items = marks
            .Select((m, i) => text[(m.Index + m.Length)..(i + 1 < marks.Count ? marks[i + 1].Index : text.Length)].Trim(' ', ',', ';'))
            .Select(t => new ListItem(BindeOrd().Replace(t, ""), [], paragraph.Place, t))
            .ToList();
        var head = text[..marks[0].Index].Trim();
        return
        [
            .. head.Length > 0 ? (Block[])[paragraph with { Text = head, Raw = head }] : [],
            new ListBlock(items, true, paragraph.Place, paragraph.Raw),
        ];
    }

    private static int Ordinal(string mark) =>
        mark.Length == 1 && char.IsAsciiLetterLower(mark[0]) ? mark[0] - 'a' + 1
        : int.TryParse(mark, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n
        : 0;

    [GeneratedRegex(@"\A(?<n>[0-9]{1,2}|[a-z])(?<mark>[.)])\s+(?<text>\S.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?:\A|:\s+)(?<first>(?:1|a)[.)]\s+\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}(])(?<n>[0-9]{1,2}|[a-z])(?<mark>[.)])\s+(?=\p{L})(?![a-zæøå]+\s+(?:19|20)[0-9]{2})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Inner();

    [GeneratedRegex(@"[\s,;]+(?:samt|og)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BindeOrd();
}

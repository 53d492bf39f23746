using System.Text.RegularExpressions;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Blocks;

/// <summary>
/// The heads and feet of pages, and tables of contents, in formats that know no pages: they were typed among the words, or came along
/// when the words were copied. What a page says of itself is no part of what it holds.
/// </summary>
internal static partial class RunningHeads
{
    private const int Fewest = 3;
    private const int Longest = 150;

    internal static IReadOnlyList<Block> Without(IReadOnlyList<Block> blocks, List<Repair> repairs)
    {
        var heads = blocks
            .OfType<ParagraphBlock>()
            .Where(p => p.Text.Length <= Longest && Looks(p.Text))
            .GroupBy(p => Page().Replace(p.Text, ""), StringComparer.Ordinal)
            .Where(g => g.Count() >= Fewest)
            .ToList();
        if (heads.Count > 0)
        {
            var gone = heads.SelectMany(g => g).ToHashSet<Block>(ReferenceEqualityComparer.Instance);
            // The first stays where nothing else names the municipality.
            if (!blocks.Any(b => !gone.Contains(b) && b.FullText.Contains("ommune", StringComparison.Ordinal)))
            {
                gone.RemoveWhere(b => heads.Any(g => ReferenceEquals(g.First(), b)));
            }

            blocks = [.. blocks.Where(b => !gone.Contains(b))];
            repairs.AddRange(
                heads.Select(g => new Repair($"»{g.Key.Trim()}« står på {g.Count()} sider og er udeladt", g.First().Line, g.First().Column))
            );
        }

        return WithoutContents(blocks);
    }

    /// <summary>
    /// A line that names its document, its years or its owner among marks, or counts pages: neither a label that comes back nor a
    /// sentence.
    /// </summary>
    private static bool Looks(string text) =>
        text[^1] is not ('.' or ':' or '?' or '!')
        && (
            Counted().IsMatch(text) || (Mark().IsMatch(text) && (Year().IsMatch(text) || text.Contains("ommune", StringComparison.Ordinal)))
        );

    /// <summary>"Indhold" and the lines under it, most of which name a heading further on or a page.</summary>
    private static IReadOnlyList<Block> WithoutContents(IReadOnlyList<Block> blocks)
    {
        var at = Enumerable
            .Range(0, blocks.Count)
            .FirstOrDefault(i => blocks[i] is HeadingBlock or ParagraphBlock && Leaders.IsContentsHeading(blocks[i].FullText), -1);
        if (at < 0)
        {
            return blocks;
        }

        var under = blocks.Skip(at + 1).TakeWhile(b => b is ListBlock or ParagraphBlock { Text.Length: <= Longest }).ToList();
        var lines = under.SelectMany(b => b is ListBlock list ? list.Items.SelectMany(Lines) : [b.FullText]).ToList();
        var headings = blocks
            .Skip(at + 1 + under.Count)
            .OfType<HeadingBlock>()
            .Select(h => Bare(h.Text))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return lines.Count > 0 && lines.Count(l => Page().IsMatch(l) || headings.Contains(Bare(l))) * 2 > lines.Count
            ? [.. blocks.Take(at), .. blocks.Skip(at + 1 + under.Count)]
            : blocks;
    }

    private static IEnumerable<string> Lines(ListItem item) => item.Nested.SelectMany(Lines).Prepend(item.Text);

    private static string Bare(string line) => Number().Replace(Page().Replace(line, ""), "").Trim();

    /// <summary>"· side 2", ", s. 4 af 9": the page that a line ends in.</summary>
    [GeneratedRegex(
        @"[\s,·|–—-]*(?<!\p{L})(?:side|s\.)\s*[0-9]{1,3}(?:\s*(?:af|/)\s*[0-9]{1,3})?\s*\z|\t+[0-9]{1,3}\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Page();

    [GeneratedRegex(
        @"[\p{L})][\s,·|–—-]+(?:side|s\.)\s*[0-9]{1,3}(?:\s*(?:af|/)\s*[0-9]{1,3})?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Counted();

    [GeneratedRegex(@"\s[·•|–—-]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\A[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Parsers;

/// <summary>Text to tree, line by line: rows by their tabs, headings by "#", bold or number, list lines by their bullet.</summary>
internal static partial class DocumentParser
{
    internal static DocumentTree Parse(SourceText source)
    {
        var blocks = new List<Block>();
        var afterBlank = true;
        for (var line = 1; line <= source.LineCount; line++)
        {
            var span = new Span(source.LineStart(line), source.LineEnd(line));
            var text = source.Text[span.Start..span.End];
            if (string.IsNullOrWhiteSpace(text))
            {
                afterBlank = true;
                continue;
            }

            blocks.Add(Line(text, span, line, afterBlank));
            afterBlank = false;
        }

        NumberedHeadings(blocks);
        return new DocumentTree(source, blocks);
    }

    private static Block Line(string text, Span span, int line, bool afterBlank)
    {
        if (text.Contains('\t'))
        {
            return SeparatorRow().IsMatch(text) ? new SeparatorBlock(span, line) : new RowBlock(Cells(text, span.Start), span, line);
        }

        if (Markdown().Match(text) is { Success: true } heading)
        {
            return Heading(heading.Groups["text"].Value, heading.Groups["level"].Length, span, line);
        }

        if (Bold().Match(text) is { Success: true } bold)
        {
            return Heading(bold.Groups["text"].Value, 6, span, line);
        }

        return Bullet().Match(text) is { Success: true } bullet
            ? new ListLineBlock(bullet.Groups["text"].Value.Trim(), bullet.Groups["indent"].Length, span, line)
            : new ParagraphBlock(CellText.Clean(text), afterBlank, span, line);
    }

    private static HeadingBlock Heading(string text, int level, Span span, int line)
    {
        var clean = CellText.Clean(text);
        return Numbered().Match(clean) is { Success: true } m
            ? new HeadingBlock(level, m.Groups["text"].Value, Number(m), span, line)
            : new HeadingBlock(level, clean, null, span, line);
    }

    private static List<Cell> Cells(string text, int offset)
    {
        var cells = new List<Cell>();
        for (var start = 0; ;)
        {
            var tab = text.IndexOf('\t', start);
            var end = tab < 0 ? text.Length : tab;
            cells.Add(new Cell(text[start..end], new Span(offset + start, offset + end)));
            if (tab < 0)
            {
                return cells;
            }

            start = tab + 1;
        }
    }

    /// <summary>"3. Titel" is a heading where the next line is a table's; elsewhere it is running text.</summary>
    private static void NumberedHeadings(List<Block> blocks)
    {
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i] is ParagraphBlock p && blocks[i + 1] is RowBlock && Numbered().Match(p.Text) is { Success: true } m)
            {
                blocks[i] = new HeadingBlock(3, m.Groups["text"].Value, Number(m), p.Span, p.Line);
            }
        }
    }

    private static int Number(Match m) => int.Parse(m.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[\s|:-]*-{2,}[\s|:-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorRow();

    [GeneratedRegex(@"\A\s{0,3}(?<level>#{1,6})\s+(?<text>.*?)\s*#*\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"\A\s*\*\*(?<text>[^*]+)\*\*:?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\A(?<indent>\s*)[-*•–]\s+(?<text>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A(?<number>[0-9]{1,3})\.\s+(?<text>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

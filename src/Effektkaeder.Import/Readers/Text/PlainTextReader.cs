using System.Text.RegularExpressions;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Readers.Html;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Text;

/// <summary>
/// Text and Markdown to blocks, line by line: rows by their tabs, pipes or columns, headings by "#", bold or a line drawn under
/// them, list lines by their bullet. Rows that follow one another are one table, blank lines or not.
/// </summary>
internal sealed partial class PlainTextReader(SourceText source)
{
    private readonly List<Block> _blocks = [];
    private readonly List<Repair> _repairs = [];
    private readonly List<(TableRow Row, bool AfterBlank)> _rows = [];
    private readonly ListLines _list = new(source);
    private int _tables;
    private bool _afterBlank = true;

    internal static (IReadOnlyList<Block> Blocks, IReadOnlyList<Repair> Repairs) Read(SourceText source)
    {
        var reader = new PlainTextReader(source);
        var columns = SpaceColumns.Find(source);
        for (var line = 1; line <= source.LineCount;)
        {
            line = reader.Line(line, columns.GetValueOrDefault(line));
        }

        reader.EndList();
        reader.EndTable();
        return (reader._blocks, reader._repairs);
    }

    /// <summary>Reads what begins on a line, and gives the line after it.</summary>
    private int Line(int line, int[]? columns)
    {
        var span = source.Line(line);
        var text = source.Slice(span);
        if (string.IsNullOrWhiteSpace(text) || Leaders.IsDrawn(text) || Leaders.IsPageMark(text))
        {
            _afterBlank = true;
            return line + 1;
        }

        if (Leaders.IsContents(text))
        {
            Contents();
            return line + 1;
        }

        var next =
            columns is not null ? Row(line, [.. Cut(span, columns)])
            : Row(line, text, span) ? line + 1
            : Loose(line, text, span);
        _afterBlank = false;
        return next;
    }

    /// <summary>A line of a table of contents says nothing, and nor does the heading above it.</summary>
    private void Contents()
    {
        _afterBlank = true;
        if (_blocks is [.., HeadingBlock or ParagraphBlock] && Leaders.IsContentsHeading(_blocks[^1].FullText))
        {
            _blocks.RemoveAt(_blocks.Count - 1);
        }
    }

    private bool Row(int line, string text, Span span)
    {
        if (SeparatorRow().IsMatch(text) && (text.Contains('\t') || text.Contains('|')))
        {
            if (text.Contains('|') && _rows.Count > 0 && (_rows.Count == 1 || _rows[^1].AfterBlank))
            {
                HeadRow();
            }
            else
            {
                _repairs.Add(new Repair("en løs skillelinje i tabellen er sprunget over", line, 1));
            }

            return true;
        }

        if (TabbedBullet().IsMatch(text))
        {
            return false;
        }

        if (text.Contains('\t'))
        {
            Row(line, [.. Tabbed(text, span.Start)]);
            return true;
        }

        if (IsPiped(text, line))
        {
            Row(line, [.. Piped(text, span.Start)]);
            return true;
        }

        return false;
    }

    /// <summary>What is no row.</summary>
    private int Loose(int line, string text, Span span)
    {
        if (_list.Continues(text, _afterBlank, line))
        {
            EndTable();
            _list.Add(line, text, span);
            return line + 1;
        }

        EndList();
        if (HtmlBlock().Match(text) is { Success: true } html)
        {
            EndTable();
            return Html(line, html.Groups["tag"].Value.ToLowerInvariant());
        }

        if (Rule().IsMatch(text))
        {
            Underline(text);
            return line + 1;
        }

        EndTable();
        if (Markdown().Match(text) is { Success: true } heading)
        {
            _blocks.Add(Headings.Of(heading.Groups["text"].Value, heading.Groups["level"].Length, Place(line), source.Verbatim(span)));
        }
        else if (Bold().Match(text) is { Success: true } bold)
        {
            _blocks.Add(Headings.Of(bold.Groups["text"].Value, 6, Place(line), source.Verbatim(span)));
        }
        else if (CellText.Clean(text) is { Length: > 0 } clean)
        {
            Paragraph(clean, line, span);
        }

        return line + 1;
    }

    /// <summary>A line that reads on from the one above it belongs to its paragraph.</summary>
    private void Paragraph(string text, int line, Span span)
    {
        if (
            !_afterBlank
            && _blocks is [.., ParagraphBlock above]
            && above.Text[^1] is not ('.' or ':' or '!' or '?' or ';')
            && above.Text.Length >= 40
            && (char.IsLower(text[0]) || IsFull(above, text))
        )
        {
            _blocks[^1] = above with { Text = above.Text + " " + text, Raw = above.Raw + "\n" + source.Verbatim(span) };
            return;
        }

        var raw = source.Verbatim(span).Trim();
        if (Gap().IsMatch(raw) && !Leaders.Has(raw))
        {
            // "FJORDBY SKOLE          Sagsnr. 31-7": what stands far apart on a line is two.
            var pieces = Gap().Split(raw);
            _blocks.AddRange(pieces.Select((p, i) => new ParagraphBlock(p, i > 0 || _afterBlank, Place(line), p)));
            return;
        }

        _blocks.Add(new ParagraphBlock(text, _afterBlank, Place(line), raw));
    }

    /// <summary>Whether a line was broken since the next word had no room on it, in a text that is broken by hand.</summary>
    private bool IsFull(ParagraphBlock above, string below)
    {
        var last = above.Raw[(above.Raw.LastIndexOf('\n') + 1)..].Trim();
        return last.Length >= ShortestFull && last.Length + 1 + below.AsSpan().Trim().IndexOf(' ') > Width;
    }

    private const int ShortestFull = 50;

    private int Width =>
        _width ??= Enumerable
            .Range(1, source.LineCount)
            .Max(n => source.Slice(source.Line(n)) is var s && !s.Contains('|') ? s.Trim().Length : 0);

    private int? _width;

    [GeneratedRegex(@"(?<=\S) {6,}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    /// <summary>"====" or "----" right under a line makes it a heading; anywhere else it is only drawn.</summary>
    private void Underline(string text)
    {
        if (!_afterBlank && _rows.Count == 0 && _blocks is [.., ParagraphBlock { AfterBlank: true, Text.Length: <= 100 } above])
        {
            _blocks[^1] = Headings.Of(above.Text, text.Contains('=') ? 1 : 2, above.Place, above.Raw);
        }
    }

    /// <summary>A table, list or heading in HTML among the lines, to its end tag.</summary>
    private int Html(int line, string tag)
    {
        var last = line;
        while (last < source.LineCount && !source.Slice(source.Line(last)).Contains("</" + tag, StringComparison.OrdinalIgnoreCase))
        {
            last++;
        }

        var span = new Span(source.LineStart(line), source.LineEnd(last));
        if (tag is "ul" or "ol")
        {
            var cell = CellParser.Parse(source, span);
            _blocks.AddRange(cell.Blocks);
            _repairs.AddRange(cell.Repairs);
            return last + 1;
        }

        _blocks.AddRange(HtmlReader.Fragment(source.Slice(span), line, ref _tables));
        return last + 1;
    }

    private int Row(int line, List<Span> cells)
    {
        EndList();
        var number = _rows.Count + 1;
        var row = cells.Select((c, i) => Cell(c, new Place(line, source.ColumnOf(c.Start), 0, _tables + 1, number, i + 1))).ToList();
        _rows.Add((new TableRow(row, new Place(line, 1, 0, _tables + 1, number)), _afterBlank));
        return line + 1;
    }

    private TableCell Cell(Span span, Place place)
    {
        var content = CellParser.Parse(source, Trimmed(span));
        return new TableCell(content.Blocks, place, content.Raw, content.Repairs, OpenAtEnd: content.OpenAtEnd);
    }

    /// <summary>A line of dashes under a row makes that row the head of a new table.</summary>
    private void HeadRow()
    {
        if (_rows.Count == 1)
        {
            return;
        }

        var head = _rows[^1];
        _rows.RemoveAt(_rows.Count - 1);
        EndTable();
        _rows.Add(head);
    }

    private void EndTable()
    {
        if (_rows.Count > 0)
        {
            _tables++;
            _blocks.Add(new TableBlock([.. _rows.Select(r => r.Row)], _rows[0].Row.Place));
            _rows.Clear();
        }
    }

    private void EndList()
    {
        if (_list.Take() is { } list)
        {
            _blocks.Add(list);
        }
    }

    private static Place Place(int line) => new(line, 1);

    private Span Trimmed(Span span)
    {
        var raw = source.Slice(span);
        var lead = raw.Length - raw.TrimStart().Length;
        return new Span(span.Start + lead, span.Start + Math.Max(lead, raw.TrimEnd().Length));
    }

    /// <summary>Cells between tabs; a bullet that a tab stands after belongs to the words behind it.</summary>
    private static IEnumerable<Span> Tabbed(string text, int offset)
    {
        for (var start = 0; ;)
        {
            var tab = text.IndexOf('\t', start);
            if (
                tab >= 0
                && text[start..tab].Trim() is "•" or "-" or "–" or "·" or "o" or ""
                && start > 0
                && text[start..tab].Trim().Length > 0
            )
            {
                tab = text.IndexOf('\t', tab + 1);
            }

            yield return new Span(offset + start, offset + (tab < 0 ? text.Length : tab));
            if (tab < 0)
            {
                yield break;
            }

            start = tab + 1;
        }
    }

    /// <summary>A row between pipes: bounded by them, or beside a line of dashes that is.</summary>
    private bool IsPiped(string text, int line)
    {
        var trimmed = text.Trim();
        return trimmed.Contains('|')
            && (
                (trimmed[0] == '|' && trimmed.Length > 1 && trimmed.IndexOf('|', 1) > 0)
                || _rows.Count > 0 && !_afterBlank
                || (
                    line < source.LineCount
                    && source.Slice(source.Line(line + 1)) is var below
                    && below.Contains('|')
                    && SeparatorRow().IsMatch(below)
                )
            );
    }

    private static IEnumerable<Span> Piped(string text, int offset)
    {
        var start = text.Length - text.TrimStart().Length;
        var end = text.TrimEnd().Length;
        start += text[start] == '|' ? 1 : 0;
        end -= end > start && text[end - 1] == '|' && text[end - 2] != '\\' ? 1 : 0;
        for (var i = start; i <= end; i++)
        {
            if (i == end || (text[i] == '|' && text[i - 1] != '\\'))
            {
                yield return new Span(offset + start, offset + i);
                start = i + 1;
            }
        }
    }

    private static IEnumerable<Span> Cut(Span span, int[] columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var start = Math.Min(span.End, span.Start + columns[i]);
            yield return new Span(start, i + 1 < columns.Length ? Math.Min(span.End, span.Start + columns[i + 1]) : span.End);
        }
    }

    [GeneratedRegex(@"\A[\s|:-]*-{2,}[\s|:-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorRow();

    [GeneratedRegex(@"\A\s*(?:[•·▪◦●–-]|o)\t+\S", RegexOptions.CultureInvariant)]
    private static partial Regex TabbedBullet();

    [GeneratedRegex(@"\A\s{0,3}(?<level>#{1,6})\s+(?<text>.*?)\s*#*\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"\A\s*(?:\*\*|__)(?<text>[^*_]+)(?:\*\*|__):?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\A\s*(?:[-–—]\s?){3,}\s*\z|\A\s*(?:={3,}|_{3,}|(?:\*\s?){3,})\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\A\s*<(?<tag>table|ul|ol|h[1-6])(?=[\s>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlBlock();
}

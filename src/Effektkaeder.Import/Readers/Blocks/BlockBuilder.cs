using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Blocks;

/// <summary>
/// Headings, paragraphs and list lines, as the formats with a structure of their own have them, to blocks. A paragraph that was
/// given a bullet by hand is a list line all the same.
/// </summary>
/// <param name="inCell">True inside a table cell, where a line in bold is no heading.</param>
internal sealed partial class BlockBuilder(bool inCell = false)
{
    private readonly List<Block> _blocks = [];
    private readonly List<ListEntry> _list = [];

    internal IReadOnlyList<Block> Take()
    {
        EndList();
        return [.. _blocks];
    }

    internal void Heading(int level, string written, Place place)
    {
        EndList();
        var text = Skrifttegn.Of(written);
        if (CellText.Plain(text).Length > 0)
        {
            _blocks.Add(inCell ? Paragraph(text, written, place) : Headings.Plain(text, level, place, written.Trim()));
        }
    }

    /// <param name="isBold">True where all its words are: outside a cell a short one is then a heading.</param>
    internal void Paragraph(string written, Place place, bool isBold = false)
    {
        foreach (var line in written.Split('\n'))
        {
            var text = CellText.Plain(Skrifttegn.Of(line));
            if (text.Length == 0)
            {
                continue;
            }

            if (Bullet().Match(text) is { Success: true } bullet)
            {
                Bulleted(text, line, place, bullet);
                continue;
            }

            EndList();
            _blocks.Add(
                isBold && !inCell && text.Length <= 120 && !written.Trim().Contains('\n')
                    ? Headings.Plain(text.TrimEnd(':'), 6, place, line.Trim())
                    : Paragraph(text, line, place)
            );
        }
    }

    internal void Item(int indent, bool ordered, string written, Place place)
    {
        var text = CellText.Plain(Skrifttegn.Of(written));
        // A bullet typed inside a list item only repeats what the list says.
        text = Bullet().Match(text) is { Success: true } bullet ? bullet.Groups["text"].Value : text;
        _list.Add(new ListEntry(indent, ordered, place, text, written.Trim()));
    }

    /// <summary>
    /// A table inside a cell: under its heads each row is one item, so that a date stays with what it is the date of. False, and
    /// nothing taken, where it has no row of heads above rows that state a number or a day.
    /// </summary>
    internal bool Rows(IReadOnlyList<IReadOnlyList<string>> rows, Place place)
    {
        if (
            rows.Count < 2
            || rows[0].Count < 2
            || rows[0].Any(c => c.Length > 30 || c.Any(char.IsDigit))
            || !rows.Skip(1).All(r => r.Count == rows[0].Count && r.Any(c => c.Any(char.IsDigit)))
        )
        {
            return false;
        }

        Paragraph(string.Join(", ", rows[0]) + ":", place);
        foreach (var row in rows.Skip(1).Select(r => r.Where(c => c.Length > 0).ToList()))
        {
            Item(0, false, row.Count > 1 ? $"{row[0]}: {string.Join(", ", row.Skip(1))}" : row[0], place);
        }

        return true;
    }

    internal void Add(Block block)
    {
        EndList();
        _blocks.Add(block);
    }

    private ParagraphBlock Paragraph(string text, string written, Place place) =>
        new(CellText.Plain(text), _blocks.Count > 0, place, written.Trim());

    /// <summary>"- A - B" in one paragraph is two.</summary>
    private void Bulleted(string text, string written, Place place, Match bullet)
    {
        var parts = ListSplitter.Split(text);
        foreach (var part in parts)
        {
            _list.Add(
                new ListEntry(
                    0,
                    false,
                    place,
                    text[part.Start..part.End],
                    parts.Count == 1 ? written.Trim() : text[part.Start..part.End].Trim()
                )
            );
        }

        if (parts.Count == 0)
        {
            _list.Add(new ListEntry(0, false, place, bullet.Groups["text"].Value, written.Trim()));
        }
    }

    private void EndList()
    {
        if (_list.Count > 0)
        {
            if (ListEntry.Nest(_list) is { } list)
            {
                _blocks.Add(list);
            }

            _list.Clear();
        }
    }

    [GeneratedRegex(@"\A(?:[•·▪◦●\uF0B7\uF0A7]\s*|[-–*o]\s+)(?<text>\S.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Bullet();
}

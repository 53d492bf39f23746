using System.Text.RegularExpressions;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Text;

/// <summary>
/// A cell with its HTML to paragraphs and lists. Closes what was never closed, splits glued items, and records each repair.
/// </summary>
internal sealed partial class CellParser(SourceText source)
{
    private readonly List<Block> _blocks = [];
    private readonly List<Repair> _repairs = [];
    private readonly List<ListFrame> _lists = [];
    private readonly List<Span> _paragraph = [];
    private bool _openParagraph;
    private ListBlock? _bulleted;

    /// <summary>Lists nested deeper than this are read as if they stood at this depth.</summary>
    private const int DeepestList = 16;

    /// <summary>The paragraphs and lists of a stretch, what was mended, and whether one was still open where it ends.</summary>
    internal static CellContent Parse(SourceText source, Span span)
    {
        var parser = new CellParser(source);
        foreach (var token in HtmlTokenizer.Tokenize(source.Text, span.Start, span.End))
        {
            parser.Accept(token);
        }

        var open = parser._lists.Count > 0 || parser._openParagraph;
        parser.CloseLists(null);
        parser.EndParagraph();
        return new CellContent(parser._blocks, source.LineOf(span.Start), source.Verbatim(span), parser._repairs, open);
    }

    private void Accept(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Text:
                Text(new Span(token.Start, token.End));
                break;
            case TokenKind.List when token.IsClose:
                CloseInnermost();
                break;
            case TokenKind.List:
                OpenList(token);
                break;
            case TokenKind.Item:
                Item(token);
                break;
            default:
                _openParagraph =
                    token is { Kind: TokenKind.Paragraph, IsClose: false } || (_openParagraph && token.Kind != TokenKind.Paragraph);
                if (_lists.Count == 0)
                {
                    EndParagraph();
                }
                else if (_lists[^1].Item is null && token is { Kind: TokenKind.Paragraph, IsClose: false })
                {
                    CloseLists("en liste, der aldrig blev afsluttet, er lukket før næste afsnit");
                }

                break;
        }
    }

    private void Text(Span span)
    {
        if (_lists.Count == 0)
        {
            _paragraph.Add(span);
        }
        else if (_lists[^1].Item is { } item)
        {
            item.Text.Add(span);
        }
        else
        {
            _lists[^1].Loose(span);
        }
    }

    private void OpenList(Token token)
    {
        if (_lists.Count > 0 && _lists[^1].Item is null)
        {
            CloseLists("en liste, der aldrig blev afsluttet, er lukket før den næste");
        }

        EndParagraph();
        if (_lists.Count < DeepestList)
        {
            _lists.Add(new ListFrame(token.IsOrdered, token.Start));
        }
    }

    private void Item(Token token)
    {
        if (_lists.Count == 0)
        {
            if (token.IsClose)
            {
                return;
            }

            EndParagraph();
            _lists.Add(new ListFrame(false, token.Start));
        }

        EndLoose(_lists[^1]);
        _lists[^1].Item = null;
        if (!token.IsClose)
        {
            var item = new ItemFrame(token.Start);
            _lists[^1].Items.Add(item);
            _lists[^1].Item = item;
        }
    }

    private void CloseInnermost()
    {
        if (_lists.Count == 0)
        {
            return;
        }

        var list = _lists[^1];
        _lists.RemoveAt(_lists.Count - 1);
        EndLoose(list);
        // An item without words of its own gives what is nested in it.
        var items = list.Items.Select(Build).SelectMany(i => i.Text.Length > 0 ? [i] : i.Nested).ToList();
        if (items.Count == 0)
        {
            return;
        }

        if (_lists.Count > 0 && _lists[^1].Item is { } parent)
        {
            parent.Nested.AddRange(items);
        }
        else
        {
            var raw = string.Join('\n', items.Select(i => i.Raw));
            _blocks.Add(new ListBlock(items, list.Ordered, items[0].Place, raw, list.Repair));
        }
    }

    private void CloseLists(string? repair)
    {
        while (_lists.Count > 0)
        {
            if (repair is not null)
            {
                Repaired(repair, _lists[^1].Start);
                _lists[^1].Repair = repair;
            }

            CloseInnermost();
        }
    }

    /// <summary>Running text inside a list that has no item tags: its bullets make the items.</summary>
    private void EndLoose(ListFrame list)
    {
        foreach (var span in list.TakeLoose())
        {
            var raw = Raw(span);
            foreach (var part in ListSplitter.Split(raw))
            {
                var item = new ItemFrame(span.Start + part.Start);
                item.Text.Add(new Span(span.Start + part.Start, span.Start + part.End));
                if (part.Glued)
                {
                    item.Repair = "et punkt, der var skrevet sammen med det forrige, er skilt ud";
                    Repaired(item.Repair, item.Start);
                }

                list.Items.Add(item);
            }
        }
    }

    private ListItem Build(ItemFrame frame)
    {
        var raw = string.Join('\n', frame.Text.Select(Raw));
        var text = CellText.Clean(BulletPrefix().Replace(raw, ""));
        var written = string.Join('\n', frame.Text.Select(source.Verbatim));
        return new ListItem(text, frame.Nested, Place(frame.Start), written.Trim(), frame.Repair);
    }

    private void EndParagraph()
    {
        var spans = _paragraph.ToList();
        _paragraph.Clear();
        foreach (var span in spans)
        {
            Paragraph(span);
        }
    }

    private void Paragraph(Span span)
    {
        var raw = Raw(span);
        if (ListSplitter.BeginsWithBullet(raw) && ListSplitter.Split(raw) is { Count: > 0 } parts)
        {
            var items = parts.Select(p => Item(raw, p, span.Start)).ToList();
            if (_bulleted is { } list && ReferenceEquals(_blocks[^1], list))
            {
                // "- A<br>- B": bullets on lines of their own are one list.
                _blocks[^1] = _bulleted = list with
                {
                    Items = [.. list.Items, .. items],
                    Raw = list.Raw + "\n" + source.Verbatim(span).Trim(),
                };
                return;
            }

            _blocks.Add(_bulleted = new ListBlock(items, false, items[0].Place, source.Verbatim(span).Trim()));
            return;
        }

        var at = 0;
        foreach (Match gap in LostParagraph().Matches(raw))
        {
            Add(new Span(span.Start + at, span.Start + gap.Index), null);
            at = gap.Index + gap.Length;
            Repaired("et tabt afsnitsskift er genskabt", span.Start + at);
        }

        Add(new Span(span.Start + at, span.End), at > 0 ? "et tabt afsnitsskift er genskabt" : null);
    }

    private ListItem Item(string raw, ListSplitter.Part part, int start) =>
        new(
            CellText.Clean(raw[part.Start..part.End]),
            [],
            Place(start),
            source.Verbatim(new Span(start + part.Start, start + part.End)).Trim()
        );

    private void Add(Span span, string? repair)
    {
        var raw = Raw(span);
        var text = CellText.Clean(raw);
        if (text.Length > 0)
        {
            var start = span.Start + raw.Length - raw.TrimStart().Length;
            _blocks.Add(new ParagraphBlock(text, _blocks.Count > 0, Place(start), source.Verbatim(span).Trim(), repair));
        }
    }

    private Place Place(int offset) => new(source.LineOf(offset), source.ColumnOf(offset));

    private void Repaired(string what, int offset) => _repairs.Add(new Repair(what, source.LineOf(offset), source.ColumnOf(offset)));

    private string Raw(Span span) => source.Slice(span);

    [GeneratedRegex(@"\A\s*(?:[•·]|[-–*](?=\s))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex BulletPrefix();

    [GeneratedRegex(@"(?<=[.!?:])[ \u00A0]{2,}(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex LostParagraph();

    private sealed class ItemFrame(int start)
    {
        internal int Start => start;

        internal List<Span> Text { get; } = [];

        internal List<ListItem> Nested { get; } = [];

        internal string? Repair { get; set; }
    }

    private sealed class ListFrame(bool ordered, int start)
    {
        private readonly List<Span> _loose = [];

        internal bool Ordered => ordered;

        internal int Start => start;

        internal List<ItemFrame> Items { get; } = [];

        internal ItemFrame? Item { get; set; }

        internal string? Repair { get; set; }

        internal void Loose(Span span) => _loose.Add(span);

        internal Span[] TakeLoose()
        {
            Span[] taken = [.. _loose];
            _loose.Clear();
            return taken;
        }
    }
}

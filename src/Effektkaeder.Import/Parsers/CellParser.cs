using System.Text.RegularExpressions;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Parsers;

/// <summary>
/// The pieces of a cell to paragraphs and lists. Closes what was never closed, splits glued items, joins a
/// sentence that a page break cut, and records each repair.
/// </summary>
internal sealed partial class CellParser(SourceText source)
{
    private readonly List<CellBlock> _blocks = [];
    private readonly List<Repair> _repairs = [];
    private readonly List<ListFrame> _lists = [];
    private readonly List<Span> _paragraph = [];
    private bool _spillList;
    private bool _openParagraph;

    internal static CellContent Parse(SourceText source, IReadOnlyList<CellPiece> pieces) => new CellParser(source).Run(pieces);

    private CellContent Run(IReadOnlyList<CellPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            Begin(piece);
            foreach (var token in HtmlTokenizer.Tokenize(source.Text, piece.Span.Start, piece.Span.End))
            {
                Accept(token);
            }
        }

        var open = (_lists.Count > 0 && !_spillList) || _openParagraph;
        CloseLists(null);
        EndParagraph();
        var first = pieces[0].Span.Start;
        return new CellContent(_blocks, source.LineOf(first), string.Join('\n', pieces.Select(p => Raw(p.Span))), _repairs, open);
    }

    private void Begin(CellPiece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Continuation:
                Repaired("en tabelrække, som et sideskift havde delt, er samlet", piece.Span.Start);
                if (_paragraph.Count == 0 || EndsSentence(Raw(_paragraph[^1])))
                {
                    CloseLists(null);
                    EndParagraph();
                }

                break;
            case PieceKind.Spill:
                Repaired("tekst uden for tabellen er lagt tilbage i sit felt", piece.Span.Start);
                CloseLists(null);
                EndParagraph();
                break;
            case PieceKind.SpillItem when !_spillList:
                Repaired("en liste uden for tabellen er lagt tilbage i sit felt", piece.Span.Start);
                CloseLists(null);
                EndParagraph();
                _lists.Add(new ListFrame(false, piece.Span.Start));
                _spillList = true;
                break;
        }

        if (piece.Kind == PieceKind.SpillItem)
        {
            _lists[0].Loose(piece.Span);
        }
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
                else if (_lists[^1].Item is null && token is { Kind: TokenKind.Paragraph, IsClose: false } && !_spillList)
                {
                    CloseLists("en liste, der aldrig blev afsluttet, er lukket før næste afsnit");
                }

                break;
        }
    }

    private void Text(Span span)
    {
        if (_spillList)
        {
            return;
        }

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
        _lists.Add(new ListFrame(token.IsOrdered, token.Start));
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
        _spillList = false;
        EndLoose(list);
        var items = list.Items.Select(Build).Where(i => i.Text.Length > 0 || i.Nested.Count > 0).ToList();
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
            _blocks.Add(new ListCellBlock(items, list.Ordered, items[0].Line, items[0].Column, raw, list.Repair));
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
        return new ListItem(text, frame.Nested, source.LineOf(frame.Start), source.ColumnOf(frame.Start), raw.Trim(), frame.Repair);
    }

    private void EndParagraph()
    {
        if (_paragraph.Count == 0)
        {
            return;
        }

        // A paragraph in pieces was cut by a page break; its pieces read on.
        var raw = string.Join('\n', _paragraph.Select(Raw));
        var cut = _paragraph.Any(s => source.LineOf(s.Start) != source.LineOf(_paragraph[0].Start));
        var start = _paragraph[0].Start;
        var single = _paragraph.Count == 1;
        _paragraph.Clear();
        if (ListSplitter.BeginsWithBullet(raw) && ListSplitter.Split(raw) is { Count: > 0 } parts)
        {
            var items = parts
                .Select(p => new ListItem(
                    CellText.Clean(raw[p.Start..p.End]),
                    [],
                    source.LineOf(start),
                    source.ColumnOf(start),
                    raw[p.Start..p.End].Trim(),
                    null
                ))
                .ToList();
            _blocks.Add(new ListCellBlock(items, false, items[0].Line, items[0].Column, raw.Trim(), null));
            return;
        }

        var at = 0;
        foreach (Match gap in LostParagraph().Matches(raw))
        {
            Add(raw[at..gap.Index], single ? start + at : start, null);
            at = gap.Index + gap.Length;
            Repaired("et tabt afsnitsskift er genskabt", single ? start + at : start);
        }

        Add(
            raw[at..],
            single ? start + at : start,
            at > 0 ? "et tabt afsnitsskift er genskabt"
                : cut ? "delt af et sideskift"
                : null
        );
    }

    private void Add(string raw, int start, string? repair)
    {
        var text = CellText.Clean(raw);
        if (text.Length > 0)
        {
            start += raw.Length - raw.TrimStart().Length;
            _blocks.Add(new ParagraphCellBlock(text, source.LineOf(start), source.ColumnOf(start), raw.Trim(), repair));
        }
    }

    private void Repaired(string what, int offset) => _repairs.Add(new Repair(what, source.LineOf(offset), source.ColumnOf(offset)));

    private string Raw(Span span) => source.Text[span.Start..span.End];

    private static bool EndsSentence(string raw) => raw.TrimEnd() is { Length: > 0 } t && t[^1] is '.' or '!' or '?' or ':';

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

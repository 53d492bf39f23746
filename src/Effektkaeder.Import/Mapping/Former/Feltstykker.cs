using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Former;

/// <summary>The pieces of one field as they are met: its cell, the rows it goes on in, and what fell out of the table.</summary>
internal sealed class Feltstykker(Felt felt, int line)
{
    private readonly List<Block> _blocks = [];
    private readonly List<string> _raw = [];
    private readonly List<Repair> _repairs = [];
    private bool _open;

    internal Felt Felt => felt;

    internal int Line => line;

    /// <summary>True in a sheet, where no page ends: what stands under a cell is a thing of its own.</summary>
    internal bool IsOfSheet { get; set; }

    /// <summary>True where its label and all its words stood on one line: what stands apart under that is no more of it.</summary>
    internal bool IsSaid { get; set; }

    internal bool IsEmpty => _blocks.Count == 0;

    /// <summary>Whether a line counts on from the field's last: "2. …" after "1. …".</summary>
    internal bool CountsTo(string text) =>
        _blocks is [.., ParagraphBlock { Text: var last }]
        && Headings.Split(last)?.Number is { } before
        && Headings.Split(text)?.Number is { } after
        // "2.2 Færre brande" counts on from no day ("1. juli 2027").
        && !before.Contains('.')
        && !after.Contains('.')
        && !TidsudtrykReader.FindAll(last, TidsKontekst.Tom).Any(f => f.Start == 0)
        && Aabner.First(after) == Aabner.First(before) + 1;

    internal void Cell(TableCell cell)
    {
        _blocks.AddRange(cell.Blocks);
        Piece(cell);
    }

    /// <summary>The same column of a row whose other cells are empty: the table was cut, and a broken sentence reads on.</summary>
    internal void Continue(TableCell cell)
    {
        if (IsOfSheet && cell.Blocks is [ParagraphBlock { Text: var text } item] && !char.IsLower(text[0]))
        {
            Again(item);
            return;
        }

        _repairs.Add(new Repair("en tabelrække, som et sideskift havde delt, er samlet", cell.Place.Line, cell.Place.Column));
        var blocks = cell.Blocks;
        if (blocks is [ParagraphBlock first, ..])
        {
            if (_blocks is [.., ParagraphBlock last] && !EndsSentence(last.Text))
            {
                _blocks[^1] = last with
                {
                    Text = last.Text + " " + first.Text,
                    Raw = last.Raw + "\n" + first.Raw,
                    Repair = "delt af et sideskift",
                };
                blocks = [.. blocks.Skip(1)];
            }
            else if (_blocks is [.., ListBlock list] && char.IsLower(first.Text[0]) && !EndsSentence(list.Items[^1].FullText))
            {
                _blocks[^1] = list with { Items = [.. list.Items.SkipLast(1), ReadOn(list.Items[^1], first)] };
                blocks = [.. blocks.Skip(1)];
            }
        }

        _blocks.AddRange(blocks);
        Piece(cell);
    }

    /// <summary>A loose paragraph or list between the table's rows.</summary>
    internal void Spill(Block block)
    {
        var what =
            block is ListBlock
                ? "en liste uden for tabellen er lagt tilbage i sit felt"
                : "tekst uden for tabellen er lagt tilbage i sit felt";
        _repairs.Add(new Repair(what, block.Line, Math.Max(block.Column, 1)));
        Add(block);
    }

    /// <summary>What stands under the field's label without any table.</summary>
    internal void Add(Block block)
    {
        if (block is ListBlock { Items: [var item] } && _blocks is [.., ListBlock list])
        {
            // Items that were told one by one, since some of their list were labels, are one list again.
            _blocks[^1] = list with
            {
                Items = [.. list.Items, item],
                Raw = list.Raw + "\n" + block.Raw,
            };
        }
        else
        {
            _blocks.Add(block);
        }

        _raw.Add(block.Raw);
        _open = false;
    }

    /// <summary>The words after a label that comes again in its point: one more item beside those that it had.</summary>
    internal void Again(ParagraphBlock words)
    {
        var item = new ListItem(words.Text, [], words.Place, words.Raw, words.Repair);
        _raw.Add(words.Raw);
        _open = false;
        switch (_blocks)
        {
            case [.., ListBlock list]:
                _blocks[^1] = list with { Items = [.. list.Items, item], Raw = list.Raw + "\n" + words.Raw };
                break;
            case [.., ParagraphBlock before]:
                var first = new ListItem(before.Text, [], before.Place, before.Raw, before.Repair);
                _blocks[^1] = new ListBlock([first, item], false, before.Place, before.Raw + "\n" + words.Raw);
                break;
            default:
                _blocks.Add(words);
                break;
        }
    }

    internal void Cells(IEnumerable<TableCell> cells)
    {
        foreach (var cell in cells)
        {
            Cell(cell);
        }
    }

    internal CellContent Build()
    {
        var first = _blocks.Count > 0 ? _blocks[0].Line : line;
        return new CellContent(Enumerations.Join(_blocks), first, string.Join('\n', _raw), _repairs, _open);
    }

    private void Piece(TableCell cell)
    {
        _raw.Add(cell.Raw);
        _repairs.AddRange(cell.Repairs);
        _open = cell.OpenAtEnd;
    }

    private static ListItem ReadOn(ListItem item, ParagraphBlock rest) =>
        item.Nested.Count > 0
            ? item with
            {
                Nested = [.. item.Nested.SkipLast(1), ReadOn(item.Nested[^1], rest)],
            }
            : item with
            {
                Text = item.Text + " " + rest.Text,
                Raw = item.Raw + "\n" + rest.Raw,
                Repair = "delt af et sideskift",
            };

    private static bool EndsSentence(string text) => text.TrimEnd() is { Length: > 0 } t && t[^1] is '.' or '!' or '?' or ':';
}

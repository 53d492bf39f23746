using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Skemaer;

/// <summary>Reads one kind of form wherever its labels stand. The first label that comes back begins the next form.</summary>
internal sealed class Skemalaeser(Skema skema)
{
    /// <summary>So many labels in one row are the heads of columns.</summary>
    private const int FewestHeads = 4;

    private readonly List<UdfyldtSkema> _skemaer = [];
    private readonly List<string> _outside = [];
    private readonly List<Feltstykker> _felter = [];

    /// <returns>The forms, and the words that stand in none.</returns>
    internal (IReadOnlyList<UdfyldtSkema> Skemaer, IReadOnlyList<string> Outside) Read(DocumentTree tree)
    {
        foreach (var block in tree.Blocks)
        {
            Block(block);
        }

        End();
        return (_skemaer, _outside);
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case TableBlock table when Heads(table) is { } heads:
                Columns(table, heads);
                break;
            case TableBlock table:
                foreach (var row in table.Rows)
                {
                    Row(row);
                }

                break;
            case HeadingBlock heading when Find(heading.Text) is { } felt:
                Begin(felt, heading.Line);
                break;
            case HeadingBlock heading:
                if (skema.Overskrift.Any(o => Identitet.Plain(o) == Identitet.Plain(heading.Text)))
                {
                    End();
                }

                _outside.Add(heading.Text);
                break;
            case ParagraphBlock line:
                Line(line);
                break;
            case ListBlock list when list.Items.Count(i => Labelled(i.Text) is not null) >= FewestHeads:
                foreach (var item in list.Items)
                {
                    Line(new ParagraphBlock(item.FullText, false, item.Place, item.Raw, item.Repair));
                }

                break;
            default:
                Words(block);
                break;
        }
    }

    private void Row(TableRow row)
    {
        var cells = row.Cells.Where(c => !c.IsCopy).ToList();
        for (var i = 0; i < Math.Min(2, cells.Count - 1); i++)
        {
            if (Find(cells[i].Text) is { } felt)
            {
                Begin(felt, row.Line);
                _felter[^1].Cells(cells.Skip(i + 1).Where(c => !c.IsEmpty));
                return;
            }
        }

        if (_felter.Count > 0 && cells.Count(c => !c.IsEmpty) == 1 && !cells[^1].IsEmpty)
        {
            _felter[^1].Continue(cells[^1]);
            return;
        }

        _outside.Add(row.Text);
    }

    /// <summary>"Titel: Branding", or a label alone on its line with the words under it.</summary>
    private void Line(ParagraphBlock line)
    {
        if (Labelled(line.Text) is var (felt, start))
        {
            Begin(felt, line.Line);
            _felter[^1].Add(line with { Text = line.Text[start..].Trim() });
        }
        else if (Find(line.Text) is { } alone)
        {
            Begin(alone, line.Line);
        }
        else
        {
            Words(line);
        }
    }

    private void Words(Block block)
    {
        if (_felter.Count > 0)
        {
            _felter[^1].Add(block);
        }
        else
        {
            _outside.Add(block.FullText);
        }
    }

    private Dictionary<int, Felt>? Heads(TableBlock table)
    {
        if (table.Rows.Count == 0)
        {
            return null;
        }

        var heads = new Dictionary<int, Felt>();
        foreach (var (cell, i) in table.Rows[0].Cells.Select((c, i) => (c, i)))
        {
            if (Find(cell.Text) is { } felt && !heads.ContainsValue(felt))
            {
                heads.Add(i, felt);
            }
        }

        return heads.Count >= FewestHeads ? heads : null;
    }

    private void Columns(TableBlock table, Dictionary<int, Felt> heads)
    {
        End();
        foreach (var row in table.Rows.Skip(1))
        {
            foreach (var (column, felt) in heads.Where(h => h.Key < row.Cells.Count))
            {
                var stykker = new Feltstykker(felt, row.Line);
                stykker.Cells([row.Cells[column]]);
                _felter.Add(stykker);
            }

            End();
        }
    }

    private void Begin(Felt felt, int line)
    {
        if (_felter.Any(f => f.Felt == felt))
        {
            End();
        }

        _felter.Add(new Feltstykker(felt, line));
    }

    private void End()
    {
        if (_felter.Count > 0)
        {
            _skemaer.Add(new UdfyldtSkema(skema, _felter[0].Line, [.. _felter.Select(f => new UdfyldtFelt(f.Felt, f.Build()))]));
            _felter.Clear();
        }
    }

    private Felt? Find(string text) => text.Length <= 40 ? Skabelon.Find(skema.Felter, null, text) : null;

    private (Felt Felt, int Start)? Labelled(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and <= 40 and var colon && Find(text[..colon]) is { } felt
            ? (felt, colon + 1)
            : null;
}

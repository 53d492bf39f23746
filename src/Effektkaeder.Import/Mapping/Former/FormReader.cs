using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Former;

/// <summary>
/// Tree and profile to form. A heading, or the last line before a label that comes back, begins a point; a row without a label, and
/// loose text that rows of the same point follow, belong to the field above; a heading of a form's own begins that form.
/// </summary>
internal sealed class FormReader(DocumentTree tree, Skabelon skabelon, List<Diagnostic> diagnostics)
{
    private readonly List<Punkt> _punkter = [];
    private readonly List<UdfyldtSkema> _skemaer = [];
    private readonly List<Block> _udenfor = [];
    private readonly List<Feltstykker> _felter = [];

    /// <summary>What stands after the last row: the field's own only if a row of its point follows.</summary>
    private readonly List<Block> _loose = [];

    private HeadingBlock? _ventende;
    private HeadingBlock? _overskrift;
    private Skema? _skema;
    private string? _gruppe;

    internal static Form Read(DocumentTree tree, Skabelon skabelon, List<Diagnostic> diagnostics) =>
        new FormReader(tree, skabelon, diagnostics).Run();

    private Form Run()
    {
        foreach (var block in tree.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Heading(heading);
                    break;
                case TableBlock table:
                    foreach (var row in table.Rows)
                    {
                        Row(row);
                    }

                    break;
                case var _ when _felter.Count > 0 && _ventende is null:
                    _loose.Add(block);
                    break;
                default:
                    _udenfor.Add(block);
                    break;
            }
        }

        EndTable();
        return new Form(skabelon, tree, _punkter, _skemaer, _udenfor);
    }

    private void Heading(HeadingBlock heading)
    {
        EndTable();
        _udenfor.Add(heading);
        _ventende = heading;
        _gruppe = null;
        var plain = Identitet.Plain(heading.Text);
        _skema = skabelon.Skemaer.FirstOrDefault(s => s.Overskrift.Any(o => Identitet.Plain(o) == plain));
    }

    private void Row(TableRow row)
    {
        var kolonne = skabelon.LabelKolonne;
        var cells = row.Cells;
        if (skabelon.Overskriftsraekker.Any(o => Identitet.Plain(o) == Identitet.Plain(cells[0].Text)))
        {
            HeadRow();
            return;
        }

        if (cells.Count <= kolonne || cells.Take(kolonne + 1).All(c => c.IsEmpty) || (cells[kolonne].IsCopy && _felter.Count > 0))
        {
            if (_felter.Count > 0)
            {
                Spill();
                _felter[^1].Continue(cells[^1]);
            }

            return;
        }

        if (_felter.Count == 0 && Cover(row) is { } line)
        {
            _udenfor.Add(line);
            return;
        }

        if (kolonne > 0 && cells[0].Text is { Length: > 0 } name)
        {
            _gruppe = name;
        }

        Field(row, cells[kolonne].Text, kolonne);
    }

    /// <summary>A cover set as a table: its rows are labelled lines like any other cover's.</summary>
    private ParagraphBlock? Cover(TableRow row)
    {
        var cells = row.Cells.Where(c => !c.IsEmpty && !c.IsCopy).ToList();
        return
            cells.Count == 2
            && Skabelon.Find(skabelon.Forside, null, cells[0].Text) is not null
            && Skabelon.Find(skabelon.Felter, null, cells[0].Text) is null
            ? new ParagraphBlock(
                $"{cells[0].Text.TrimEnd(':')}: {cells[1].Text.Replace('\n', ' ')}",
                true,
                row.Place,
                $"{cells[0].Raw}: {cells[1].Raw}"
            )
            : null;
    }

    /// <summary>The head of a table: it begins a point where a title stands over it, and is repeated after a page break else.</summary>
    private void HeadRow()
    {
        if (_loose is [.., ParagraphBlock line] && Aabner.Of(line) is not null)
        {
            EndTable();
        }
    }

    private void Field(TableRow row, string label, int kolonne)
    {
        var kendte = _skema?.Felter ?? skabelon.Felter;
        var felt = Skabelon.Find(kendte, _gruppe, label);
        if (felt is null)
        {
            diagnostics.Add(Beskeder.UkendtFelt(tree.Source.Path, row.Line, label));
            felt = new Felt(label, [], "kun-felt", _gruppe);
        }

        var kommerIgen = _felter.Any(f => f.Felt == felt);
        if (kommerIgen && (felt == kendte[0] || felt == _felter[0].Felt || Title() is not null))
        {
            EndTable();
        }

        Spill();
        Begin();
        var cells = row.Cells.Skip(kolonne + 1).Where(c => !c.IsEmpty && !c.IsCopy).ToList();
        if (_felter.FirstOrDefault(f => f.Felt == felt) is { } igen)
        {
            diagnostics.Add(Beskeder.GentagetFelt(tree.Source.Path, row.Line, felt.Label));
            igen.Cells(cells);
            return;
        }

        var stykker = new Feltstykker(felt, row.Line);
        stykker.Cells(cells);
        _felter.Add(stykker);
    }

    /// <summary>The first row after a heading, or after the line that is meant as one.</summary>
    private void Begin()
    {
        if (_ventende is not null)
        {
            _overskrift = _ventende;
            _ventende = null;
        }

        if (_felter.Count == 0 && (_overskrift is null || _udenfor is [.., ParagraphBlock]) && _udenfor is [.., ParagraphBlock line])
        {
            var meant =
                _punkter.Count > 0 || Aabner.IsNumbered(line.Text) || (_overskrift is null && IsTitle(line)) ? Aabner.Of(line) : null;
            if (meant is not null)
            {
                _overskrift = meant;
                _udenfor.RemoveAt(_udenfor.Count - 1);
            }
        }
    }

    /// <summary>The loose line right above, where it says by its number that it opens a point.</summary>
    private HeadingBlock? Title() =>
        _loose is [.., ParagraphBlock line] && (Aabner.IsNumbered(line.Text) || line.AfterBlank) ? Aabner.Of(line) : null;

    /// <summary>A line of a cover is no title: neither a unit, a municipality, a date nor the agreement's own name.</summary>
    private static bool IsTitle(ParagraphBlock line) =>
        line.AfterBlank
        && NavneReader.Art(line.Text) is null
        && !line.Text.Contains("ommune", StringComparison.Ordinal)
        && !line.Text.Contains("aftale", StringComparison.OrdinalIgnoreCase)
        && !line.Text.Any(char.IsDigit);

    private void Spill()
    {
        foreach (var block in _loose)
        {
            _felter[^1].Spill(block);
        }

        _loose.Clear();
    }

    private void EndTable()
    {
        if (_felter.Count > 0)
        {
            var udfyldte = _felter.Select(f => new UdfyldtFelt(f.Felt, Content(f))).ToList();
            if (_skema is not null)
            {
                _skemaer.Add(new UdfyldtSkema(_skema, _felter[0].Line, udfyldte));
            }
            else
            {
                var overskrift = _overskrift is null ? null : Aabner.Of(_overskrift);
                _punkter.Add(new Punkt(overskrift, Aabner.First(overskrift?.Number) ?? _punkter.Count + 1, _felter[0].Line, udfyldte));
            }
        }

        _udenfor.AddRange(_loose);
        _loose.Clear();
        _felter.Clear();
        _overskrift = null;
    }

    private CellContent Content(Feltstykker felt)
    {
        var content = felt.Build();
        diagnostics.AddRange(content.Repairs.Select(r => Beskeder.Repareret(tree.Source.Path, r.Line, r.Column, r.What)));
        return content;
    }
}

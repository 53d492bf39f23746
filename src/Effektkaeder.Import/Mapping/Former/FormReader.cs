using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Former;

/// <summary>
/// Tree and profile to form. A heading followed by a field row begins a point; a row without a label and
/// a loose line between rows belong to the field above; a heading of a form's own begins that form.
/// </summary>
internal sealed class FormReader(DocumentTree tree, Skabelon skabelon, List<Diagnostic> diagnostics)
{
    private readonly List<Punkt> _punkter = [];
    private readonly List<UdfyldtSkema> _skemaer = [];
    private readonly List<Block> _udenfor = [];
    private readonly List<(Felt Felt, List<CellPiece> Pieces, int Line)> _felter = [];
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
                case RowBlock row:
                    Row(row);
                    break;
                case SeparatorBlock stray:
                    diagnostics.Add(Beskeder.Repareret(tree.Source.Path, stray.Line, 1, "en løs skillelinje i tabellen er sprunget over"));
                    break;
                case ListLineBlock when InTable:
                    _felter[^1].Pieces.Add(new CellPiece(PieceKind.SpillItem, block.Span));
                    break;
                case ParagraphBlock when InTable:
                    _felter[^1].Pieces.Add(new CellPiece(PieceKind.Spill, block.Span));
                    break;
                default:
                    _udenfor.Add(block);
                    break;
            }
        }

        EndTable();
        return new Form(skabelon, tree, _punkter, _skemaer, _udenfor);
    }

    /// <summary>Between a table's first row and the next heading.</summary>
    private bool InTable => _felter.Count > 0 && _ventende is null;

    private void Heading(HeadingBlock heading)
    {
        EndTable();
        _udenfor.Add(heading);
        _ventende = heading;
        _gruppe = null;
        var plain = Identitet.Plain(heading.Text);
        _skema = skabelon.Skemaer.FirstOrDefault(s => s.Overskrift.Any(o => Identitet.Plain(o) == plain));
    }

    private void Row(RowBlock row)
    {
        var kolonne = skabelon.LabelKolonne;
        var cells = row.Cells;
        if (cells.Count == 0 || skabelon.Overskriftsraekker.Any(o => Identitet.Plain(o) == Identitet.Plain(cells[0].Raw)))
        {
            return;
        }

        if (cells.Count <= kolonne || cells.Take(kolonne + 1).All(c => string.IsNullOrWhiteSpace(c.Raw)))
        {
            if (_felter.Count > 0)
            {
                _felter[^1].Pieces.Add(new CellPiece(PieceKind.Continuation, Trimmed(cells[^1])));
            }

            return;
        }

        if (kolonne > 0 && cells[0].Raw.Trim() is { Length: > 0 } name)
        {
            _gruppe = name;
        }

        Field(row, CellText.Clean(cells[kolonne].Raw), kolonne);
    }

    private void Field(RowBlock row, string label, int kolonne)
    {
        var kendte = _skema?.Felter ?? skabelon.Felter;
        var felt = Skabelon.Find(kendte, _gruppe, label);
        if (felt is null)
        {
            diagnostics.Add(Beskeder.UkendtFelt(tree.Source.Path, row.Line, label));
            felt = new Felt(label, [], "kun-felt", _gruppe);
        }

        if (felt == kendte[0] && _felter.Any(f => f.Felt == felt))
        {
            EndTable();
        }

        if (_ventende is not null)
        {
            _overskrift = _ventende;
            _ventende = null;
        }

        var pieces = row
            .Cells.Skip(kolonne + 1)
            .Where(c => c.Raw.Trim().Length > 0)
            .Select(c => new CellPiece(PieceKind.Cell, Trimmed(c)))
            .ToList();
        if (pieces.Count == 0)
        {
            pieces.Add(new CellPiece(PieceKind.Cell, new Span(row.Span.End, row.Span.End)));
        }

        var igen = _felter.FindIndex(f => f.Felt == felt);
        if (igen >= 0)
        {
            diagnostics.Add(Beskeder.GentagetFelt(tree.Source.Path, row.Line, felt.Label));
            _felter[igen].Pieces.AddRange(pieces.Select(p => p with { Kind = PieceKind.Spill }));
            return;
        }

        _felter.Add((felt, pieces, row.Line));
    }

    private void EndTable()
    {
        if (_felter.Count == 0)
        {
            return;
        }

        var udfyldte = _felter.Select(f => new UdfyldtFelt(f.Felt, Parse(f.Pieces))).ToList();
        if (_skema is not null)
        {
            _skemaer.Add(new UdfyldtSkema(_skema, _felter[0].Line, udfyldte));
        }
        else
        {
            _punkter.Add(new Punkt(_overskrift, _overskrift?.Number ?? _punkter.Count + 1, _felter[0].Line, udfyldte));
        }

        _felter.Clear();
        _overskrift = null;
    }

    private CellContent Parse(List<CellPiece> pieces)
    {
        var content = CellParser.Parse(tree.Source, pieces);
        diagnostics.AddRange(content.Repairs.Select(r => Beskeder.Repareret(tree.Source.Path, r.Line, r.Column, r.What)));
        return content;
    }

    private static Span Trimmed(Cell cell)
    {
        var lead = cell.Raw.Length - cell.Raw.TrimStart().Length;
        return new Span(cell.Span.Start + lead, cell.Span.Start + Math.Max(lead, cell.Raw.TrimEnd().Length));
    }
}

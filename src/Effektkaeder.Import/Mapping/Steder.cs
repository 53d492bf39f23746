using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping;

/// <summary>
/// Where words stand as a reader finds them: by page, table, row and cell, or by sheet and cell. Text has lines and needs no more.
/// </summary>
internal sealed class Steder
{
    private readonly Dictionary<int, List<(Place Place, string? Sheet, string Words)>> _byLine = [];
    private readonly Dictionary<string, int> _sheetLines = new(StringComparer.Ordinal);
    private readonly bool _isNeeded;

    internal Steder(DocumentTree tree)
    {
        _isNeeded = tree.Source.Format is not "tekst";
        foreach (var block in _isNeeded ? tree.Blocks : [])
        {
            Add(block, null);
        }
    }

    internal Aftalegraf In(Aftalegraf graf) =>
        !_isNeeded
            ? graf
            : graf with
            {
                Nodes =
                [
                    .. graf.Nodes.Select(n =>
                        n with
                        {
                            Udsagn = n.Udsagn with
                            {
                                Herkomst = [.. n.Udsagn.Herkomst.Select(Placed)],
                                Felter = [.. n.Udsagn.Felter.Select(f => f with { Herkomst = Placed(f.Herkomst) })],
                            },
                        }
                    ),
                ],
                Edges = [.. graf.Edges.Select(e => e with { Udsagn = e.Udsagn with { Evidens = [.. e.Udsagn.Evidens.Select(Placed)] } })],
            };

    internal Diagnostic In(Diagnostic diagnostic) =>
        diagnostic.Linje > 0 && Find(diagnostic.Linje, "") is { } sted ? diagnostic with { Sted = sted } : diagnostic;

    /// <summary>The place of a whole line: in text its number, else the row or paragraph.</summary>
    internal string Of(int line) => Herkomst.PladsOf(line, Find(line, ""));

    private Herkomst Placed(Herkomst herkomst) => herkomst with { Sted = Find(herkomst.Linje, herkomst.Ordret) };

    /// <summary>Of several places at one line the one that holds the words; where none does, the row that they share.</summary>
    private string? Find(int line, string words)
    {
        if (_byLine.GetValueOrDefault(line) is not { } places)
        {
            return null;
        }

        var first = words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var holding = first.Length == 0 ? -1 : places.FindIndex(p => p.Words.Contains(first, StringComparison.Ordinal));
        if (holding >= 0)
        {
            return Told(places[holding].Place, places[holding].Sheet);
        }

        var place = places[0].Place;
        return Told(places.Count == 1 ? place : place with { Cell = 0 }, places[0].Sheet);
    }

    private void Add(Block block, string? sheet)
    {
        switch (block)
        {
            case TableBlock table:
                foreach (var cell in table.Rows.SelectMany(r => r.Cells).Where(c => !c.IsCopy && !c.IsEmpty))
                {
                    Add(cell.Place, table.Name, cell.Raw + "\n" + cell.Text);
                    foreach (var inner in cell.Blocks)
                    {
                        Add(inner, table.Name);
                    }
                }

                break;
            case ListBlock list:
                foreach (var item in list.Items)
                {
                    Add(item, sheet);
                }

                break;
            default:
                if (block is HeadingBlock { Place.Table: > 0 } heading)
                {
                    _sheetLines.TryAdd(heading.Text, heading.Line);
                }

                Add(block.Place, sheet, block.Raw + "\n" + block.FullText);
                break;
        }
    }

    private void Add(ListItem item, string? sheet)
    {
        Add(item.Place, sheet, item.Raw + "\n" + item.Text);
        foreach (var nested in item.Nested)
        {
            Add(nested, sheet);
        }
    }

    private void Add(Place place, string? sheet, string words)
    {
        if (!_byLine.TryGetValue(place.Line, out var places))
        {
            _byLine.Add(place.Line, places = []);
        }

        places.Add((place, sheet, words));
    }

    /// <summary>"side 3, tabel 2, række 4, celle 1"; null where nothing but a line is known.</summary>
    private string? Told(Place place, string? sheet)
    {
        if (sheet is { Length: > 0 } && _sheetLines.TryGetValue(sheet, out var before))
        {
            return place.Cell == 0
                ? $"ark »{sheet}«, række {Number(place.Line - before)}"
                : $"ark »{sheet}«, celle {Column(place.Cell)}{Number(place.Line - before)}";
        }

        List<string> parts = [];
        Part("side", place.Page);
        Part("tabel", place.Row > 0 ? place.Table : 0);
        Part("række", place.Row);
        Part("celle", place.Row > 0 ? place.Cell : 0);
        return parts.Count == 0 ? null : string.Join(", ", parts);

        void Part(string name, int number)
        {
            if (number > 0)
            {
                parts.Add($"{name} {Number(number)}");
            }
        }
    }

    private static string Column(int number) =>
        number <= 26 ? $"{(char)('A' + number - 1)}" : $"{Column((number - 1) / 26)}{(char)('A' + ((number - 1) % 26))}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Blocks;

/// <summary>A table in the making: a cell that spans rows or columns is repeated to fill its span.</summary>
internal sealed class Grid(int table)
{
    /// <summary>No real table spans more, and a file may claim any number.</summary>
    private const int MostSpanned = 200;

    private readonly List<SortedDictionary<int, TableCell>> _rows = [];
    private readonly List<Place> _places = [];
    private readonly Dictionary<(int Row, int Column), TableCell> _spanned = [];
    private int _column;

    internal int RowCount => _rows.Count;

    internal void Row(Place place)
    {
        _rows.Add([]);
        _places.Add(place with { Table = table, Row = _rows.Count, Cell = 0 });
        _column = 0;
        Spanned();
    }

    /// <summary>Where the next cell will stand.</summary>
    internal Place Next(Place place) => place with { Table = table, Row = _rows.Count, Cell = _column + 1 };

    internal void Cell(IReadOnlyList<Block> blocks, Place place, string raw, int rows = 1, int columns = 1)
    {
        var cell = new TableCell(blocks, place with { Table = table, Row = _rows.Count, Cell = _column + 1 }, raw, []);
        var copy = cell with { IsCopy = true };
        var width = Math.Clamp(columns, 1, MostSpanned);
        for (var c = 0; c < width; c++)
        {
            _rows[^1][_column + c] = c == 0 ? cell : copy;
            for (var r = 1; r < Math.Clamp(rows, 1, MostSpanned); r++)
            {
                _spanned[(_rows.Count + r, _column + c)] = copy;
            }
        }

        _column += width;
        Spanned();
    }

    internal TableBlock? Build(string? name = null)
    {
        var rows = _rows
            .Select((r, i) => new TableRow([.. r.Values], _places[i]))
            .Where(r => r.Cells.Any(c => !c.IsEmpty && !c.IsCopy))
            .ToList();
        return rows.Count == 0 ? null : new TableBlock(rows, rows[0].Place, name);
    }

    /// <summary>Steps over what cells above reach down to.</summary>
    private void Spanned()
    {
        while (_spanned.Remove((_rows.Count, _column), out var cell))
        {
            _rows[^1][_column++] = cell;
        }
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Measures;

/// <summary>One straight piece of an edge.</summary>
internal readonly record struct Segment(int Edge, LayoutPoint A, LayoutPoint B)
{
    public double Length => Math.Sqrt(((B.X - A.X) * (B.X - A.X)) + ((B.Y - A.Y) * (B.Y - A.Y)));
}

/// <summary>All segments of a drawing, in a grid, so that only near ones are compared.</summary>
internal sealed class SegmentGrid
{
    private readonly Dictionary<(int X, int Y), List<int>> _cells = [];
    private readonly double _size;

    public SegmentGrid(Drawing drawing)
    {
        Segments =
        [
            .. drawing.Paths.SelectMany((path, e) => path.Zip(path.Skip(1), (a, b) => new Segment(e, a, b))).Where(s => s.Length > 0),
        ];
        _size = Math.Max(20, Segments.Count == 0 ? 20 : Segments.Average(s => s.Length) * 0.7);
        for (var i = 0; i < Segments.Count; i++)
        {
            foreach (var cell in Along(Segments[i]))
            {
                if (!_cells.TryGetValue(cell, out var list))
                {
                    _cells.Add(cell, list = []);
                }

                list.Add(i);
            }
        }
    }

    public List<Segment> Segments { get; }

    public IEnumerable<((int X, int Y) Cell, List<int> Segments)> Cells => _cells.Select(p => (p.Key, p.Value));

    public (int X, int Y) CellOf(double x, double y) => ((int)Math.Floor(x / _size), (int)Math.Floor(y / _size));

    /// <summary>Every cell a segment touches, row by row.</summary>
    private IEnumerable<(int X, int Y)> Along(Segment s)
    {
        var (top, bottom) = s.A.Y < s.B.Y ? (s.A, s.B) : (s.B, s.A);
        for (var row = CellOf(0, top.Y).Y; row <= CellOf(0, bottom.Y).Y; row++)
        {
            var (x1, x2) = (At(Math.Max(top.Y, row * _size)), At(Math.Min(bottom.Y, (row + 1) * _size)));
            var (first, last) =
                bottom.Y - top.Y < 1e-9 ? (Math.Min(top.X, bottom.X), Math.Max(top.X, bottom.X)) : (Math.Min(x1, x2), Math.Max(x1, x2));
            for (var column = CellOf(first, 0).X; column <= CellOf(last, 0).X; column++)
            {
                yield return (column, row);
            }
        }

        double At(double y) => bottom.Y - top.Y < 1e-9 ? top.X : top.X + ((bottom.X - top.X) * (y - top.Y) / (bottom.Y - top.Y));
    }
}

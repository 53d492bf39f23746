using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>Collects the pieces of a path that runs along the main axis, bends across it and turns back.</summary>
internal sealed class Pen(double main, double cross, LayoutDirection direction)
{
    /// <summary>A circle's quarter as a cubic curve: control points at this share of the radius.</summary>
    private const double Quarter = 0.5523;

    private const double Tolerance = 0.01;

    private readonly LayoutPoint _start = Frame.Point(main, cross, direction);
    private readonly List<PathPiece> _pieces = [];
    private double _main = main;
    private double _cross = cross;
    private double _lineFrom = main;

    /// <summary>Runs on along the main axis; runs in a row become one line.</summary>
    public void LineTo(double main)
    {
        _main = main;
        Flush();
    }

    /// <summary>Runs to one place along the main axis and swings over to another, reaching the given cross place.</summary>
    public void Bend(double from, double to, double cross)
    {
        if (Math.Abs(cross - _cross) < Tolerance)
        {
            _main = to;
            return;
        }

        LineTo(from);
        var control = CurveShape.Control * (to - from);
        Cubic(from + control, _cross, to - control, cross, to, cross);
    }

    /// <summary>Runs to a track, along it, and turns back, with rounded corners.</summary>
    public void Turn(double track, double cross, double radius)
    {
        var r = Math.Min(radius, Math.Min(Math.Abs(track - _main), Math.Abs(cross - _cross) / 2));
        var (out_, down) = (Math.Sign(track - _main), Math.Sign(cross - _cross));
        LineTo(track - (out_ * r));
        Corner(track, _cross, track, _cross + (down * r));
        var piece = Frame.Point(track, cross - (down * r), direction);
        if (Math.Abs(cross - (down * r) - _cross) > Tolerance)
        {
            _pieces.Add(new PathPiece(PathPieceKind.Line, Frame.Point(track, _cross, direction), piece, piece));
        }

        (_main, _cross) = (track, cross - (down * r));
        Corner(track, cross, track - (out_ * r), cross);
    }

    public RoutedEdge Finish(LayoutEdge edge)
    {
        var points = PathFlattening.Flatten(_start, _pieces);
        return new RoutedEdge(edge.Id, edge.Kind, _start, _pieces, points);
    }

    private void Corner(double cornerMain, double cornerCross, double toMain, double toCross)
    {
        var (fromMain, fromCross) = (_main, _cross);
        Cubic(
            fromMain + (Quarter * (cornerMain - fromMain)),
            fromCross + (Quarter * (cornerCross - fromCross)),
            toMain + (Quarter * (cornerMain - toMain)),
            toCross + (Quarter * (cornerCross - toCross)),
            toMain,
            toCross
        );
    }

    private void Cubic(double main1, double cross1, double main2, double cross2, double main, double cross)
    {
        _pieces.Add(
            new PathPiece(
                PathPieceKind.Cubic,
                Frame.Point(main1, cross1, direction),
                Frame.Point(main2, cross2, direction),
                Frame.Point(main, cross, direction)
            )
        );
        (_main, _cross, _lineFrom) = (main, cross, main);
    }

    private void Flush()
    {
        if (Math.Abs(_main - _lineFrom) > Tolerance)
        {
            var end = Frame.Point(_main, _cross, direction);
            _pieces.Add(new PathPiece(PathPieceKind.Line, Frame.Point(_lineFrom, _cross, direction), end, end));
        }

        _lineFrom = _main;
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>Turns paths into points.</summary>
internal static class PathFlattening
{
    public static IReadOnlyList<LayoutPoint> Flatten(LayoutPoint start, List<PathPiece> pieces)
    {
        var points = new List<LayoutPoint>(1 + (pieces.Count * 4)) { start };
        var from = start;
        foreach (var piece in pieces)
        {
            if (piece.Kind == PathPieceKind.Cubic)
            {
                // Small corners need few points, wide swings more; eleven keep any swing within its channel's curve.
                var extent = Math.Abs(piece.End.X - from.X) + Math.Abs(piece.End.Y - from.Y);
                var steps =
                    extent < 14 ? 3
                    : extent < 60 ? 6
                    : 12;
                for (var k = 1; k < steps; k++)
                {
                    points.Add(At(from, piece, (double)k / steps));
                }
            }

            points.Add(piece.End);
            from = piece.End;
        }

        return points;
    }

    private static LayoutPoint At(LayoutPoint from, PathPiece piece, double t)
    {
        var u = 1 - t;
        var (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
        return new LayoutPoint(
            (a * from.X) + (b * piece.Control1.X) + (c * piece.Control2.X) + (d * piece.End.X),
            (a * from.Y) + (b * piece.Control1.Y) + (c * piece.Control2.Y) + (d * piece.End.Y)
        );
    }
}

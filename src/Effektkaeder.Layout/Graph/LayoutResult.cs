namespace Effektkaeder.Layout.Graph;

/// <summary>A point, x to the right and y downwards.</summary>
public readonly record struct LayoutPoint(double X, double Y);

/// <summary>An extent, positive both ways.</summary>
public readonly record struct LayoutSize(double Width, double Height);

/// <summary>A rectangle by its top left corner.</summary>
public readonly record struct LayoutRectangle(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>How a <see cref="PathPiece"/> reaches its end.</summary>
public enum PathPieceKind
{
    /// <summary>Straight; the control points repeat its ends.</summary>
    Line,

    /// <summary>A cubic Bézier curve.</summary>
    Cubic,
}

/// <summary>One piece of an edge; it begins where the piece before it ended.</summary>
public readonly record struct PathPiece(PathPieceKind Kind, LayoutPoint Control1, LayoutPoint Control2, LayoutPoint End);

/// <param name="Id">The node's id.</param>
/// <param name="Box">Its rectangle, of the size that was asked for.</param>
/// <param name="Level">Given, or chosen by the engine.</param>
/// <param name="Lane">As given.</param>
/// <param name="Column">Index of its column (row when top-down) over all levels, folded ones counted each.</param>
public sealed record PlacedNode(string Id, LayoutRectangle Box, int Level, string? Lane, int Column);

/// <param name="Id">The edge's id.</param>
/// <param name="Kind">As given.</param>
/// <param name="Start">On the border of the source.</param>
/// <param name="Pieces">Lead from <paramref name="Start"/> to the border of the target.</param>
/// <param name="Points">The same path with its curves flattened, both ends included.</param>
/// <param name="LabelAt">Centre of the label; null where none was asked for, or no place is free.</param>
public sealed record RoutedEdge(
    string Id,
    EdgeKind Kind,
    LayoutPoint Start,
    IReadOnlyList<PathPiece> Pieces,
    IReadOnlyList<LayoutPoint> Points,
    LayoutPoint? LabelAt = null
);

/// <param name="Lane">Null is the band of the nodes without a lane.</param>
/// <param name="Box">The whole band, across all levels, heading included.</param>
public sealed record LaneBand(string? Lane, LayoutRectangle Box);

/// <param name="Level">The level's number.</param>
/// <param name="Box">The extent of its columns over all lanes, the room for headings included.</param>
public sealed record LevelBand(int Level, LayoutRectangle Box);

/// <summary>A finished drawing. Nodes and edges are in the order of the input; lanes and levels in the order drawn.</summary>
public sealed record LayoutResult(
    IReadOnlyList<PlacedNode> Nodes,
    IReadOnlyList<RoutedEdge> Edges,
    IReadOnlyList<LaneBand> Lanes,
    IReadOnlyList<LevelBand> Levels,
    double Width,
    double Height
)
{
    /// <summary>
    /// Where nodes stood that earlier drawings had and this one leaves out: a drawing made from this one puts them back there.
    /// </summary>
    public IReadOnlyList<PlacedNode> Remembered { get; init; } = [];

    /// <summary>Every node with a place of its own: drawn here, or remembered.</summary>
    internal IEnumerable<PlacedNode> Known => Nodes.Concat(Remembered);
}

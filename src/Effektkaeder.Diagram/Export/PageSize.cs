using System.Globalization;

namespace Effektkaeder.Diagram.Export;

/// <summary>A sheet of paper in points (1/72 inch), ISO 216.</summary>
/// <param name="Width">Of the sheet lying down: the longer side.</param>
public sealed record PageSize(string Name, double Width, double Height)
{
    /// <summary>Free space at each edge: most printers leave about 5 mm, and tiles are glued with some to spare.</summary>
    public const double Margin = 28;

    public static readonly PageSize A4 = new("A4", 841.89, 595.28);
    public static readonly PageSize A3 = new("A3", 1190.55, 841.89);

    public static readonly IReadOnlyList<PageSize> All = [A4, A3];

    public static PageSize? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>
/// How a drawing lies on sheets: on one when it can be read there, else in tiles at a scale that can be. A sheet stands or lies,
/// whichever takes fewer.
/// </summary>
/// <param name="Scale">Points per unit of the drawing.</param>
/// <param name="PageWidth">Of the sheet as it is turned.</param>
public sealed record Tiling(double PageWidth, double PageHeight, double Scale, int Columns, int Rows)
{
    /// <summary>Small text is 10 units; 0.6 makes it 6 points, the least that is read at arm's length.</summary>
    private const double LeastScale = .6,
        MostScale = .75;

    /// <summary>What two neighbouring tiles both show, in points.</summary>
    public const double Overlap = 14;

    public int Count => Columns * Rows;

    public static Tiling Of(double width, double height, PageSize page) =>
        new[] { On(width, height, page.Width, page.Height), On(width, height, page.Height, page.Width) }
            .OrderBy(t => t.Count)
            .ThenByDescending(t => t.Scale)
            .First();

    /// <summary>The offset of a tile's left top corner in the drawing, in points at the tiling's scale.</summary>
    public (double X, double Y) Corner(int column, int row) =>
        (column * (PageWidth - 2 * PageSize.Margin - Overlap), row * (PageHeight - 2 * PageSize.Margin - Overlap));

    /// <summary>What stands at the foot of a tile: "2 / 6, række 1, kolonne 2".</summary>
    public string Label(int column, int row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Side {row * Columns + column + 1} af {Count}{(Count > 1 ? $" (række {row + 1}, kolonne {column + 1})" : "")}"
        );

    private static Tiling On(double width, double height, double pageWidth, double pageHeight)
    {
        var (w, h) = (pageWidth - 2 * PageSize.Margin, pageHeight - 2 * PageSize.Margin);
        var whole = Math.Min(MostScale, Math.Min(w / width, h / height));
        if (whole >= LeastScale)
        {
            return new(pageWidth, pageHeight, whole, 1, 1);
        }

        var (columns, rows) = (Tiles(width * LeastScale, w), Tiles(height * LeastScale, h));
        // The tiles are filled: the scale grows to what their number holds.
        var scale = Math.Min(MostScale, Math.Min((w + (columns - 1) * (w - Overlap)) / width, (h + (rows - 1) * (h - Overlap)) / height));
        return new(pageWidth, pageHeight, scale, columns, rows);
    }

    private static int Tiles(double length, double tile) =>
        length <= tile ? 1 : 1 + (int)Math.Ceiling((length - tile) / (tile - Overlap) - 1e-9);
}

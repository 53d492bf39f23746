namespace Effektkaeder.Diagram.Export;

/// <summary>A sheet of paper in points (1/72 inch), ISO 216.</summary>
/// <param name="Width">Of the sheet lying down: the longer side.</param>
/// <param name="LeastText">The smallest letters that are read on such a sheet: on A4 in the hand, on A3 at arm's length.</param>
public sealed record PageSize(string Name, double Width, double Height, double LeastText)
{
    /// <summary>Free space at each edge: most printers leave about 5 mm, and tiles are glued with some to spare.</summary>
    public const double Margin = 28;

    public static readonly PageSize A4 = new("A4", 841.89, 595.28, 7);
    public static readonly PageSize A3 = new("A3", 1190.55, 841.89, 9);

    public static readonly IReadOnlyList<PageSize> All = [A4, A3];

    public static PageSize? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The sheet lying down, and standing.</summary>
    internal IEnumerable<(double Width, double Height)> Turned => [(Width, Height), (Height, Width)];
}

namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// The signs of change, told apart without any colour: plus for new, minus for gone, a wave for changed, an arrow for moved.
/// </summary>
internal static class Badges
{
    private const double Radius = 8;

    /// <summary>Writes the sign of the first mark that has one, with its middle in a point.</summary>
    public static void Write(SvgWriter svg, string? marks, double x, double y)
    {
        if (marks?.Split(' ').FirstOrDefault(Theme.IsChange) is not { } mark)
        {
            return;
        }

        svg.Circle("badge", x, y, Radius);
        svg.Path("sign", Sign(mark, x, y));
    }

    private static PathData Sign(string mark, double x, double y) =>
        mark switch
        {
            "m-added" => new PathData().Move(x - 4, y).AcrossBy(8).Move(x, y - 4).DownBy(8),
            "m-removed" => new PathData().Move(x - 4, y).AcrossBy(8),
            "m-moved" => new PathData().Move(x - 4.5, y).AcrossBy(9).Move(x + 1.5, y - 3).By(3, 3).By(-3, 3),
            _ => new PathData()
                .Move(x - 4.5, y + 1)
                .Curve(x - 2.5, y - 5, x - .5, y - 2, x, y)
                .Curve(x + .5, y + 2, x + 2.5, y + 5, x + 4.5, y - 1),
        };
}

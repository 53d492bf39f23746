namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// Kinds of time by shape: a deadline a flag that points down, a milestone a diamond, a follow-up a disc, a report a square.
/// </summary>
internal static class TimeMarks
{
    private const double Half = 6;

    public static bool Has(string kind) => Tokens.Times.Any(t => t.Name == kind);

    public static void Write(SvgWriter svg, string kind, double x, double y)
    {
        if (kind == "opfoelgning")
        {
            svg.Circle("s", x, y, Half - .5);
            return;
        }

        svg.Path(
            "s",
            kind switch
            {
                "frist" => new PathData().Move(x - Half, y - 5).AcrossBy(2 * Half).By(-Half, 11).Close(),
                "rapportering" => new PathData().Move(x - 5, y - 5).AcrossBy(10).DownBy(10).AcrossBy(-10).Close(),
                _ => new PathData().Move(x, y - 7).By(Half, 7).By(-Half, 7).By(-Half, -7).Close(),
            }
        );
    }
}

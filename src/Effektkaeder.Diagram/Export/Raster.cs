using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// PNG and PDF of a drawing, made in this process: by the system's librsvg and cairo where they and some font are, else by Skia, which
/// has its letters with it.
/// </summary>
public static class Raster
{
    /// <summary>Pixels in one direction; beyond it cairo has no surface, and the file no use.</summary>
    private const double MostPixels = 16000;

    /// <param name="scale">Pixels per unit of the drawing; less where the picture would be larger than can be made.</param>
    /// <exception cref="RasterException">The libraries are missing, or refuse.</exception>
    public static byte[] Png(Drawing drawing, double scale = 2)
    {
        scale = Math.Min(scale, MostPixels / Math.Max(drawing.Width, drawing.Height));
        var (width, height) = ((int)Math.Ceiling(drawing.Width * scale), (int)Math.Ceiling(drawing.Height * scale));
        return Engine.Png(new Page(drawing.Svg, drawing.Width * scale, drawing.Height * scale), width, height);
    }

    /// <summary>One sheet as large as the drawing, or sheets of a size.</summary>
    /// <exception cref="RasterException">The libraries are missing, or refuse.</exception>
    public static byte[] Pdf(Drawing drawing, PageSize? page = null) =>
        Engine.Pdf(page is null ? [Page.Whole(drawing)] : Sheets.Of(drawing, page));

    internal static IRaster Engine { get; } = Librsvg.IsHere && Fontconfig.HasFonts ? new CairoRaster() : new SkiaRaster();
}

/// <summary>A way to make pictures of SVG documents.</summary>
internal interface IRaster
{
    /// <param name="page">Its size in pixels.</param>
    byte[] Png(Page page, int width, int height);

    /// <param name="pages">Their sizes in points.</param>
    byte[] Pdf(IReadOnlyList<Page> pages);
}

/// <summary>PNG or PDF could not be made. The message is Danish and says what to install.</summary>
public sealed class RasterException(string message, Exception? inner = null) : Exception(message, inner);

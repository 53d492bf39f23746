using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>PNG and PDF of a drawing, made by the system's librsvg and cairo in this process.</summary>
public static class Raster
{
    /// <summary>Pixels in one direction; beyond it cairo has no surface, and the file no use.</summary>
    private const double MostPixels = 16000;

    /// <param name="scale">Pixels per unit of the drawing; less where the picture would be larger than can be made.</param>
    /// <exception cref="RasterException">The libraries are missing, or refuse.</exception>
    public static byte[] Png(Drawing drawing, double scale = 2)
    {
        scale = Math.Min(scale, MostPixels / Math.Max(drawing.Width, drawing.Height));
        return Librsvg.With(
            drawing,
            (handle, output) =>
            {
                var surface = Cairo.ImageSurfaceCreate(
                    0,
                    (int)Math.Ceiling(drawing.Width * scale),
                    (int)Math.Ceiling(drawing.Height * scale)
                );
                var context = Cairo.Create(surface);
                Librsvg.Render(handle, context, 0, 0, drawing.Width * scale, drawing.Height * scale);
                Cairo.Destroy(context);
                var status = Cairo.WritePng(surface, output);
                Cairo.SurfaceDestroy(surface);
                return status;
            }
        );
    }

    /// <summary>One sheet as large as the drawing, or sheets of a size with the drawing in tiles.</summary>
    /// <exception cref="RasterException">The libraries are missing, or refuse.</exception>
    public static byte[] Pdf(Drawing drawing, PageSize? page = null)
    {
        var tiling = page is null
            ? new Tiling(drawing.Width * .75, drawing.Height * .75, .75, 1, 1)
            : Tiling.Of(drawing.Width, drawing.Height, page);
        return Librsvg.With(
            drawing,
            (handle, output) =>
            {
                var surface = Cairo.PdfSurface(output, tiling.PageWidth, tiling.PageHeight);
                // The same drawing gives the same bytes: the file tells no time.
                Cairo.PdfMetadata(surface, Cairo.CreationDate, "1970-01-01T00:00:00Z");
                var context = Cairo.Create(surface);
                for (var row = 0; row < tiling.Rows; row++)
                {
                    for (var column = 0; column < tiling.Columns; column++)
                    {
                        Tile(handle, context, drawing, tiling, page is null ? 0 : PageSize.Margin, column, row);
                    }
                }

                Cairo.Destroy(context);
                Cairo.SurfaceFinish(surface);
                var status = Cairo.SurfaceStatus(surface);
                Cairo.SurfaceDestroy(surface);
                return status;
            }
        );
    }

    private static void Tile(nint handle, nint context, Drawing drawing, Tiling tiling, double margin, int column, int row)
    {
        var (x, y) = tiling.Corner(column, row);
        Cairo.Save(context);
        Cairo.Rectangle(context, margin, margin, tiling.PageWidth - 2 * margin, tiling.PageHeight - 2 * margin);
        Cairo.Clip(context);
        Librsvg.Render(
            handle,
            context,
            margin - (margin > 0 ? x : 0),
            margin - (margin > 0 ? y : 0),
            drawing.Width * tiling.Scale,
            drawing.Height * tiling.Scale
        );
        Cairo.Restore(context);
        if (tiling.Count > 1)
        {
            Cairo.SelectFont(context, "DejaVu Sans", 0, 0);
            Cairo.FontSize(context, 7);
            Cairo.MoveTo(context, margin, tiling.PageHeight - margin + 11);
            Cairo.ShowText(context, tiling.Label(column, row));
        }
        Cairo.ShowPage(context);
    }
}

/// <summary>PNG or PDF could not be made. The message is Danish and says what to install.</summary>
public sealed class RasterException(string message, Exception? inner = null) : Exception(message, inner);

using SkiaSharp;
using Svg.Skia;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// PNG and PDF by Skia, which comes with the program: on Windows and macOS, and on a Linux without librsvg. The letters are those of
/// the bundled fonts, as Skia finds none by itself and would leave all text out without a word.
/// </summary>
internal sealed class SkiaRaster : IRaster
{
    public byte[] Png(Page page, int width, int height) =>
        Run(() =>
        {
            using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
            using (var canvas = new SKCanvas(bitmap))
            {
                canvas.Clear(SKColors.Transparent);
                Draw(canvas, page);
            }

            using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            return data.ToArray();
        });

    public byte[] Pdf(IReadOnlyList<Page> pages) =>
        Run(() =>
        {
            using var written = new MemoryStream();
            // The same drawing gives the same bytes: the file tells no time.
            using (var document = SKDocument.CreatePdf(written, new SKDocumentPdfMetadata(SKDocumentPdfMetadata.DefaultRasterDpi)))
            {
                foreach (var page in pages)
                {
                    Draw(document.BeginPage((float)page.Width, (float)page.Height), page);
                    document.EndPage();
                }

                document.Close();
            }

            return written.ToArray();
        });

    private static void Draw(SKCanvas canvas, Page page)
    {
        using var svg = new SKSvg();
        svg.Settings.TypefaceProviders = [new BundledFonts()];
        if (svg.FromSvg(page.Svg) is not { } picture)
        {
            throw new RasterException("Skia kan ikke læse tegningen.");
        }

        // A document in points is read in pixels.
        var bounds = picture.CullRect;
        canvas.Scale((float)(page.Width / bounds.Width), (float)(page.Height / bounds.Height));
        canvas.DrawPicture(picture);
    }

    private static byte[] Run(Func<byte[]> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is DllNotFoundException || e is TypeInitializationException { InnerException: DllNotFoundException })
        {
            throw new RasterException(
                Librsvg.IsHere
                    ? "PNG og PDF kan ikke laves: her er ingen skrifttyper, så alle ord ville mangle. Installer en (Debian: apt-get "
                        + "install fonts-dejavu-core), eller vælg svg eller html."
                    : "PNG og PDF kan ikke laves: hverken librsvg eller Skia findes her. Installer librsvg (Debian: apt-get install "
                        + "librsvg2-2), eller vælg svg eller html.",
                e
            );
        }
    }
}

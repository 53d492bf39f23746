namespace Effektkaeder.Diagram.Export;

/// <summary>PNG and PDF by librsvg and cairo: small files, vectors throughout, fonts cut to the letters that are used.</summary>
internal sealed class CairoRaster : IRaster
{
    public byte[] Png(Page page, int width, int height) =>
        Librsvg.Write(output =>
        {
            var surface = Cairo.ImageSurfaceCreate(0, width, height);
            var context = Cairo.Create(surface);
            Librsvg.Draw(page.Svg, context, page.Width, page.Height);
            Cairo.Destroy(context);
            var status = Cairo.WritePng(surface, output);
            Cairo.SurfaceDestroy(surface);
            return status;
        });

    public byte[] Pdf(IReadOnlyList<Page> pages) =>
        Librsvg.Write(output =>
        {
            var surface = Cairo.PdfSurface(output, pages[0].Width, pages[0].Height);
            // The same drawing gives the same bytes: the file tells no time.
            Cairo.PdfMetadata(surface, Cairo.CreationDate, "1970-01-01T00:00:00Z");
            var context = Cairo.Create(surface);
            foreach (var page in pages)
            {
                Cairo.PdfSize(surface, page.Width, page.Height);
                Librsvg.Draw(page.Svg, context, page.Width, page.Height);
                Cairo.ShowPage(context);
            }

            Cairo.Destroy(context);
            Cairo.SurfaceFinish(surface);
            var status = Cairo.SurfaceStatus(surface);
            Cairo.SurfaceDestroy(surface);
            return status;
        });
}

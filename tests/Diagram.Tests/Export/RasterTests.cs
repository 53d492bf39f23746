using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Effektkaeder.Diagram.Export;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

/// <summary>Skipped, with a line that says so, where the system has no librsvg.</summary>
public sealed class RasterTests
{
    private static byte[] Made(Func<byte[]> make)
    {
        try
        {
            return make();
        }
        catch (RasterException e) when (e.InnerException is DllNotFoundException)
        {
            Assert.Skip("librsvg is missing, so PNG and PDF are not checked.");
            throw;
        }
    }

    [Fact]
    public void A_PNG_has_two_pixels_a_unit_and_shows_something()
    {
        var drawing = AlleScener.Tegn("overblik");
        var png = Made(() => Raster.Png(drawing));
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        Assert.Equal((int)Math.Ceiling(2 * drawing.Width), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal((int)Math.Ceiling(2 * drawing.Height), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.True(Pixels(png).Distinct().Count() > 50, "An empty picture has few values.");
    }

    [Fact]
    public void The_same_drawing_gives_the_same_bytes()
    {
        var drawing = AlleScener.Tegn("tidslinje");
        Assert.Equal(Made(() => Raster.Png(drawing)), Raster.Png(drawing));
        Assert.Equal(Raster.Pdf(drawing, PageSize.A4), Raster.Pdf(drawing, PageSize.A4));
    }

    [Fact]
    public void A_picture_too_large_for_a_surface_is_made_smaller()
    {
        var drawing = AlleScener.Tegn("overblik");
        var png = Made(() => Raster.Png(drawing, 1000));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), 15000, 16001);
    }

    [Fact]
    public async Task A_PDF_has_a_page_a_tile()
    {
        var drawing = AlleScener.Tegn("overblik");
        var pdf = Made(() => Raster.Pdf(drawing, PageSize.A4));
        var file = Path.Combine(Path.GetTempPath(), $"effektkaeder-{Environment.ProcessId}.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        try
        {
            var pages = await Tool.RunAsync(
                "gs",
                ["-q", "-dNODISPLAY", "-dNOSAFER", "-c", $"({file}) (r) file runpdfbegin pdfpagecount = quit"],
                ""
            );
            Assert.Equal(
                Tiling.Of(drawing.Width, drawing.Height, PageSize.A4).Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                pages.Trim()
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_PDF_without_sheets_is_one_page_and_holds_its_font()
    {
        var pdf = Encoding.Latin1.GetString(Made(() => Raster.Pdf(AlleScener.Tegn("center"))));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile", pdf, StringComparison.Ordinal);
    }

    private static byte[] Pixels(byte[] png)
    {
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }
        data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress))
        {
            zlib.CopyTo(inflated);
        }

        return inflated.ToArray();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Effektkaeder.Diagram.Export;
using SkiaSharp;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

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

    public static TheoryData<string> Scener => [.. AlleScener.Navne];

    /// <summary>
    /// Both ways of making pictures show the same: letters, lines, dashes, colours; only the edges are smoothed otherwise.
    /// </summary>
    [Theory]
    [MemberData(nameof(Scener))]
    public void Skia_and_librsvg_make_the_same_picture(string scene)
    {
        if (!Librsvg.IsHere)
        {
            Assert.Skip("librsvg is missing, so the two ways are not compared.");
        }

        var drawing = AlleScener.Tegn(scene);
        var (width, height) = ((int)Math.Ceiling(drawing.Width), (int)Math.Ceiling(drawing.Height));
        var page = new Page(drawing.Svg, drawing.Width, drawing.Height);
        using var one = SKBitmap.Decode(new CairoRaster().Png(page, width, height));
        using var other = SKBitmap.Decode(new SkiaRaster().Png(page, width, height));
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        var (sum, dark, bright) = (0.0, 0, 0);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (a, b) = (one.GetPixel(x, y), other.GetPixel(x, y));
                sum += Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue);
                dark += a.Red + a.Green + a.Blue < 300 ? 1 : 0;
                bright += b.Red + b.Green + b.Blue < 300 ? 1 : 0;
            }
        }

        var mean = sum / (3.0 * width * height);
        Assert.True(mean < 4.5, $"mean difference {mean:0.00} of 255");
        // Text that vanishes takes most of what is dark with it.
        Assert.InRange((double)bright / dark, .75, 1.33);
    }

    [Fact]
    public void Skia_makes_a_PDF_with_its_letters_and_the_same_bytes_twice()
    {
        var pages = new[] { Page.Whole(AlleScener.Tegn("overblik")) };
        var pdf = new SkiaRaster().Pdf(pages);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains("/FontFile", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Equal(pdf, new SkiaRaster().Pdf(pages));
        Assert.InRange(pdf.Length, 10_000, 200_000);
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
            Assert.Equal(Sheets.Svg(drawing, PageSize.A4).Count.ToString(System.Globalization.CultureInfo.InvariantCulture), pages.Trim());
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

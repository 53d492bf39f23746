using SkiaSharp;
using Svg.Skia.TypefaceProviders;

namespace Effektkaeder.Diagram.Export;

/// <summary>The fonts that come with the program, whatever family is asked for: DejaVu Sans, book and bold.</summary>
internal sealed class BundledFonts : ITypefaceProvider
{
    private static readonly SKTypeface Book = Load("DejaVuSans-Latin.ttf"),
        Bold = Load("DejaVuSans-Bold-Latin.ttf");

    public SKTypeface FromFamilyName(string familyName, SKFontStyleWeight weight, SKFontStyleWidth width, SKFontStyleSlant slant) =>
        weight >= SKFontStyleWeight.SemiBold ? Bold : Book;

    private static SKTypeface Load(string name)
    {
        using var font = typeof(BundledFonts).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(font);
    }
}

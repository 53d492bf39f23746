using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Readers.Pdf;

/// <summary>Page heads, page feet and page numbers: what stands at the same height of most pages, numbers apart.</summary>
internal sealed partial class Margins
{
    private const double Share = 0.1;
    private const double Edge = 0.045;

    private readonly HashSet<(int Height, string Text)> _repeated;

    private Margins(HashSet<(int, string)> repeated) => _repeated = repeated;

    internal static Margins Of(IReadOnlyList<PdfPage> pages) =>
        new([
            .. pages
                .SelectMany(p => TextLine.Of(p.Words).Where(l => IsMarginal(p, l)).Select(l => Key(p, l)).Distinct())
                .GroupBy(k => k)
                .Where(g => pages.Count > 1 && g.Count() >= 2 && g.Count() * 2 >= pages.Count - 1)
                .Select(g => g.Key),
        ]);

    internal bool Holds(PdfPage page, TextLine line) =>
        IsMarginal(page, line) && (PageNumber().IsMatch(line.Text) || IsAtEdge(page, line) || _repeated.Contains(Key(page, line)));

    private static bool IsMarginal(PdfPage page, TextLine line) =>
        line.Bottom < page.Height * Share || line.Bottom > page.Height * (1 - Share);

    /// <summary>So near the paper's edge that nobody sets running text there.</summary>
    private static bool IsAtEdge(PdfPage page, TextLine line) =>
        line.Text.Length <= 80 && (line.Bottom < page.Height * Edge || line.Bottom > page.Height * (1 - Edge));

    private static (int, string) Key(PdfPage page, TextLine line) =>
        ((int)Math.Round((page.Height - line.Bottom) / 3), Digits().Replace(line.Text, "#"));

    [GeneratedRegex(
        @"\A(?:[Ss]ide\s*)?[0-9]{1,3}(?:\s*(?:af|/|-)\s*[0-9]{1,3})?\z|\A[-–]\s*[0-9]{1,3}\s*[-–]\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

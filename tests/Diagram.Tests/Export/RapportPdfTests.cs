using System.Text.RegularExpressions;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Exchange.Rapporter;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

/// <summary>A report on sheets of A4: no word is lost, heads come again, nothing is markup.</summary>
public sealed partial class RapportPdfTests
{
    private static readonly Rapport Long = new(
        "Opfølgning & år",
        "Set fra i dag",
        [
            new Overskrift(1, "Hvordan det står"),
            new Tabel(
                ["Stilling", "Hvad"],
                [.. Enumerable.Range(1, 200).Select(i => (IReadOnlyList<string>)[$"række{i}", "<script>alert(1)</script>\n- punkt"])]
            ),
            new Overskrift(2, "Sidst"),
            new Afsnit("Slut."),
        ]
    );

    [Fact]
    public void The_head_of_a_table_comes_again_on_each_sheet_and_no_row_is_lost()
    {
        var pages = RapportPdf.Pages(Long);
        Assert.InRange(pages.Count, 4, 20);
        Assert.All(pages.SkipLast(1), p => Assert.Single(Texts(p.Svg), t => t == "Stilling"));
        Assert.Equal(
            Enumerable.Range(1, 200).Select(i => $"række{i}"),
            pages.SelectMany(p => Texts(p.Svg)).Where(t => t.StartsWith("række", StringComparison.Ordinal))
        );
        Assert.Contains($"side 1 af {pages.Count}", Texts(pages[0].Svg));
        Assert.DoesNotContain(pages, p => p.Svg.Contains("<script", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_is_higher_than_a_sheet_goes_on_and_a_wide_table_lies()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"ord{i}"));
        var pages = RapportPdf.Pages(
            new(
                "T",
                "U",
                [
                    new Tabel(
                        ["A", "B", "C", "D", "E"],
                        [
                            [words, "", "", "", "x"],
                        ]
                    ),
                ]
            )
        );
        Assert.All(pages, p => Assert.True(p.Width > p.Height));
        var told = pages
            .SelectMany(p => Texts(p.Svg))
            .SelectMany(t => t.Split(' '))
            .Where(w => w.StartsWith("ord", StringComparison.Ordinal));
        Assert.Equal(3000, told.Count());
    }

    [Fact]
    public void The_same_report_gives_the_same_PDF()
    {
        var pdf = RapportPdf.Write(Long);
        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
        Assert.Equal(pdf, RapportPdf.Write(Long));
    }

    private static IEnumerable<string> Texts(string svg) => Text().Matches(svg).Select(m => m.Groups[1].Value);

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex Text();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Diagram.Svg;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>WCAG 2.2, 1.4.3: at least 4.5:1 between letters and what lies under them, by the formula of its "relative luminance".</summary>
public sealed partial class ContrastTests
{
    private static readonly string[] Kinds = ["vision", "politisk-maal", "indsats", "bidrag", "effekt", "indikator", "other"];

    public static TheoryData<string, bool> Grounds()
    {
        var data = new TheoryData<string, bool>();
        foreach (var dark in new[] { false, true })
        {
            foreach (var ground in Kinds.Select(k => $".k-{k} .b").Concat([".ground", ".lane", ".lane.odd"]))
            {
                data.Add(ground, dark);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public void Letters_stand_out_from_every_ground(string ground, bool dark)
    {
        var under = Colour(ground, "fill", dark);
        Assert.True(Ratio(Colour("text", "fill", dark), under) >= 4.5, "text");
        Assert.True(Ratio(Colour(".small", "fill", dark), under) >= 4.5, "small text");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Letters_stand_out_where_a_pattern_shines_through(bool dark)
    {
        var (ink, halo) = (Colour(".ink", "stroke", dark), Colour(".halo", "fill", dark));
        foreach (var kind in Kinds)
        {
            var pattern = Over(ink, Colour($".k-{kind} .b", "fill", dark), .35);
            var under = Over(halo, pattern, .82);
            Assert.True(Ratio(Colour(".small", "fill", dark), under) >= 4.5, kind);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_on_lines_stand_out_from_their_halo_and_from_the_lanes(bool dark)
    {
        var word = Colour(".word", "fill", dark);
        Assert.True(Ratio(word, Colour(".word", "stroke", dark)) >= 4.5);
        Assert.All(new[] { ".lane", ".lane.odd", ".ground" }, under => Assert.True(Ratio(word, Colour(under, "fill", dark)) >= 4.5, under));
    }

    /// <summary>WCAG 2.2, 1.4.11: at least 3:1 for the borders and lines that carry meaning.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Borders_and_lines_stand_out_from_the_lanes(bool dark)
    {
        foreach (var lane in new[] { ".lane", ".lane.odd", ".ground" })
        {
            var under = Colour(lane, "fill", dark);
            foreach (var line in new[] { ".line", ".line.weak", ".line.coupling", ".line.inferred", ".line.aside", ".line.path" })
            {
                Assert.True(
                    Ratio(Colour(line, "stroke", dark), under) >= 3,
                    $"{line} on {lane}: {Ratio(Colour(line, "stroke", dark), under):0.00}"
                );
            }

            foreach (var kind in Kinds)
            {
                Assert.True(Ratio(Colour($".k-{kind} .b", "stroke", dark), under) >= 3, kind);
            }
        }
    }

    /// <summary>The colour a selector sets; in dark mode that of the media query, where it sets one.</summary>
    private static double[] Colour(string selector, string property, bool dark)
    {
        var parts = Theme.Css.Split("@media", 2);
        var found = dark ? Find(parts[1], selector, property) ?? Find(parts[0], selector, property) : Find(parts[0], selector, property);
        Assert.True(found is not null, $"{selector} sets no {property}.");
        var hex = found!.Length == 4 ? string.Concat(found[1..].Select(c => $"{c}{c}")) : found[1..];
        return
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0),
        ];
    }

    private static string? Find(string css, string selector, string property) =>
        Rule()
            .Matches(css)
            .Where(m => m.Groups[1].Value.Split(',').Any(s => s.Trim() == $".{Theme.Root} {selector}"))
            .Select(m => Regex.Match(m.Groups[2].Value, $@"(?:^|;){property}:(#[0-9a-f]+)"))
            .LastOrDefault(m => m.Success)
            ?.Groups[1]
            .Value;

    private static double[] Over(double[] top, double[] under, double alpha) => [.. top.Zip(under, (t, u) => alpha * t + (1 - alpha) * u)];

    private static double Ratio(double[] a, double[] b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + .05) / (Math.Min(x, y) + .05);
    }

    private static double Luminance(double[] rgb)
    {
        var linear = rgb.Select(c => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4)).ToArray();
        return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
    }

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();
}

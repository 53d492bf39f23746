using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Effektkaeder.Diagram.Scenes;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>Where the lines of a finished picture run, read back from what is drawn.</summary>
public sealed partial class LinesTests
{
    private const double Slack = 1.5;

    public static TheoryData<string> Scener() => [.. AlleScener.Navne];

    public static TheoryData<string> Billeder() =>
        [.. Directory.GetFiles(Gallery(), "*.svg").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scener))]
    public void No_line_runs_through_a_box_of_the_small_graph(string scene) => Look(AlleScener.Tegn(scene).Svg);

    [Theory]
    [MemberData(nameof(Billeder))]
    public void No_line_runs_through_a_box_of_the_gallery(string fil) => Look(File.ReadAllText(Path.Combine(Gallery(), fil)));

    [Theory]
    [InlineData(90)]
    [InlineData(300)]
    [InlineData(600)]
    public void No_line_runs_through_a_box_of_an_invented_municipality(int size)
    {
        var udsnit = Storby.Med(size).Udsnit;
        Look(Diagrams.Draw(udsnit, new(Scene.Overblik, null, null, 1)).Svg);
        Look(Diagrams.Draw(udsnit, new(Scene.Overblik, null, null, 1) { Koblinger = true }).Svg);
        foreach (var center in Enumerable.Range(0, Math.Max(1, size / 30)).Take(4))
        {
            Look(Diagrams.Draw(udsnit, new(Scene.Center, $"by/organisation/center-{center:00}", null, 1)).Svg);
        }
    }

    /// <summary>A test that finds nothing would find nothing whatever was drawn.</summary>
    [Fact]
    public void A_line_that_is_led_through_a_box_is_found()
    {
        var drawing = AlleScener.Tegn("center");
        var box = new Tegning(drawing).Boxes[0];
        var across = $"M{Number(box.X - 60)} {Number(box.Y + 9)}L{Number(box.Right + 60)} {Number(box.Y + 9)}";
        var led = drawing.Svg.Replace("class=\"line\" d=\"", $"class=\"line\" d=\"{across}\" data-was=\"", StringComparison.Ordinal);
        Assert.Contains(box.Text, Assert.ThrowsAny<Exception>(() => Look(led)).Message, StringComparison.Ordinal);
    }

    private static void Look(string svg)
    {
        var document = XDocument.Parse(svg);
        var boxes = document
            .Descendants(Tegning.Ns + "g")
            .Where(g => Tegning.Classes(g).Contains("node") && g.Elements(Tegning.Ns + "rect").Any(r => Tegning.Classes(r).Contains("b")))
            .Select(g => new DrawnBox(g))
            .ToList();
        foreach (var line in document.Descendants(Tegning.Ns + "g").Where(g => g.Attribute("data-from") is not null))
        {
            var way = Way((string)line.Element(Tegning.Ns + "path")!.Attribute("d")!);
            foreach (var box in boxes.Where(b => !Holds(b, way[0], Slack) && !Holds(b, way[^1], Slack)))
            {
                Assert.False(
                    way.Any(p => Holds(box, p, -Slack)),
                    $"»{line.Element(Tegning.Ns + "title")?.Value}« runs through »{box.Text}«"
                );
            }
        }
    }

    private static bool Holds(DrawnBox box, (double X, double Y) p, double more) =>
        p.X > box.X - more && p.X < box.Right + more && p.Y > box.Y - more && p.Y < box.Bottom + more;

    /// <summary>Points along a path of straight pieces and cubic curves, a few units apart.</summary>
    private static List<(double X, double Y)> Way(string data)
    {
        List<(double X, double Y)> way = [];
        foreach (Match piece in Pieces().Matches(data))
        {
            var n = Numbers().Matches(piece.Groups[2].Value).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
            switch (piece.Groups[1].Value)
            {
                case "M":
                    way.Add((n[0], n[1]));
                    break;
                case "L":
                    Along(way[^1], way[^1], (n[0], n[1]), (n[0], n[1]));
                    break;
                case "C":
                    Along(way[^1], (n[0], n[1]), (n[2], n[3]), (n[4], n[5]));
                    break;
                default:
                    Assert.Fail($"a path of {piece.Value}");
                    break;
            }
        }

        return way;

        void Along((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
        {
            var steps = 2 + (int)((Math.Abs(d.X - a.X) + Math.Abs(d.Y - a.Y)) / 2);
            for (var k = 1; k <= steps; k++)
            {
                var (t, u) = (k / (double)steps, 1 - (k / (double)steps));
                double At(double p, double q, double r, double s) =>
                    (u * u * u * p) + (3 * u * u * t * q) + (3 * u * t * t * r) + (t * t * t * s);
                way.Add((At(a.X, b.X, c.X, d.X), At(a.Y, b.Y, c.Y, d.Y)));
            }
        }
    }

    /// <summary>The pictures of the documents, drawn over the five agreements of the seed.</summary>
    private static string Gallery([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "billeder");

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}

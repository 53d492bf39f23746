using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>A drawing read back from its own SVG: what a viewer sees, in the viewer's numbers.</summary>
internal sealed partial class Tegning
{
    public static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public Tegning(Drawing drawing)
    {
        Document = XDocument.Parse(drawing.Svg);
        Boxes = [.. Document.Descendants(Ns + "g").Where(g => Classes(g).Contains("node")).Select(g => new DrawnBox(g))];
    }

    public XDocument Document { get; }

    public IReadOnlyList<DrawnBox> Boxes { get; }

    public DrawnBox Box(string text) => Boxes.Single(b => b.Text.Contains(text, StringComparison.Ordinal));

    public IEnumerable<string> Texts => Document.Descendants(Ns + "text").Select(Content);

    /// <summary>Lane titles, from the top.</summary>
    public IEnumerable<string> LaneTitles =>
        Document.Descendants(Ns + "g").Single(g => Classes(g).Contains("lanes")).Elements(Ns + "text").Select(Content);

    public static string[] Classes(XElement element) => ((string?)element.Attribute("class") ?? "").Split(' ');

    public static double Number(XElement element, string name) =>
        double.Parse((string?)element.Attribute(name) ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The smallest letters of a document as it is shown, in its own unit: points on a sheet, pixels in a drawing.</summary>
    public static double SmallestText(string svg)
    {
        var document = XDocument.Parse(svg);
        return document.Descendants(Ns + "text").Min(t => Size(t) * t.Ancestors().Aggregate(1.0, (scale, e) => scale * Scale(e)));
    }

    private static double Size(XElement text) =>
        Classes(text) switch
        {
            var c when c.Contains("title") => Theme.TitleSize,
            var c when c.Contains("number") => Theme.NumberSize,
            var c when c.Contains("small") || c.Contains("ch") || c.Contains("word") => Theme.SmallSize,
            _ => Theme.FontSize,
        };

    /// <summary>How much larger what is inside an element is drawn than it says: by a transform, or by a view box.</summary>
    private static double Scale(XElement element)
    {
        var transform = Scaling().Match((string?)element.Attribute("transform") ?? "");
        var scale = transform.Success ? double.Parse(transform.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
        var view = ((string?)element.Attribute("viewBox"))?.Split(' ');
        return view is null ? scale : scale * Length(element) / double.Parse(view[2], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"scale\(([\d.]+)\)")]
    private static partial Regex Scaling();

    private static double Length(XElement svg) =>
        double.Parse(((string)svg.Attribute("width")!).Replace("pt", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The words of a text; a hyphen at a line's end stays.</summary>
    public static string Content(XElement text) =>
        string.Join(
            ' ',
            text.Descendants(Ns + "tspan")
                .Select(t => t.Value)
                .DefaultIfEmpty(string.Concat(text.Nodes().OfType<XText>().Select(t => t.Value)))
        );
}

/// <summary>One box and the lines of text in it.</summary>
internal sealed class DrawnBox(XElement group)
{
    private readonly XElement _rect = group.Elements(Tegning.Ns + "rect").First(r => Tegning.Classes(r).Contains("b"));

    public string Id => (string)group.Attribute("id")!;

    public string Kind => (string)group.Attribute("data-kind")!;

    /// <summary>How many it could open to; null where all are drawn.</summary>
    public string? More => (string?)group.Attribute("data-more");

    public string? Key => (string?)group.Attribute("data-key");

    public string Title => group.Element(Tegning.Ns + "title")!.Value;

    public string Label => (string)group.Attribute("aria-label")!;

    public IReadOnlyList<string> Classes => Tegning.Classes(group);

    public double X => Tegning.Number(_rect, "x");

    public double Y => Tegning.Number(_rect, "y");

    public double Right => X + Tegning.Number(_rect, "width");

    public double Bottom => Y + Tegning.Number(_rect, "height");

    public string Text => string.Join(' ', group.Elements(Tegning.Ns + "text").Select(Tegning.Content));

    public bool Overlaps(DrawnBox other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>
    /// Left, right, top of the letters, and bottom of each line of the label. The words that follow a calm ground belong to a bar.
    /// </summary>
    public IEnumerable<(string Line, double Left, double Right, double Top, double Bottom)> Lines()
    {
        foreach (
            var text in group
                .Elements(Tegning.Ns + "text")
                .Where(t => t.PreviousNode is not XElement before || !Tegning.Classes(before).Contains("calm"))
        )
        {
            var size = Tegning.Classes(text).Contains("small") ? Theme.SmallSize : Theme.FontSize;
            var (x, y) = (Tegning.Number(text, "x"), Tegning.Number(text, "y"));
            var spans = text.Elements(Tegning.Ns + "tspan").ToList();
            if (spans.Count == 0)
            {
                spans = [text];
            }

            foreach (var span in spans)
            {
                if (span != text)
                {
                    y += Tegning.Number(span, "dy");
                }

                yield return (span.Value, x, x + TextMeasure.Width(span.Value, size), y - size * .76, y + size * .24);
            }
        }
    }
}

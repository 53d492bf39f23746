using System.Xml.Linq;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>What holds for every picture, whatever it shows.</summary>
public sealed class SvgRendererTests
{
    private const string Hostile =
        "</text></svg><script>alert('1')</script> & \"quoted\" ]]> <!-- 'x' \u0000\u0007\u001b \ud800 alene \udc00 \ufffe ﷽";

    public static TheoryData<string> Scener => [.. AlleScener.Navne];

    [Theory]
    [MemberData(nameof(Scener))]
    public void Every_scene_tells_its_signs_and_its_sources(string scene)
    {
        var svg = XDocument.Parse(AlleScener.Tegn(scene).Svg);
        var texts = svg.Descendants().Where(e => e.Name.LocalName is "text" or "tspan").Select(e => e.Value).ToList();
        Assert.Contains(
            texts,
            t => t.StartsWith("Kilde: ", StringComparison.Ordinal) && t.Contains("Revision 3", StringComparison.Ordinal)
        );
        Assert.Contains(svg.Descendants(), e => ((string?)e.Attribute("class"))?.Split(' ').Contains("legend") == true);
    }

    [Theory]
    [MemberData(nameof(Scener))]
    public void The_order_in_which_a_graph_is_read_changes_no_byte(string scene) =>
        Assert.Equal(AlleScener.Tegn(scene).Svg, AlleScener.Tegn(scene, vendt: true).Svg);

    [Theory]
    [MemberData(nameof(Scener))]
    public void The_drawing_is_well_formed_and_stands_alone(string scene)
    {
        var tegning = new Tegning(AlleScener.Tegn(scene));
        Assert.Equal("svg", tegning.Document.Root!.Name.LocalName);
        Assert.DoesNotContain(tegning.Document.Descendants(), e => e.Name.LocalName is "script" or "image" or "use" or "foreignObject");
        Assert.DoesNotContain(tegning.Document.Descendants().Attributes(), a => a.Name.LocalName is "href" or "src");
        Assert.DoesNotContain("http", tegning.Document.Root.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scener))]
    public void Ids_are_unique_and_references_lead_to_one(string scene)
    {
        var document = new Tegning(AlleScener.Tegn(scene)).Document;
        var ids = document.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(((string)document.Root!.Attribute("aria-labelledby")!).Split(' '), id => Assert.Contains(id, ids));
    }

    [Theory]
    [MemberData(nameof(Scener))]
    public void The_same_graph_gives_the_same_bytes(string scene) => Assert.Equal(AlleScener.Tegn(scene).Svg, AlleScener.Tegn(scene).Svg);

    [Theory]
    [MemberData(nameof(Scener))]
    public void No_two_boxes_overlap(string scene)
    {
        var boxes = new Tegning(AlleScener.Tegn(scene)).Boxes;
        Assert.Empty(from a in boxes from b in boxes where string.CompareOrdinal(a.Id, b.Id) < 0 && a.Overlaps(b) select (a.Text, b.Text));
    }

    [Theory]
    [MemberData(nameof(Scener))]
    public void Every_label_lies_inside_its_box(string scene)
    {
        foreach (var box in new Tegning(AlleScener.Tegn(scene)).Boxes)
        {
            Assert.All(
                box.Lines(),
                line =>
                {
                    Assert.InRange(line.Left, box.X, box.Right);
                    Assert.InRange(line.Right, box.X, box.Right);
                    Assert.InRange(line.Top, box.Y, box.Bottom);
                    Assert.InRange(line.Bottom, box.Y, box.Bottom);
                }
            );
        }
    }

    [Theory]
    [InlineData("koblinger-aabnet")]
    [InlineData("overblik")]
    public void The_word_of_a_coupling_stands_on_its_line_and_on_no_box(string scene)
    {
        var tegning = new Tegning(AlleScener.Tegn(scene));
        var words = tegning.Document.Descendants(Tegning.Ns + "text").Where(t => Tegning.Classes(t).Contains("word")).ToList();
        Assert.NotEmpty(words);
        Assert.All(
            words,
            word =>
            {
                var (x, y, half) = (
                    Tegning.Number(word, "x"),
                    Tegning.Number(word, "y"),
                    TextMeasure.Width(word.Value, Theme.SmallSize) / 2
                );
                Assert.DoesNotContain(
                    tegning.Boxes,
                    b => b.X < x + half && x - half < b.Right && b.Y < y + Theme.SmallSize * .24 && y - Theme.SmallSize * .76 < b.Bottom
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Scener))]
    public void The_keyboard_and_the_screen_reader_reach_every_box(string scene)
    {
        var tegning = new Tegning(AlleScener.Tegn(scene));
        Assert.All(
            tegning.Document.Descendants(Tegning.Ns + "g").Where(g => Tegning.Classes(g).Contains("node")),
            node =>
            {
                Assert.Equal("0", (string?)node.Attribute("tabindex"));
                Assert.NotEmpty((string)node.Attribute("aria-label")!);
                Assert.NotEmpty(node.Element(Tegning.Ns + "title")!.Value);
            }
        );
    }

    [Fact]
    public void A_hostile_title_is_text_and_nothing_else()
    {
        var drawing = Diagrams.Draw(new Testgraf().Node(NodeKind.Vision, "v", Hostile).Udsnit, new(Scene.Overblik, null, null, 1));
        var document = XDocument.Parse(drawing.Svg);
        Assert.DoesNotContain(document.Descendants(), e => e.Name.LocalName == "script");
        var title = Assert.Single(new Tegning(drawing).Boxes).Title;
        Assert.Contains("</text></svg><script>alert('1')</script> & \"quoted\" ]]> <!-- 'x'", title, StringComparison.Ordinal);
        Assert.DoesNotContain(title, c => char.IsControl(c) || char.IsSurrogate(c));
    }

    [Fact]
    public void A_hostile_key_and_lane_are_escaped_too()
    {
        var picture = new Picture(
            new("<t>", "\"d\"", [new("other", false, "<legend>")], "<source>", 0),
            [new("\"><x/>", "\"kind\"", 0, "l<>&", "<c>", "<b>", "<f>", "<n>", Key: "k\"'<>&")],
            [],
            [new("l<>&", "Bane <&>")],
            [new(0, "<h>")],
            1
        );
        var document = XDocument.Parse(SvgRenderer.Render(picture).Svg);
        Assert.DoesNotContain(
            document.Descendants(),
            e => e.Name.LocalName is "x" or "t" or "b" or "f" or "n" or "h" or "c" or "legend" or "source"
        );
        Assert.Contains(document.Descendants().Attributes("data-key"), a => a.Value == "k\"'<>&");
    }

    [Fact]
    public void A_box_keeps_its_id_from_picture_to_picture()
    {
        var graf = Testgraf.ToCentre();
        string Id(Scene scene, string? node) =>
            new Tegning(Diagrams.Draw(graf.Udsnit, new(scene, node, null, 1)))
                .Boxes.Single(b => b.Key == Testgraf.Key(NodeKind.Bidrag, "b1"))
                .Id;
        Assert.Equal(Id(Scene.Overblik, null), Id(Scene.Effektkaede, Testgraf.Key(NodeKind.Bidrag, "b1")));
    }

    [Fact]
    public void A_label_that_is_cut_is_whole_in_the_tooltip()
    {
        var whole = string.Join(' ', Enumerable.Repeat("borgerne oplever sammenhæng", 30));
        var box = Assert.Single(
            new Tegning(Diagrams.Draw(new Testgraf().Node(NodeKind.Vision, "v", whole).Udsnit, new(Scene.Overblik, null, null, 1))).Boxes
        );
        Assert.EndsWith("…", box.Text, StringComparison.Ordinal);
        Assert.Contains(whole, box.Title, StringComparison.Ordinal);
    }
}

using System.Xml.Linq;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

public sealed class DrawIoTests
{
    private static readonly string File = DrawIo.Write(Diagrams.Compose(Testgraf.ToCentre().Udsnit, new(Scene.Overblik, null, null, 3)));

    [Fact]
    public void An_impact_has_the_colours_of_its_consequences()
    {
        var graf = Testgraf.ToCentre();
        var svar = Analysis.Paavirkning.Paavirkningsanalyse.Judge(
            graf.Udsnit,
            [new(Testgraf.Key(NodeKind.PolitiskMaal, "g1"), Analysis.Paavirkning.AendringArt.Bortfalder)],
            new()
        );
        var lost = Tokens.Consequences.Single(c => c.Name == "m-lost");
        Assert.Contains(
            $"fontColor={lost.Ink.Light};fillColor={lost.Fill.Light}",
            DrawIo.Write(Diagrams.Compose(graf.Udsnit, new(Scene.Paavirkning, null, svar, 1))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_small_graph_is_written_as_before() => Snap.Match(File, "graf.drawio");

    [Fact]
    public void Ids_are_unique_and_every_edge_ties_two_vertices()
    {
        var cells = XDocument.Parse(File).Descendants("mxCell").ToList();
        var ids = cells.Select(c => (string)c.Attribute("id")!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var vertices = cells.Where(c => (string?)c.Attribute("vertex") == "1").Select(c => (string)c.Attribute("id")!).ToList();
        Assert.All(
            cells.Where(c => (string?)c.Attribute("edge") == "1"),
            e =>
            {
                Assert.Contains((string)e.Attribute("source")!, vertices);
                Assert.Contains((string)e.Attribute("target")!, vertices);
            }
        );
        Assert.All(cells.Where(c => c.Attribute("parent") is not null), c => Assert.Contains((string)c.Attribute("parent")!, ids));
        Assert.All(
            cells.Where(c => (string?)c.Attribute("vertex") == "1"),
            v => Assert.Equal("geometry", (string?)v.Element("mxGeometry")!.Attribute("as"))
        );
    }

    [Fact]
    public void The_whole_graph_has_every_node_and_every_edge_but_who_states_what()
    {
        var udsnit = Testgraf.ToCentre().Udsnit;
        var cells = XDocument.Parse(DrawIo.Write(Diagrams.Whole(udsnit, 3))).Descendants("mxCell").ToList();
        var boxes = cells.Where(c =>
            ((string)c.Attribute("id")!)[0] == 'n'
            && ((string?)c.Attribute("style"))?.StartsWith("ellipse", StringComparison.Ordinal) == false
        );
        Assert.Equal(udsnit.Nodes.Count, boxes.Count());
        Assert.True(
            cells.Count(c => (string?)c.Attribute("edge") == "1")
                >= udsnit.Edges.Count(e =>
                    e.Type is not EdgeType.Angiver && e.Tillid > 0 && !(e.Type.IsHierarchy() && e.Grund == Grund.Skabelon)
                )
        );
    }

    [Fact]
    public void A_hostile_title_comes_back_as_text()
    {
        var file = DrawIo.Write(
            Diagrams.Compose(
                new Testgraf().Node(NodeKind.Vision, "v", "\"><b>&amp;\u0000\ud800\uffff ;html=1;").Udsnit,
                new(Scene.Overblik, null, null, 3)
            )
        );
        Assert.Contains(XDocument.Parse(file).Descendants("mxCell"), c => (string?)c.Attribute("value") == "\"><b>&amp; ;html=1;");
    }

    [Fact]
    public void A_table_is_no_picture_of_boxes() =>
        Assert.Contains(
            "svg",
            Assert.Throws<SceneException>(() => Diagrams.Compose(Testgraf.ToCentre().Udsnit, new(Scene.Koblinger, null, null, 1))).Message,
            StringComparison.Ordinal
        );
}

using System.Xml.Linq;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Exchange.Tests;

/// <summary>GraphML and GEXF.</summary>
public sealed class XmlFormTests
{
    private const string Kept = "</data>]]> & \"q\" 'a' <b>x 🙂 \\ ";

    [Fact]
    public void GraphML_is_written_as_before() => Snap.Match(Testgraf.Text(GraphMl.Write, Testgraf.Med()), "graf.graphml");

    [Fact]
    public void GEXF_is_written_as_before() => Snap.Match(Testgraf.Text(Gexf.Write, Testgraf.Med()), "graf.gexf");

    [Fact]
    public void A_hostile_title_comes_back_from_GraphML_without_what_XML_cannot_hold()
    {
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var labels = XDocument
            .Parse(Testgraf.Text(GraphMl.Write, Testgraf.Med(Testgraf.Hostile)))
            .Descendants(ns + "data")
            .Where(d => (string?)d.Attribute("key") == "label")
            .Select(d => d.Value);
        Assert.Contains(labels, l => l.StartsWith(Kept, StringComparison.Ordinal) && l.EndsWith("æøå", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hostile_title_comes_back_from_GEXF_without_what_XML_cannot_hold()
    {
        XNamespace ns = "http://www.gexf.net/1.2draft";
        var labels = XDocument
            .Parse(Testgraf.Text(Gexf.Write, Testgraf.Med(Testgraf.Hostile)))
            .Descendants(ns + "node")
            .Select(d => (string?)d.Attribute("label"));
        Assert.Contains(labels, l => l!.StartsWith(Kept, StringComparison.Ordinal) && l.EndsWith("æøå", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("gexf")]
    public void Every_end_of_an_edge_is_a_node_and_every_attribute_is_declared(string form)
    {
        var document = XDocument.Parse(Testgraf.Text(form == "gexf" ? Gexf.Write : GraphMl.Write, Testgraf.Med()));
        XElement[] Named(params string[] names) => [.. document.Descendants().Where(e => names.Contains(e.Name.LocalName))];
        var ids = Named("node").Select(n => (string)n.Attribute("id")!).ToHashSet();
        Assert.Equal(4, ids.Count);
        Assert.Equal(4, Named("edge").Length);
        Assert.All(
            Named("edge"),
            e => Assert.Subset(ids, new HashSet<string> { (string)e.Attribute("source")!, (string)e.Attribute("target")! })
        );
        var declared = Named("key", "attribute").Select(k => (string)k.Attribute("id")!).ToHashSet();
        Assert.Equal(11, declared.Count);
        Assert.Subset(declared, Named("data", "attvalue").Select(d => (string)(d.Attribute("key") ?? d.Attribute("for"))!).ToHashSet());
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("gexf")]
    public async Task NetworkX_reads_it_back(string form)
    {
        var file = Path.Combine(Path.GetTempPath(), $"effektkaeder-{Environment.ProcessId}.{form}");
        await File.WriteAllTextAsync(
            file,
            Testgraf.Text(form == "gexf" ? Gexf.Write : GraphMl.Write, Testgraf.Med()),
            TestContext.Current.CancellationToken
        );
        try
        {
            var script = $"""
                import sys
                try:
                  import networkx as nx
                except ImportError: sys.exit(77)
                g = nx.read_{form}(sys.argv[1])
                certainties = sorted(d['certainty'] for _, _, d in g.edges(data=True))
                print(g.is_directed(), len(g), g.number_of_edges(), g.nodes['by/politisk-maal/g']['level'], certainties)
                """;
            Assert.Equal("True 4 4 1 [0.5, 1.0, 1.0, 1.0]", (await Tool.RunAsync("python3", ["-c", script, file], missing: 77)).Trim());
        }
        finally
        {
            File.Delete(file);
        }
    }
}

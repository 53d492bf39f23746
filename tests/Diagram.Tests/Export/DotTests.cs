using Effektkaeder.Diagram.Export;
using Effektkaeder.Domain;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

public sealed class DotTests
{
    private const string Hostile = "a\"b\\ c\\\nd\r\ne;}]{ \u0000 <b>&amp;</b> \\N \ud800";

    [Fact]
    public void The_small_graph_is_written_as_before() => Snap.Match(Dot.Write(Testgraf.ToCentre().Graf), "graf.dot");

    [Fact]
    public async Task Dot_reads_it_back_with_every_node_and_edge()
    {
        var read = Json(await Tool.RunAsync("dot", ["-Tdot_json"], Dot.Write(Testgraf.ToCentre().Graf)));
        var graf = Testgraf.ToCentre().Graf;
        Assert.Equal(graf.Nodes.Select(n => n.Titel).Order(StringComparer.Ordinal), read.Labels.Order(StringComparer.Ordinal));
        Assert.Equal(graf.Edges.Count(e => e.Type != EdgeType.Angiver), read.Edges);
    }

    [Fact]
    public async Task A_hostile_title_comes_back_from_dot_as_it_was()
    {
        var read = Json(await Tool.RunAsync("dot", ["-Tdot_json"], Dot.Write(new Testgraf().Node(NodeKind.Vision, "v", Hostile).Graf)));
        // Line breaks are spaces; dot keeps the two backslashes that stand for one.
        Assert.Equal("a\"b\\\\ c\\\\ d e;}]{ <b>&amp;</b> \\\\N", Assert.Single(read.Labels));
    }

    private static (List<string> Labels, int Edges) Json(string output)
    {
        using var document = System.Text.Json.JsonDocument.Parse(output);
        return (
            [
                .. document
                    .RootElement.GetProperty("objects")
                    .EnumerateArray()
                    .Where(o => !o.TryGetProperty("nodes", out _))
                    .Select(o => o.GetProperty("label").GetString()!),
            ],
            document.RootElement.TryGetProperty("edges", out var edges) ? edges.GetArrayLength() : 0
        );
    }
}

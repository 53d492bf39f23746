using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Exchange.Tests;

public sealed class GrafJsonTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Root(), "schema", "graf.schema.json")))
        .RootElement;

    [Fact]
    public void The_small_graph_is_written_as_before() => Snap.Match(Testgraf.Text(GrafJson.Write, Testgraf.Med()), "graf.json");

    [Fact]
    public void What_is_written_holds_by_the_schema() => Assert.Empty(Errors(Testgraf.Text(GrafJson.Write, Testgraf.Med())));

    [Fact]
    public void The_graphs_of_the_seed_hold_by_the_schema() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Root(), "seed"), "*.graf.json", SearchOption.AllDirectories),
            file => Assert.Empty(Errors(File.ReadAllText(file)).Take(5))
        );

    [Theory]
    [InlineData("$.nodes[0].kind", "\"Maal\"")]
    [InlineData("$.nodes[0].level", "7")]
    [InlineData("$.nodes[0].key", "null")]
    [InlineData("$.edges[0].certainty", "1.5")]
    [InlineData("$.nodes[0].statements", "[]")]
    [InlineData("$.nodes[0].extra", "1")]
    [InlineData("$.format", "\"effektkaeder-graf/2\"")]
    public void A_fault_planted_in_the_document_is_found(string path, string value)
    {
        var document = JsonNode.Parse(Testgraf.Text(GrafJson.Write, Testgraf.Med()))!;
        var steps = Regex.Matches(path, @"\w+").Select(m => m.Value).ToList();
        var at = steps[..^1].Aggregate(document, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        at[steps[^1]] = JsonNode.Parse(value);
        Assert.NotEmpty(Errors(document.ToJsonString()));
    }

    [Fact]
    public void Every_code_that_may_be_written_stands_in_the_schema()
    {
        var defs = Schema.GetProperty("$defs");
        Assert.Equal(NodeKinds.All.Select(k => k.Code), Values(defs.GetProperty("node").GetProperty("properties").GetProperty("kind")));
        Assert.Equal(EdgeTypes.All.Select(e => e.Code), Values(defs.GetProperty("edge").GetProperty("properties").GetProperty("type")));
        Assert.Equal(Codes<KoblingArt>(), Values(defs.GetProperty("edge").GetProperty("properties").GetProperty("art")));
        Assert.Equal(Codes<KoblingStatus>(), Values(defs.GetProperty("edge").GetProperty("properties").GetProperty("status")));
        Assert.Equal(Codes<Grund>(), Values(defs.GetProperty("ground")));
        Assert.Equal(Codes<Feltstatus>(), Values(defs.GetProperty("fieldState")));
        Assert.Equal(Codes<Praecision>(), Values(defs.GetProperty("date").GetProperty("properties").GetProperty("precision")));
        Assert.Equal(Codes<Graense>().Skip(1), Values(defs.GetProperty("date").GetProperty("properties").GetProperty("bound")));
        Assert.Equal(Codes<TidsTilstand>().Skip(1), Values(defs.GetProperty("date").GetProperty("properties").GetProperty("state")));
    }

    [Fact]
    public void A_hostile_title_is_valid_JSON_and_loses_nothing_but_halves_of_pairs()
    {
        using var document = JsonDocument.Parse(Testgraf.Text(GrafJson.Write, Testgraf.Med(Testgraf.Hostile)));
        var titles = document.RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString());
        Assert.Contains(Testgraf.Hostile.Replace('\ud800', '\ufffd').Replace("\udc00 ", "\ufffd ", StringComparison.Ordinal), titles);
    }

    [Fact]
    public void The_same_graph_in_any_order_gives_the_same_bytes()
    {
        var graf = Testgraf.Med();
        var turned = Graf.Of(graf.Nodes.Reverse(), graf.Edges.Reverse());
        Assert.Equal(Testgraf.Text(GrafJson.Write, graf), Testgraf.Text(GrafJson.Write, turned));
    }

    private static List<string> Errors(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. new JsonSchema(Schema).Errors(document.RootElement)];
    }

    private static IEnumerable<string> Values(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);

    private static IEnumerable<string> Codes<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Effektkaeder.sln")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }
}

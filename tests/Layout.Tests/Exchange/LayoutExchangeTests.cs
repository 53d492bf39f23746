using System.Text;
using System.Text.Json;
using Effektkaeder.Layout.Exchange;
using Effektkaeder.Layout.Graph;
using Xunit;

namespace Effektkaeder.Layout.Tests.Exchange;

public sealed class LayoutExchangeTests
{
    [Fact]
    public void The_time_told_is_the_median_of_all_drawings()
    {
        var graph = """{"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b"}]}""";
        using var output = new MemoryStream();
        var median = LayoutExchange.Run(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(graph)),
            output,
            time: new Ticking(),
            repeat: 4
        );
        // The drawings take 1, 2, 3 and 4 seconds.
        Assert.Equal(2500, median);
        Assert.Equal(2500, System.Text.Json.JsonDocument.Parse(output.ToArray()).RootElement.GetProperty("ms").GetDouble());
    }

    /// <summary>A clock whose every second reading is one second further on than the last time.</summary>
    private sealed class Ticking : TimeProvider
    {
        private long _readings;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _readings++ % 2 == 0 ? 0 : (_readings / 2);
    }

    [Fact]
    public void A_graph_becomes_boxes_paths_lanes_size_and_time()
    {
        var drawing = Run(
            """
            {"nodes":[{"id":"a","label":"A","level":0,"lane":"x","width":80,"height":30},
                      {"id":"b","level":1,"lane":"y","width":80,"height":30},
                      {"id":3,"width":60,"height":20}],
             "edges":[{"id":"e","source":"a","target":"b","kind":"hierarchy"},{"source":"b","target":3,"kind":"Coupling"}]}
            """
        );
        Assert.Equal(["a", "b", "3"], drawing.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()));
        Assert.Equal(["e", "edges[1]"], drawing.GetProperty("edges").EnumerateArray().Select(n => n.GetProperty("id").GetString()));
        Assert.All(drawing.GetProperty("edges").EnumerateArray(), e => Assert.True(e.GetProperty("points").GetArrayLength() >= 2));
        Assert.Equal(
            ["x", "y"],
            drawing.GetProperty("lanes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.True(drawing.GetProperty("width").GetDouble() > 160);
        Assert.True(drawing.GetProperty("ms").GetDouble() >= 0);
    }

    [Fact]
    public void A_label_is_asked_for_by_its_size_and_placed_by_its_middle()
    {
        var drawing = Run(
                """
                {"nodes":[{"id":"a"},{"id":"b"}],
                 "edges":[{"id":"e","source":"a","target":"b","labelWidth":30,"labelHeight":12},{"source":"a","target":"b"},
                          {"id":"huge","source":"a","target":"b","labelWidth":9000,"labelHeight":12}]}
                """
            )
            .GetProperty("edges")
            .EnumerateArray()
            .ToList();
        Assert.Equal(2, drawing[0].GetProperty("label").GetArrayLength());
        Assert.False(drawing[1].TryGetProperty("label", out _));
        Assert.False(drawing[2].TryGetProperty("label", out _));
    }

    [Theory]
    [InlineData("{\"nodes\":[{]}", "Line 1, byte 12")]
    [InlineData("[]", "\"nodes\"")]
    [InlineData("{\"nodes\":{}}", "\"nodes\" must be a list")]
    [InlineData("{\"nodes\":[{\"width\":1}]}", "nodes[0] has no \"id\"")]
    [InlineData("{\"nodes\":[{\"id\":\"a\",\"level\":1.5}]}", "1.5")]
    [InlineData("{\"nodes\":[{\"id\":\"a\",\"width\":\"wide\"}]}", "nodes[0]: \"width\"")]
    [InlineData(
        "{\"nodes\":[{\"id\":\"a\"}],\"edges\":[{\"id\":\"e\",\"source\":\"a\",\"target\":\"a\",\"labelWidth\":-1}]}",
        "label of edge \"e\""
    )]
    [InlineData("{\"nodes\":[],\"edges\":[{\"source\":\"a\",\"target\":\"b\"}]}", "\"a\"")]
    public void Bad_input_is_refused_with_its_place(string json, string place) =>
        Assert.Contains(place, Assert.Throws<LayoutInputException>(() => Run(json)).Message, StringComparison.Ordinal);

    private static JsonElement Run(string json)
    {
        using var output = new MemoryStream();
        LayoutExchange.Run(new MemoryStream(Encoding.UTF8.GetBytes(json)), output);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }
}

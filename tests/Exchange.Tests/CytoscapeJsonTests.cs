using System.Text.Json;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Exchange.Tests;

public sealed class CytoscapeJsonTests
{
    [Fact]
    public void It_is_written_as_before() => Snap.Match(Testgraf.Text(CytoscapeJson.Write, Testgraf.Med()), "graf.cyjs");

    [Fact]
    public void Ids_are_unique_over_nodes_and_edges_and_every_end_is_a_node()
    {
        using var document = JsonDocument.Parse(Testgraf.Text(CytoscapeJson.Write, Testgraf.Med()));
        string[] Values(string group, string member) =>
            [
                .. document
                    .RootElement.GetProperty("elements")
                    .GetProperty(group)
                    .EnumerateArray()
                    .Select(e => e.GetProperty("data").GetProperty(member).GetString()!),
            ];
        var ids = Values("nodes", "id").Concat(Values("edges", "id")).ToList();
        Assert.Equal(8, ids.Distinct().Count());
        Assert.Equal(8, ids.Count);
        Assert.Subset(Values("nodes", "id").ToHashSet(), Values("edges", "source").Concat(Values("edges", "target")).ToHashSet());
    }

    [Fact]
    public void A_hostile_title_is_valid_JSON()
    {
        using var document = JsonDocument.Parse(Testgraf.Text(CytoscapeJson.Write, Testgraf.Med(Testgraf.Hostile)));
        Assert.Contains(
            document.RootElement.GetProperty("elements").GetProperty("nodes").EnumerateArray(),
            n =>
                n.GetProperty("data")
                    .GetProperty("label")
                    .GetString()!
                    .Contains("</data>]]> & \"q\" 'a' <b>\u0000\u0007", StringComparison.Ordinal)
        );
    }
}

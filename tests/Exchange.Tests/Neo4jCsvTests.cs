using System.IO.Compression;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Exchange.Tests;

/// <summary>What the files for Neo4j's import may hold without the server taking a value for something else.</summary>
public sealed class Neo4jCsvTests
{
    private static Node Aftale(string id, params Egenskab[] egenskaber) =>
        Node.Of(
            $"by/aftale/{id}",
            NodeKind.Aftale,
            "by",
            [new("by/aftale/a", null, null, new("Aftale", "Aftale") { Egenskaber = [.. egenskaber] }, [], [])]
        );

    private static async Task<string> FileAsync(string name, params Node[] nodes)
    {
        var zip = new MemoryStream();
        Neo4jCsv.Write(Graf.Of(nodes, []), zip);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_day_that_one_of_a_kind_could_not_be_read_as_makes_the_column_text()
    {
        Node[] nodes =
        [
            Aftale("a", new Egenskab(Egenskaber.PeriodeFra, "2025-01-01"), new Egenskab(Egenskaber.PeriodeTil, "2025-12-31")),
            Aftale("b", new Egenskab(Egenskaber.PeriodeFra, "forår 2025")),
        ];
        var header = (await FileAsync("Aftale.csv", nodes)).Split('\n')[0].Split(',');
        Assert.Contains("periodeFra", header);
        Assert.Contains("periodeTil:date", header);
        var load = await FileAsync("load.cypher", nodes);
        Assert.Contains("n.`periodeFra` = row.`periodeFra`", load, StringComparison.Ordinal);
        Assert.Contains("n.`periodeTil` = date(row.`periodeTil:date`)", load, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_property_ends_no_name_in_the_script()
    {
        var load = await FileAsync("load.cypher", Aftale("a", new Egenskab("x` = 1 SET n.`y", "ord")));
        Assert.Contains("n.`x`` = 1 SET n.``y` = row.`x`` = 1 SET n.``y`", load, StringComparison.Ordinal);
    }
}

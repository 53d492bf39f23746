using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Faults;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>
/// Neo4j as it cannot be had for a test run: skipped with a line, and run by whoever has one. The database named must be empty; user
/// and password come from EFFEKT__NEO4J__USER and EFFEKT__NEO4J__PASSWORD.
/// </summary>
public sealed class ElsewhereTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a cluster", "EFFEKT_TEST_NEO4J_CLUSTER")]
    [InlineData("Aura", "EFFEKT_TEST_NEO4J_AURA")]
    [InlineData("a user with the role effekt_skriver of docs/drift.md, on Enterprise", "EFFEKT_TEST_NEO4J_ROLES")]
    public async Task What_is_written_there_is_read_at_once_and_taken_back(string what, string variable)
    {
        var location = Environment.GetEnvironmentVariable(variable) ?? "";
        Assert.SkipWhen(
            location.Length == 0,
            $"{what} is not here; name an empty database there with {variable}=neo4j+https://host:port/database."
        );
        var options = Neo4jOptions.Of(
            Neo4jAddress.Parse(location),
            Environment.GetEnvironmentVariable("EFFEKT__NEO4J__USER"),
            Environment.GetEnvironmentVariable("EFFEKT__NEO4J__PASSWORD"),
            null,
            new Random(1)
        );
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        Assert.True(await store.LatestAsync(Ct) == 0, $"{location} is not empty");
        for (var number = 1L; number <= 5; number++)
        {
            var changes = WritingChild.Batch(number - 1);
            Assert.Equal(number, (await store.CommitAsync(changes, Ct))!.Number);
            Assert.Equal(changes.Count, (await store.ChangesAsync(number, Ct)).Count);
            Assert.Equal(
                $"{number}",
                Assert.Single(await (await store.NewestAsync(Ct)).NodesAsync([Given.Node(NodeKind.Emne, "taeller").Key], Ct)).Titel
            );
            var whole = await (await store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
            Assert.Equal(
                whole.Nodes.Count,
                (await (await store.NewestAsync(Ct)).QueryAsync(new(null, [], new Page(First: 1), Count: true), Ct)).Total
            );
        }
        Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
        var (nodes, edges) = await (await store.NewestAsync(Ct)).StatedByAsync(Given.Aftale, Ct);
        await store.CommitAsync(Given.Changes(5, [], [], [.. nodes.Select(n => n.Key)], [.. edges.Select(e => e.Key)]), Ct);
        Assert.Empty((await (await store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct)).Nodes);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Api;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application;
using Effektkaeder.Application.Importing;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Exchange;
using Effektkaeder.GraphQL;
using Effektkaeder.Storage.Contract.Sqlite;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>The agreements of <c>seed/</c>, imported into both engines: whatever a user asks, the bytes are the same.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class SameAnswersTests : IAsyncLifetime
{
    private readonly IEngine[] _engines = [new SqliteEngine(), new Neo4jEngine()];
    private readonly List<IGraphStore> _stores = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.PrepareAsync(Ct);
            _stores.Add(await engine.OpenAsync(Ct));
        }
    }

    private async Task ImportAsync(int files)
    {
        foreach (var store in _stores)
        {
            var import = new ImportDocuments(store, new StoppedTime());
            foreach (var file in SourceFolder.Read(Path.Combine(Neo4jServer.Root(), "seed")).Take(files))
            {
                Assert.Equal(ImportOutcome.Imported, (await import.ImportAsync(file, null, "test", false, Ct)).Outcome);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }
    }

    [Fact]
    public async Task Exports_cookbook_diagrams_and_impacts_are_the_same_bytes()
    {
        await ImportAsync(int.MaxValue);
        await SameAsync(
            "export",
            async store =>
            {
                var bytes = new MemoryStream();
                GrafJson.Write(await new ReadGraph(await store.NewestAsync(Ct)).ReadAsync(Ct), bytes);
                return Encoding.UTF8.GetString(bytes.ToArray());
            }
        );
        await SameAsync("revisions", async store => string.Join('\n', await (await store.NewestAsync(Ct)).RevisionsAsync(100, Ct)));
        Assert.NotEmpty(Kogebog.Alle);
        foreach (var recipe in Kogebog.Alle)
        {
            await SameAsync($"cookbook: {recipe.Navn}", store => AskAsync(store, recipe));
        }

        using (var api = new QueryApi(await Neo4jServer.OptionsAsync(Ct)))
        {
            await CypherCookbook.HoldAsync(api, recipe => AskAsync(_stores[0], recipe), Ct);
        }

        var nodes = (await (await _stores[0].NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct)).Nodes;
        await SameAsync("overview", store => DrawAsync(store, Scene.Overblik, null));
        foreach (var node in nodes.Where(n => n is { Kind: NodeKind.Organisation, Indhold.Art: "center" }).Take(3))
        {
            await SameAsync($"centre: {node.Key}", store => DrawAsync(store, Scene.Center, node.Key));
        }

        foreach (var node in nodes.Where(n => n.Kind == NodeKind.Bidrag).Take(3))
        {
            await SameAsync($"chain: {node.Key}", store => DrawAsync(store, Scene.Effektkaede, node.Key));
        }
        // What stands outside the hierarchy is drawn with what it belongs to, which an engine has to select first.
        foreach (var node in nodes.Where(n => !n.Kind.IsChain()).DistinctBy(n => n.Kind))
        {
            await SameAsync($"around: {node.Key}", store => DrawAsync(store, Scene.Effektkaede, node.Key));
        }

        // One of each few, whatever their number: a server's every answer costs time.
        foreach (
            var node in nodes
                .Where(n => n.Kind is NodeKind.Politik or NodeKind.PolitiskMaal or NodeKind.Aftale or NodeKind.Lovhenvisning)
                .Where((_, i) => i % 4 == 0)
        )
        {
            await SameAsync(
                $"impact: {node.Key}",
                async store =>
                {
                    var svar = await new AskImpact(await store.NewestAsync(Ct)).AskAsync(
                        [new(node.Key, AendringArt.Bortfalder)],
                        new(Retning.Begge, Koblingshop: 2),
                        Ct
                    );
                    return string.Join(
                        '\n',
                        svar.Beroerte.Select(b =>
                                $"{b.Konsekvens} {b.Node.Key} {b.Afstand} {b.Tillid} {b.Grundlag} "
                                + $"{string.Join('|', b.Stier[0].Edges.Select(e => e.Key))}"
                            )
                            .Concat(
                                svar.EfterAnsvarlig.Concat(svar.EfterCenter)
                                    .Concat(svar.EfterAftale)
                                    .Select(g => $"{g.Noegle} {g.Navn} {g.Nodes.Count}")
                            )
                    );
                }
            );
        }
    }

    [Fact]
    public async Task The_cookbook_in_Cypher_counts_by_the_same_rules_where_the_agreements_do_not_meet_them()
    {
        await ImportAsync(int.MaxValue);
        foreach (var store in _stores)
        {
            await WrittenByHand.AddAsync(store, new StoppedTime(), Ct);
        }

        using var api = new QueryApi(await Neo4jServer.OptionsAsync(Ct));
        await CypherCookbook.HoldAsync(api, recipe => AskAsync(_stores[0], recipe), Ct);
    }

    [Fact]
    public async Task An_operation_reads_one_revision_while_another_is_committed()
    {
        await ImportAsync(1);
        foreach (var store in _stores)
        {
            var reader = await store.NewestAsync(Ct);
            var before = await reader.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Indsats]), [], new Page(3)), Ct);
            var latest = reader.Revision;
            await store.CommitAsync(
                new(
                    latest,
                    new(new StoppedTime().GetUtcNow(), "test", "import", null, "En anden udgave"),
                    [
                        .. before.Items.Select(n =>
                            Node.Of(
                                n.Key,
                                n.Kind,
                                n.Kommune,
                                n.Udsagn.Select(u => u with { Indhold = u.Indhold with { Titel = "En anden udgave" } })
                            )
                        ),
                    ],
                    [],
                    [],
                    []
                ),
                Ct
            );

            string[] keys = [.. before.Items.Select(n => n.Key)];
            Assert.Equal(
                before.Items.OrderBy(n => n.Key, StringComparer.Ordinal),
                (await reader.NodesAsync(keys, Ct)).OrderBy(n => n.Key, StringComparer.Ordinal)
            );
            Assert.Equal(
                before.Items,
                (await reader.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Indsats]), [], new Page(3)), Ct)).Items
            );
            Assert.Equal(
                before.Items,
                (await reader.SelectAsync(Selection.Whole, Ct))
                    .Nodes.Where(n => keys.Contains(n.Key))
                    .OrderBy(n => Array.IndexOf(keys, n.Key))
            );
            Assert.DoesNotContain(await reader.RevisionsAsync(3, Ct), r => r.Number > latest);
            Assert.DoesNotContain(
                (await reader.SearchAsync(new("udgave", [], null, 10), Ct)).Items,
                h => h.Node.Titel == "En anden udgave"
            );
            Assert.All(await (await store.NewestAsync(Ct)).NodesAsync(keys, Ct), n => Assert.Equal("En anden udgave", n.Titel));
        }
    }

    private async Task SameAsync(string what, Func<IGraphStore, Task<string>> ask)
    {
        var (file, server) = (await ask(_stores[0]), await ask(_stores[1]));
        Assert.True(file == server, $"{what}: the file answers\n{file}\nand the server\n{server}");
    }

    private static async Task<string> AskAsync(IGraphStore store, Opskrift recipe)
    {
        var answer = new ArrayBufferWriter<byte>();
        using var variables = JsonDocument.Parse(recipe.Variable ?? "{}");
        await EffektkaederApi
            .Engine()
            .ExecuteAsync(
                new GraphQLRequest(recipe.Tekst, null, variables.RootElement),
                new ApiContext(store, new StoppedTime(), "test"),
                answer,
                Ct
            );
        return Encoding.UTF8.GetString(answer.WrittenSpan);
    }

    private static async Task<string> DrawAsync(IGraphStore store, Scene scene, string? node)
    {
        try
        {
            return (await new DrawDiagram(await store.NewestAsync(Ct)).DrawAsync(new(scene, node), Ct)).Svg;
        }
        catch (SceneException e)
        {
            return e.Message;
        }
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Given.Noon;
    }
}

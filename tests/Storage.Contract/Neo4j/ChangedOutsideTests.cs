using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>
/// What people change in the graph they see is no answer's truth: it is found and named, and made anew from the statements, or said to
/// be beyond that. What they put beside it stays.
/// </summary>
[Collection(Neo4jEngine.Turns)]
public sealed class ChangedOutsideTests : IAsyncLifetime
{
    private static readonly Node Indsats = Given.Node(
            NodeKind.Indsats,
            "trivsel",
            Given.Says("Trivsel") with
            {
                Tider = [Given.Time("2026", Given.Day(2026, 1, 1), null)],
                Egenskaber = [new(Egenskaber.Punkt, "1")],
            },
            center: "by/organisation/skole"
        ),
        Bidrag = Given.Node(NodeKind.Bidrag, "Fælles skema"),
        Skole = Given.Node(NodeKind.Organisation, "skole", Given.Says("Skole") with { Art = "center" }),
        By = Node.Of("by", NodeKind.Kommune, "by", [Given.Statement(Given.Aftale, Given.Says("By Kommune"))]);

    private static readonly Edge Omfatter = Given.Edge(EdgeType.Omfatter, Indsats, Bidrag);

    private Neo4jStore _store = null!;
    private QueryApi _api = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        var options = await Neo4jServer.OptionsAsync(Ct);
        (_store, _api) = (await Neo4jStore.OpenAsync(options, Ct), new(options));
        await _store.CommitAsync(Given.Changes(0, [Indsats, Bidrag, Skole, By], [Omfatter], [], []), Ct);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task People_see_kinds_names_days_fields_quotes_certainty_and_where_each_belongs()
    {
        var seen = await AskAsync(
            """
            MATCH (i:Indsats {name: 'Trivsel'})-[r:OMFATTER]->(b:Bidrag)
            MATCH (i)-[:I_KOMMUNE]->(k:Kommune) MATCH (i)-[:I_CENTER]->(c:Organisation)
            RETURN labels(i), i.titel, valueType(i.fraDato), i.fraDato, i.tilDato, i.punkt, i.felt_maal, i.felter,
              i.linje, r.tillid, r.grund, r.citat, k.name, c.name, COUNT { (i)--() }
            """
        );
        Assert.Equal(
            [
                new List<object?> { "Indsats" },
                "Trivsel",
                "DATE NOT NULL",
                "2026-01-01",
                null,
                "1",
                "Flere børn i trivsel",
                new List<object?> { "felt_maal = Mål" },
                3L,
                1.0,
                "tekst",
                "kobler til",
                "By Kommune",
                "Skole",
                3L,
            ],
            seen
        );
        await AskAsync("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
        var found = await AskAsync("CALL db.index.fulltext.queryNodes('navne', 'skemaer') YIELD node RETURN collect(node.name)");
        Assert.Equal(new List<object?> { "Fælles skema" }, found![0]);
    }

    [Theory]
    [InlineData("MATCH (n:Indsats) SET n.titel = 'Ny'", "titel er »Ny« i databasen og »Trivsel« i dokumenternes udsagn")]
    [InlineData("MATCH (n:Indsats) SET n.fraDato = date('2025-01-01')", "fraDato er »2025-01-01«")]
    [InlineData("MATCH (n:Indsats) REMOVE n.felt_maal", "felt_maal er ikke der")]
    [InlineData("MATCH (n:Indsats) SET n.betinget = 'såfremt'", "betinget er »såfremt« i databasen og ikke der")]
    [InlineData("MATCH (:Indsats)-[r:OMFATTER]->() SET r.tillid = 0.1", "tillid er 0.1 i databasen og 1 i")]
    [InlineData("MATCH (:Indsats)-[r:I_CENTER]->() DELETE r", "er tegnet som dens plads")]
    [InlineData("MATCH (n:Organisation) DETACH DELETE n", "er slettet af den viste graf")]
    [InlineData("MATCH (n:_Node {key: 'by/indsats/trivsel'}) SET n.titelFold = 'x'", "lagerets egen titelFold")]
    [InlineData("MATCH (n:Indsats) SET n.key = 'min/egen'", "Knuden Indsats min/egen er ingen knude i lageret")]
    [InlineData("MATCH (n:Indsats) REMOVE n:Indsats", "Knuden by/indsats/trivsel er ingen knude i lageret")]
    [InlineData("MATCH (n:Indsats) SET n:Bidrag", "har mærkerne Bidrag, Indsats")]
    public async Task A_change_is_named_never_answered_with_and_mended(string cypher, string said)
    {
        await AskAsync(cypher);
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
        var graph = await _store.NewestAsync(Ct);
        Assert.Equal([Indsats], await graph.NodesAsync([Indsats.Key], Ct));
        Assert.Empty(
            (await graph.QueryAsync(new(new NodeFilter.Text(TextField.Titel, TextOperator.Eq, ["Ny"]), [], Page.Everything), Ct)).Items
        );
        Assert.Contains(await _store.MendAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
        Assert.Empty((await StoreVerification.RunAsync(_store, (_, _) => { }, Ct)).Faults);
        Assert.Empty(await _store.MendAsync(Ct));
    }

    [Theory]
    [InlineData("MATCH (n:_Node {slags: 'Bidrag'}) SET n.udsagn = n.udsagn + ' '", "har udsagn, der ikke kan læses")]
    [InlineData("MATCH (n:_Node {slags: 'Bidrag'}) SET n.titel = 'Egne skema'", "dens udsagn er rettet")]
    [InlineData("MATCH ()-[r:OMFATTER]->() SET r._udsagn = replace(r._udsagn, 'kobler', 'hænger')", "er rettet i databasen")]
    [InlineData("MATCH ()-[r:OMFATTER]->() DELETE r", "mangler, som den blev gemt")]
    [InlineData("MATCH (a:Indsats), (b:Bidrag) CREATE (a)-[:SKABER]->(b)", "er ingen kant i lageret")]
    [InlineData("CREATE (:Effekt {key: 'by/effekt/egen', name: 'Egen'})", "Knuden Effekt by/effekt/egen er ingen knude i lageret")]
    [InlineData("MATCH (n:_Node {slags: 'Bidrag'}) DELETE n", "mangler, som den blev gemt")]
    [InlineData("MATCH (n:_Node {slags: 'Bidrag'}) REMOVE n.udsagn, n.fromRev", "har mistet sine udsagn")]
    public async Task What_cannot_be_made_anew_stays_a_fault(string cypher, string said)
    {
        await AskAsync(cypher);
        // What can be mended is named beside it.
        await AskAsync("MATCH (k:Kommune) SET k.titel = 'Ny'");
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains("titel er »Ny«", StringComparison.Ordinal));
        await _store.MendAsync(Ct);
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_commit_that_needs_what_is_gone_is_refused_with_the_way_out()
    {
        await AskAsync("MATCH (n:Bidrag) DETACH DELETE n");
        var again = Bidrag.With(Given.Statement("by/aftale/anden", Given.Says("Fælles skema")));
        var refused = await Assert.ThrowsAsync<StoreException>(() => _store.CommitAsync(Given.Changes(1, [again], [], [], []), Ct));
        Assert.Contains("effekt verify --repair", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await _store.LatestAsync(Ct));
    }

    [Fact]
    public async Task What_people_put_beside_the_graph_stays_through_commits_and_is_in_no_answer()
    {
        await AskAsync(
            "MATCH (i:Indsats) SET i.minFarve = 'grøn' CREATE (i)-[:MIN_NOTE {af: 'Ada'}]->(:Note {tekst: 'husk'}) "
                + "CREATE (:Note {tekst: 'løs'})"
        );
        var renamed = Node.Of(Indsats.Key, Indsats.Kind, "by", [Given.Statement(Given.Aftale, Given.Says("Trivsel for alle"))]);
        await _store.CommitAsync(Given.Changes(1, [renamed], [Omfatter], [], []), Ct);
        var kept = await AskAsync(
            "MATCH (i:Indsats)-[m:MIN_NOTE]->(n:Note) RETURN i.name, i.minFarve, i.fraDato, i.punkt, m.af, n.tekst, "
                + "COUNT { (i)-[:I_CENTER]->() }"
        );
        Assert.Equal(["Trivsel for alle", "grøn", null, null, "Ada", "husk", 0L], kept);
        Assert.Empty((await StoreVerification.RunAsync(_store, (_, _) => { }, Ct)).Faults);
        var graph = await _store.NewestAsync(Ct);
        Assert.Equal(4, (await graph.SelectAsync(Selection.Whole, Ct)).Nodes.Count);
        Assert.Equal(
            [Bidrag],
            (await graph.ExpandAsync(new([Indsats.Key], new([], Direction.Out, []), null, [], Page.Everything), Ct))[0]
                .Items.Select(n => n.Node)
        );
        await _store.CommitAsync(Given.Changes(2, [], [], [Indsats.Key], [Omfatter.Key]), Ct);
        Assert.Equal(2L, (await AskAsync("MATCH (n:Note) RETURN count(*)"))![0]);
    }

    private async Task<object?[]?> AskAsync(string cypher) =>
        (await _api.WriteAsync(new(cypher, new Dictionary<string, object?>()), Ct)).FirstOrDefault();
}

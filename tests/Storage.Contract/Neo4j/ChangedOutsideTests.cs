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
        Renamed = Node.Of(Indsats.Key, Indsats.Kind, "by", [Given.Statement(Given.Aftale, Given.Says("Trivsel for alle"))]),
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
    [InlineData("MATCH (:Indsats)-[r:OMFATTER]->() SET r.tillid = 0.1", "tillid er 0.1 i databasen og 1.0 i")]
    [InlineData("MATCH (:Indsats)-[r:I_CENTER]->() DELETE r", "er tegnet som dens plads")]
    [InlineData("MATCH (n:Organisation) DETACH DELETE n", "er slettet af den viste graf")]
    [InlineData("MATCH (n:_Node {key: 'by/indsats/trivsel'}) SET n.titelFold = 'x'", "lagerets egen titelFold")]
    [InlineData("MATCH (n:Indsats) SET n.key = 'min/egen'", "Knuden Indsats min/egen er ingen knude i lageret")]
    [InlineData("MATCH (n:Indsats) REMOVE n:Indsats", "Knuden by/indsats/trivsel er ingen knude i lageret")]
    [InlineData("MATCH (n:Indsats) SET n:Bidrag", "har mærkerne Bidrag, Indsats")]
    [InlineData("MATCH (n:Indsats) SET n.fraDato = toString(n.fraDato)", "fraDato er ingen dato i databasen")]
    [InlineData("MATCH (n:Indsats) SET n.felt_ny = 'x'", "felt_ny er »x« i databasen og ikke der")]
    [InlineData("MATCH (n:Indsats) SET n.tilDato3 = date('2025-01-01')", "tilDato3 er »2025-01-01« i databasen og ikke der")]
    [InlineData("MATCH ()-[r:OMFATTER]->() SET r.sted = 'her'", "sted er »her« i databasen og ikke der")]
    [InlineData("MATCH (a)-[r:OMFATTER]->(b) CREATE (a)-[q:OMFATTER]->(b) SET q = properties(r)", "er der 2 af")]
    [InlineData("MATCH (n:_Node {slags: 'Bidrag'}) SET n:Indsats", "_Node by/bidrag/faelles-skema har fået et mærke af vores slags")]
    [InlineData("MATCH (n:Kommune) SET n.key = 'byen'", "Knuden Kommune byen er ingen knude i lageret")]
    [InlineData("MATCH (n:Kommune) REMOVE n:Kommune", "Knuden by er ingen knude i lageret")]
    [InlineData("MATCH (n:Kommune) REMOVE n.key", "Knuden Kommune uden nøgle er ingen knude i lageret")]
    [InlineData("MATCH (n:Indsats)-[r:I_KOMMUNE]->() DELETE r CREATE (n)-[:I_KOMMUNE]->(:Land {key: 'by'})", "I_KOMMUNE ?")]
    [InlineData("MATCH (s:_Store) SET s.number = 0", "sat til 0, og den sidste er 1")]
    [InlineData("DROP INDEX indsats_name", "Indekset indsats_name mangler")]
    [InlineData("DROP INDEX navne", "Indekset navne mangler")]
    [InlineData("DROP INDEX _node_found", "Indekset _node_found mangler")]
    [InlineData("DROP INDEX _node_kommune_sort", "Indekset _node_kommune_sort mangler")]
    [InlineData("DROP CONSTRAINT _node_key", "Den unikke nøgle _node_key mangler")]
    [InlineData("DROP CONSTRAINT indsats_key", "Den unikke nøgle indsats_key mangler")]
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
        Assert.Empty((await _store.VerifyAsync((_, _) => { }, Ct)).Faults);
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
    [InlineData("MATCH ()-[r:OMFATTER]->() REMOVE r._fromRev", "er ingen kant i lageret")]
    public async Task What_cannot_be_made_anew_stays_a_fault(string cypher, string said)
    {
        await AskAsync(cypher);
        // What can be mended is named beside it.
        await AskAsync("MATCH (k:Kommune) SET k.titel = 'Ny'");
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains("titel er »Ny«", StringComparison.Ordinal));
        await _store.MendAsync(Ct);
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MATCH (c:_Commit) DELETE c")]
    [InlineData("MATCH (s:_Store) REMOVE s:_Store")]
    public async Task Without_the_nodes_that_say_how_far_it_has_come_nothing_is_answered_until_they_are_laid_again(string cypher)
    {
        await AskAsync(cypher);
        var graph = await Assert.ThrowsAsync<StoreException>(async () =>
            await (await _store.NewestAsync(Ct)).NodesAsync([Indsats.Key], Ct)
        );
        Assert.Contains("effekt verify --repair", graph.Message, StringComparison.Ordinal);
        Assert.Contains("så intet kan læses", Assert.Single(await _store.FaultsAsync(Ct)), StringComparison.Ordinal);
        Assert.Contains("så intet kan læses", Assert.Single(await _store.MendAsync(Ct)), StringComparison.Ordinal);
        Assert.Empty((await _store.VerifyAsync((_, _) => { }, Ct)).Faults);
        Assert.Equal(1, await _store.LatestAsync(Ct));
    }

    [Theory]
    [InlineData("MATCH (s:_Store) DELETE s")]
    [InlineData("MATCH (s:_Store) REMOVE s:Store")]
    public async Task Who_opens_it_where_it_has_lost_its_own_node_finds_the_revision_it_had_come_to(string cypher)
    {
        await AskAsync(cypher);
        await using var again = await Neo4jStore.OpenAsync(await Neo4jServer.OptionsAsync(Ct), Ct);
        Assert.Equal(1, await again.LatestAsync(Ct));
        Assert.Empty((await again.VerifyAsync((_, _) => { }, Ct)).Faults);
        Assert.Equal([1L, 1L], await AskAsync("RETURN COUNT { (:_Store) }, COUNT { (:Store) }"));
    }

    [Theory]
    [InlineData("navne", "ON EACH [n.tekst]", "danish")]
    [InlineData("_node_found", "ON EACH [n.words, n.kommune, n.slags]", "danish")]
    public async Task An_index_of_our_name_that_is_another_is_told_from_one_that_is_missing(string name, string on, string analyzer)
    {
        await AskAsync($"DROP INDEX {name}");
        await AskAsync(
            $"CREATE FULLTEXT INDEX {name} FOR (n:{(name == "navne" ? "Indsats" : "_Node")}) {on} "
                + $"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}"
        );
        Assert.Contains($"»DROP INDEX {name}«", Assert.Single(await _store.FaultsAsync(Ct)), StringComparison.Ordinal);
        Assert.Empty(await _store.MendAsync(Ct));
        await AskAsync($"DROP INDEX {name}");
        await _store.MendAsync(Ct);
        Assert.Empty(await _store.FaultsAsync(Ct));
    }

    [Fact]
    public async Task A_node_copied_with_its_key_is_named_and_its_key_is_unique_again_when_it_is_gone()
    {
        await AskAsync("DROP CONSTRAINT indsats_key");
        await AskAsync("MATCH (n:Indsats) CREATE (m:Indsats) SET m = properties(n), m.titel = 'Ny'");
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.StartsWith($"Indsats {Indsats.Key} er der 2 af", StringComparison.Ordinal));
        await AskAsync("MATCH (b:Bidrag) SET b.titel = 'Rettet'");
        var refused = await Assert.ThrowsAsync<StoreException>(() => _store.MendAsync(Ct));
        Assert.Contains("flere knuder med samme nøgle", refused.Message, StringComparison.Ordinal);
        Assert.Equal([Bidrag.Titel], await AskAsync("MATCH (b:Bidrag) RETURN b.titel"));
        await AskAsync("MATCH (n:Indsats) WHERE NOT (n)-[:OMFATTER]->() DETACH DELETE n");
        await _store.MendAsync(Ct);
        Assert.Empty((await _store.VerifyAsync((_, _) => { }, Ct)).Faults);
    }

    [Theory]
    [InlineData("MATCH (v:_NodeVersion) SET v.titel = 'Aldrig'", "Knuden by/indsats/trivsel, som den var fra revision 1, er rettet")]
    [InlineData("MATCH (v:_NodeVersion) SET v.udsagn = 'x'", "Knuden by/indsats/trivsel, som den var fra revision 1, er rettet")]
    [InlineData("MATCH (v:_EdgeVersion) SET v.udsagn = 'x'", ", som den var fra revision 1, er rettet")]
    [InlineData("MATCH (v:_EdgeVersion) REMOVE v.sum", ", som den var fra revision 1, er rettet")]
    public async Task What_was_is_not_to_be_changed_either(string cypher, string said)
    {
        await _store.CommitAsync(Given.Changes(1, [Renamed], [], [], [Omfatter.Key]), Ct);
        Assert.Empty((await _store.VerifyAsync((_, _) => { }, Ct)).Faults);
        await AskAsync(cypher);
        Assert.Contains(said, Assert.Single(await _store.FaultsAsync(Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MATCH (v:_NodeVersion) DELETE v", "Knuden by/indsats/trivsel mangler, som den blev gemt.")]
    [InlineData(
        "MATCH (v:_EdgeVersion) DELETE v",
        "Kanten OMFATTER by/indsats/trivsel by/bidrag/faelles-skema mangler, som den blev gemt."
    )]
    [InlineData("MATCH (v:_NodeVersion) SET v.untilRev = 3", "Knuden by/indsats/trivsel er der flere udgaver af i revision 1.")]
    [InlineData("MATCH (v:_NodeVersion) SET v.fromRev = 2", "Knuden by/indsats/trivsel er der flere udgaver af i revision 2.")]
    [InlineData("MATCH (v:_EdgeVersion) SET v.untilRev = 3", "mangler, som den var, før revision 2 fjernede den.")]
    [InlineData("MATCH (v:_NodeVersion) REMOVE v.untilRev", "har en tidligere udgave uden de revisioner, den stod imellem.")]
    [InlineData("MATCH (c:_Change {revision: 1}) DELETE c", "Knuden by står fra revision 1, som ikke nævner den.")]
    [InlineData("MATCH (c:_Change {revision: 1}) SET c.nodes = c.nodes[1..]", " står fra revision 1, som ikke nævner den.")]
    [InlineData("MATCH (c:_Change {revision: 1}) SET c.edges = [0, 90, 1]", "Kanten ? ? ? mangler, som den blev gemt.")]
    [InlineData("MATCH (c:_Change) WHERE c.aftale IS NULL DELETE c", "skema er fjernet i revision 2, som ikke nævner den.")]
    [InlineData("MATCH (c:_Change {revision: 1}) SET c.aftale = 'by/aftale/anden'", "Revision 1 siger andet om, hvilke aftaler")]
    [InlineData("MATCH (n:_Node {key: 'by'}) SET n.fromRev = 2", "Knuden by mangler, som den blev gemt.")]
    public async Task What_stood_and_what_the_revisions_say_are_held_against_each_other(string cypher, string said)
    {
        await _store.CommitAsync(Given.Changes(1, [Renamed], [], [], [Omfatter.Key]), Ct);
        Assert.Equal((2, 4, 0, ""), await HealthAsync());
        await AskAsync(cypher);
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
        await _store.MendAsync(Ct);
        Assert.Contains(await _store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_much_that_is_alike_some_is_named_and_the_rest_counted()
    {
        Node[] many = [.. Enumerable.Range(0, 30).Select(i => Given.Node(NodeKind.Milepael, $"Skridt {i:00}"))];
        await _store.CommitAsync(Given.Changes(1, many, [], [], []), Ct);
        await AskAsync("MATCH (m:Milepael) SET m.titel = 'Ny'");
        var faults = await _store.FaultsAsync(Ct);
        Assert.Equal(11, faults.Count);
        Assert.Equal("Der er 20 forskelle mere af den slags.", faults[^1]);
        Assert.Equal(30, (await _store.MendAsync(Ct)).Count);
        Assert.Equal((2, 34, 1, ""), await HealthAsync());
    }

    /// <summary>Of what was gone through, and of what was not come to yet, some is taken and some changed after each part.</summary>
    [Fact]
    public async Task It_is_held_against_its_history_while_others_write()
    {
        Node[] many = [.. Enumerable.Range(0, 4_000).Select(i => Given.Node(NodeKind.Indsats, $"Skridt {i:0000}"))];
        Edge[] edges = [.. many.Select(indsats => Given.Edge(EdgeType.Omfatter, indsats, Bidrag))];
        await _store.CommitAsync(Given.Changes(1, many, edges, [], []), Ct);
        var number = 2;
        var health = await _store.VerifyAsync((_, _) => Commit(), Ct);
        Assert.Empty(health.Faults);
        Assert.Equal((2, 4_004, 4_001), (health.Revisions, health.Nodes, health.Edges));
        Assert.InRange(number, 6, 8);
        Assert.Equal((number, 4_004, 4_001 - (2 * (number - 2)), ""), await HealthAsync());

        void Commit() =>
            Task.Run(
                    () =>
                        _store.CommitAsync(
                            Given.Changes(
                                number,
                                [Again(many[number]), Again(many[^number])],
                                [],
                                [],
                                [edges[100 + number].Key, edges[^(100 + number++)].Key]
                            ),
                            Ct
                        ),
                    Ct
                )
                .GetAwaiter()
                .GetResult();
        Node Again(Node node) => node.With(Given.Statement("by/aftale/anden", Given.Says($"{node.Titel} igen")));
    }

    [Fact]
    public async Task What_cannot_be_read_or_searched_says_so_and_how_it_is_looked_into()
    {
        await AskAsync("MATCH (n:_Node {slags: 'Bidrag'}) SET n.udsagn = 'x'");
        await AskAsync("DROP INDEX _node_found");
        var graph = await _store.NewestAsync(Ct);
        var read = await Assert.ThrowsAsync<StoreException>(() => graph.NodesAsync([Bidrag.Key], Ct));
        Assert.Contains("Knuden by/bidrag/faelles-skema har udsagn, der ikke kan læses", read.Message, StringComparison.Ordinal);
        var searched = await Assert.ThrowsAsync<StoreException>(() => graph.SearchAsync(new("trivsel", [], null, First: 5), Ct));
        Assert.Contains("mangler et indeks", searched.Message, StringComparison.Ordinal);
        await _store.MendAsync(Ct);
        Assert.Equal([Indsats], (await graph.SearchAsync(new("trivsel", [], null, First: 5), Ct)).Items.Select(h => h.Node));
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
        await _store.CommitAsync(Given.Changes(1, [Renamed], [Omfatter], [], []), Ct);
        var kept = await AskAsync(
            "MATCH (i:Indsats)-[m:MIN_NOTE]->(n:Note) RETURN i.name, i.minFarve, i.fraDato, i.punkt, m.af, n.tekst, "
                + "COUNT { (i)-[:I_CENTER]->() }"
        );
        Assert.Equal(["Trivsel for alle", "grøn", null, null, "Ada", "husk", 0L], kept);
        Assert.Empty((await _store.VerifyAsync((_, _) => { }, Ct)).Faults);
        var graph = await _store.NewestAsync(Ct);
        Assert.Equal(4, (await graph.SelectAsync(Selection.Whole, Ct)).Nodes.Count);
        Assert.Equal(
            [Bidrag],
            (await graph.ExpandAsync(new([Indsats.Key], new([], Direction.Out, []), null, [], Page.Everything), Ct))[0]
                .Items.Select(n => n.Node)
        );
        // Even what is joined to what the store keeps for itself goes with it, and holds no commit up.
        await AskAsync("MATCH (n:_Node {slags: 'Indsats'}), (m:Note {tekst: 'løs'}) CREATE (m)-[:OM]->(n)");
        await _store.CommitAsync(Given.Changes(2, [], [], [Indsats.Key], [Omfatter.Key]), Ct);
        Assert.Equal(2L, (await AskAsync("MATCH (n:Note) RETURN count(*)"))![0]);
    }

    private async Task<(long Revisions, int Nodes, int Edges, string Faults)> HealthAsync()
    {
        var health = await _store.VerifyAsync((_, _) => { }, Ct);
        return (health.Revisions, health.Nodes, health.Edges, string.Join('\n', health.Faults));
    }

    private async Task<object?[]?> AskAsync(string cypher) =>
        (await _api.WriteAsync(new(cypher, new Dictionary<string, object?>()), Ct)).FirstOrDefault();
}

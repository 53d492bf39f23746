using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Application.Loading;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>A generic graph, a JSON object a line.</summary>
public sealed class LoadGraphTests : IAsyncLifetime
{
    private static readonly string[] Lines =
    [
        """{"t":"edge","type":"hierarki","from":"v","to":"i"}""",
        """{"t":"node","id":"v","kind":"Vision","level":0,"title":"Tryghed i hele byen","kommune":"Prøvelev","year":2026}""",
        """{"t":"node","id":"i","level":2,"title":"Åben dør","kommune":"Prøvelev Kommune","centre":"Center for Børn"}""",
        "",
        """{"t":"edge","type":"kobling","from":"i","to":"b"}""",
        """{"t":"edge","type":"kobling","from":"b","to":"i"}""",
        """{"t":"node","id":"b","kind":"bidrag","title":"Åben dør","kommune":"Prøvelev","centre":"Center for Børn","year":"""
            + """2026,"deadline":"2026-12-31"}""",
        """{"t":"edge","type":"hierarki","from":"i","to":"b"}""",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("load-test-").FullName;
    private SqliteStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), Ct);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Lines_in_any_order_become_nodes_with_their_place_centre_and_deadline()
    {
        var report = await LoadAsync(Lines);
        Assert.Equal((3, 3), (report.Nodes, report.Edges)); // the coupling is stated twice and is one
        var graf = await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct);
        var bidrag = Assert.Single(graf.Nodes, n => n.Kind == NodeKind.Bidrag);
        Assert.Equal(
            ("proevelev", "proevelev/organisation/center-for-boern", new DateOnly(2026, 12, 31)),
            (bidrag.Kommune, bidrag.Vist.Center, bidrag.Indhold.Tider[0].Til)
        );
        Assert.Equal(new("graf", 7, "Åben dør"), bidrag.Vist.Herkomst[0]);
        Assert.Equal([EdgeType.UdmoentesI, EdgeType.Omfatter, EdgeType.KoblerTil], graf.Edges.Select(k => k.Type).Order());
    }

    [Fact]
    public async Task The_same_lines_again_change_nothing()
    {
        var first = await LoadAsync(Lines);
        var again = await LoadAsync(Lines);
        Assert.Equal((0, first.Revision), (again.Changed, again.Revision));
    }

    [Fact]
    public async Task What_was_loaded_before_ids_were_kept_gets_them_by_the_same_lines()
    {
        var first = await LoadAsync(Lines);
        var whole = await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct);
        await _store.CommitAsync(
            new(
                first.Revision,
                new(DateTimeOffset.UnixEpoch, "prøve", "test", "test", "test"),
                [.. whole.Nodes.Where(n => n.Kind != NodeKind.Aftale).Select(Nameless)],
                [],
                [],
                []
            ),
            Ct
        );
        Assert.True((await LoadAsync(Lines)).Changed > 0);
        Assert.Equal(whole, await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct));
        Assert.Equal(0, (await LoadAsync(Lines)).Changed);

        static Node Nameless(Node node) =>
            Node.Of(
                node.Key,
                node.Kind,
                node.Kommune,
                [.. node.Udsagn.Select(u => u with { Indhold = u.Indhold with { Egenskaber = [] } })]
            );
    }

    [Fact]
    public async Task A_load_that_was_cut_is_taken_up_by_the_same_command()
    {
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new LoadGraph(_store, TimeProvider.System) { Batch = 2 }.LoadAsync(
                () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Lines))),
                "graf",
                "prøve",
                (done, _) =>
                {
                    if (done == 4)
                    {
                        cut.Cancel();
                    }
                },
                cut.Token
            )
        );
        var kept = await _store.LatestAsync(Ct);
        Assert.Equal(2, kept);
        var report = await LoadAsync(Lines);
        Assert.True(report.Changed > 0 && report.Revision > kept);

        var whole = await SqliteStore.OpenAsync(Path.Combine(_folder, "hel.db"), Ct);
        await new LoadGraph(whole, TimeProvider.System).LoadAsync(
            () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Lines))),
            "graf",
            "prøve",
            (_, _) => { },
            Ct
        );
        Assert.Equal(
            await new ReadGraph(await whole.NewestAsync(Ct)).ReadAsync(Ct),
            await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct)
        );
        await whole.DisposeAsync();
    }

    [Fact]
    public async Task Another_graph_of_the_same_name_takes_its_place()
    {
        await LoadAsync(Lines);
        await LoadAsync([.. Lines.Where(l => !l.Contains("\"b\"", StringComparison.Ordinal))]);
        var graf = await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct);
        Assert.DoesNotContain(graf.Nodes, n => n.Kind == NodeKind.Bidrag);
        Assert.Single(graf.Edges);
    }

    [Fact]
    public async Task It_stands_beside_what_documents_say_of_the_same_things()
    {
        var document = SourceFolder.Read(ImportTests.Seed).First(f => f.RelativePath.Contains("slagelse", StringComparison.Ordinal));
        await new ImportDocuments(_store, TimeProvider.System).ImportAsync(document, null, "prøve", dryRun: false, Ct);
        var before = await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct);
        await LoadAsync([.. Lines.Select(l => l.Replace("Prøvelev", "Slagelse", StringComparison.Ordinal))]);
        var kommune = (await (await _store.NewestAsync(Ct)).NodesAsync(["slagelse"], Ct))[0];
        Assert.Equal(2, kommune.Udsagn.Count);
        await new RemoveAgreement(_store, TimeProvider.System).RemoveAsync(
            (await (await _store.NewestAsync(Ct)).NodesAsync(["slagelse/aftale/graf-graf"], Ct))[0],
            "prøve",
            dryRun: false,
            Ct
        );
        Assert.Equal(before, await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct));
    }

    [Theory]
    [InlineData(
        """{"t":"node","id":"x","kind":"Vision","title":"To","kommune":"By"}""",
        "Linje 9: id »x« står der allerede",
        """{"t":"node","id":"x","kind":"Vision","title":"En","kommune":"By"}"""
    )]
    [InlineData("""{"t":"edge","type":"hierarki","from":"b","to":"v"}""", "kan ikke gå fra bidrag til vision")]
    [InlineData("""{"t":"edge","type":"kobling","from":"b","to":"b"}""", "kan ikke gå fra bidrag til bidrag selv")]
    [InlineData("""{"t":"edge","type":"hierarki","from":"v","to":"findes ikke"}""", "kanten peger på »findes ikke«")]
    [InlineData("""{"t":"edge","type":"ejer","from":"v","to":"i"}""", "type »ejer«")]
    [InlineData("""{"t":"node","id":"x","kind":"Bidrag","level":2,"title":"x","kommune":"By"}""", "bidrag er ikke på niveau 2")]
    [InlineData("""{"t":"node","id":"x","level":6,"title":"x","kommune":"By"}""", "level er 0 til 5")]
    [InlineData("""{"t":"node","id":"x","kind":"Bidrag","title":"x","kommune":"By","deadline":"31/12"}""", "deadline »31/12«")]
    [InlineData("""{"t":"node","id":"x"}""", "kind mangler")]
    [InlineData("""["t","node"]""", "den er ikke ét JSON-objekt")]
    [InlineData("""{"t":"node" """, "den er ikke ét JSON-objekt")]
    public async Task A_wrong_line_is_named_and_nothing_is_stored(string wrong, string said, string? before = null)
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            LoadAsync([.. before is null ? Lines : Lines[..7].Append(before), wrong])
        );
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("Linje 9: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _store.LatestAsync(Ct));
    }

    private Task<LoadReport> LoadAsync(string[] lines) =>
        new LoadGraph(_store, TimeProvider.System).LoadAsync(
            () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))),
            "graf",
            "prøve",
            (_, _) => { },
            Ct
        );
}

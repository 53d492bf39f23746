using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>What importing does to a store, over the seed agreements.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    internal static readonly string Seed = FindSeed();
    private readonly string _folder = Directory.CreateTempSubdirectory("application-test-").FullName;
    private SqliteStore _store = null!;
    private int _stores;

    public static TheoryData<string> Agreements =>
        [.. Directory.GetDirectories(Seed).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync() => _store = await NewStoreAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task An_agreement_becomes_the_graph_beside_it(string name)
    {
        Assert.Equal(ImportOutcome.Imported, (await ImportAsync(_store, "aftale.md", Text(name))).Outcome);
        var expected = Path.Combine(Seed, name, "aftale.graf.json");
        var actual = await JsonAsync(_store);
        if (Environment.GetEnvironmentVariable("SNAP_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(expected, actual);
        }

        Assert.Equal(await File.ReadAllTextAsync(expected), actual);
    }

    [Fact]
    public async Task A_set_of_documents_gives_the_same_graph_in_whatever_order()
    {
        const int seed = 5;
        var random = new Random(seed);
        var names = Agreements.Select(r => r.Data).ToArray();
        foreach (var name in names)
        {
            await ImportAsync(_store, name, Text(name));
        }

        var expected = await JsonAsync(_store);
        for (var round = 0; round < 6; round++)
        {
            random.Shuffle(names);
            await using var other = await NewStoreAsync();
            foreach (var name in names)
            {
                await ImportAsync(other, name, Text(name));
            }

            Assert.Equal(expected, await JsonAsync(other));
        }
    }

    [Fact]
    public async Task A_new_edition_withdraws_only_its_own_statements()
    {
        await ImportAsync(_store, "a", Text("vestersoe-boern-og-unge"));
        await ImportAsync(_store, "b", Text("vestersoe-sundhed-og-omsorg"));
        var edited = Text("vestersoe-boern-og-unge").Replace("Fællesskaber for alle", "Plads til alle", StringComparison.Ordinal);
        var report = await ImportAsync(_store, "a", edited);

        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        var graf = await new ReadGraph(await _store.NewestAsync(default)).ReadAsync(default);
        Assert.DoesNotContain(graf.Nodes, n => n.Titel == "Fællesskaber for alle");
        Assert.Contains(graf.Nodes, n => n.Titel == "Plads til alle");
        Assert.Contains(graf.Nodes, n => n.Titel == "Lige adgang til sundhed");
        Assert.Equal("2", graf.Nodes.Single(n => n.Key == report.Aftale).Indhold[Egenskaber.Udgave]);
    }

    [Fact]
    public async Task The_same_bytes_from_another_place_change_nothing()
    {
        await ImportAsync(_store, "mappe/a.md", Text("vestersoe-boern-og-unge"));
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(_store, "b.md", Text("vestersoe-boern-og-unge"))).Outcome);
        Assert.Equal(1, await _store.LatestAsync(default));
    }

    [Fact]
    public async Task Of_two_files_that_state_one_agreement_the_later_stands_and_it_is_told()
    {
        var old = Text("vestersoe-boern-og-unge");
        var later = old.Replace("214", "215", StringComparison.Ordinal);
        await ImportAsync(_store, "a.md", old);
        Assert.Contains((await ImportAsync(_store, "b.md", later)).Diagnostics, d => d.Code == "APP003");
        var revision = await _store.LatestAsync(default);
        var back = await ImportAsync(_store, "a.md", old);
        Assert.Equal(ImportOutcome.Unchanged, back.Outcome);
        Assert.Contains(back.Diagnostics, d => d.Code == "APP004");
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(_store, "b.md", later)).Outcome);
        Assert.Equal(revision, await _store.LatestAsync(default));
    }

    [Fact]
    public async Task An_earlier_signed_document_of_another_file_gives_way_in_whatever_order()
    {
        var old = Text("vestersoe-boern-og-unge");
        var later = old.Replace("\n3. marts 2025", "\n4. april 2025", StringComparison.Ordinal)
            .Replace("214", "215", StringComparison.Ordinal);
        await ImportAsync(_store, "z.md", later);
        Assert.Contains((await ImportAsync(_store, "a.md", old)).Diagnostics, d => d.Code == "APP004");
        await using var other = await NewStoreAsync();
        await ImportAsync(other, "a.md", old);
        await ImportAsync(other, "z.md", later);
        Assert.Contains("215", await JsonAsync(_store), StringComparison.Ordinal);
        Assert.Equal(await JsonAsync(other), await JsonAsync(_store));
        var revision = await _store.LatestAsync(default);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(_store, "a.md", old)).Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(_store, "z.md", later)).Outcome);
        Assert.Equal(revision, await _store.LatestAsync(default));
    }

    [Fact]
    public async Task Three_editions_of_one_agreement_give_one_graph_in_whatever_order_also_where_their_files_share_a_name()
    {
        var january = Text("vestersoe-boern-og-unge");
        var april = january
            .Replace("\n3. marts 2025", "\n4. april 2025", StringComparison.Ordinal)
            .Replace("214", "215", StringComparison.Ordinal);
        var may = january
            .Replace("\n3. marts 2025", "\n5. maj 2025", StringComparison.Ordinal)
            .Replace("214", "216", StringComparison.Ordinal);
        (string Name, string Text)[] editions = [("1.md", january), ("2.md", april), ("3.md", may)];
        int[][] orders =
        [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
        ];
        var graphs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            await using var store = await NewStoreAsync();
            await using var named = await NewStoreAsync();
            foreach (var i in order)
            {
                await ImportAsync(store, editions[i].Name, editions[i].Text);
                await ImportAsync(named, "aftale.md", editions[i].Text);
            }

            graphs.Add(await JsonAsync(store));
            Assert.Contains("216", await JsonAsync(named), StringComparison.Ordinal);
        }

        Assert.Contains("216", Assert.Single(graphs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_agreements_in_one_file_are_two_revisions()
    {
        var begge = Text("vestersoe-boern-og-unge") + "\n" + Text("vestersoe-sundhed-og-omsorg");
        var report = await ImportAsync(_store, "begge.md", begge);
        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        Assert.Equal(2, await _store.LatestAsync(default));
        Assert.Equal(
            2,
            (await new ReadGraph(await _store.NewestAsync(default)).ReadAsync(default)).Nodes.Count(n =>
                n is { Kind: NodeKind.Aftale, Henvist: false }
            )
        );
    }

    [Fact]
    public void A_pipe_in_the_folder_is_not_waited_for()
    {
        var pipe = Path.Combine(_folder, "roer.md");
        using var made = System.Diagnostics.Process.Start("mkfifo", pipe);
        made.WaitForExit();
        Assert.SkipUnless(made.ExitCode == 0, "mkfifo is not to be had");
        Assert.Empty(Assert.Single(SourceFolder.Read(pipe)).Content!);
    }

    [Fact]
    public async Task An_analysts_decision_outlives_a_new_edition()
    {
        await ImportAsync(_store, "a", Text("vestersoe-boern-og-unge"));
        var kobling = (await new ReadGraph(await _store.NewestAsync(default)).ReadAsync(default)).Edges.First(e =>
            e.Type == EdgeType.KoblerTil
        );
        var decided = kobling with { Afgoerelse = KoblingStatus.Bekraeftet };
        await _store.CommitAsync(new(1, new(DateTimeOffset.UnixEpoch, "t", "decide", null, "bekræftet"), [], [decided], [], []), default);

        await ImportAsync(_store, "a", Text("vestersoe-boern-og-unge").Replace("214 elever", "215 elever", StringComparison.Ordinal));
        var after = (await (await _store.NewestAsync(default)).EdgesAsync([kobling.Key], default)).Single();
        Assert.Equal((KoblingStatus.Bekraeftet, 1.0), (after.Afgoerelse, after.Tillid));
    }

    [Fact]
    public async Task A_mention_by_short_name_moves_to_the_effort_that_another_agreement_states()
    {
        await ImportAsync(_store, "a", Text("vestersoe-boern-og-unge"));
        Assert.Contains(
            (await new ReadGraph(await _store.NewestAsync(default)).ReadAsync(default)).Nodes,
            n => n.Kind == NodeKind.Indsats && n is { Titel: "Unge i job og uddannelse", Henvist: true }
        );
        await ImportAsync(_store, "b", Text("vestersoe-arbejde-og-uddannelse"));
        var graf = await new ReadGraph(await _store.NewestAsync(default)).ReadAsync(default);
        var indsats = Assert.Single(graf.Nodes, n => n.Kind == NodeKind.Indsats && n.Titel == "Unge i job og uddannelse");
        Assert.False(indsats.Henvist);
        Assert.Contains(graf.Edges, e => e.Type == EdgeType.KoblerTil && e.To == indsats.Key && e.Art == KoblingArt.Eksplicit);
    }

    [Fact]
    public async Task A_revision_that_later_ones_built_on_is_not_undone()
    {
        await ImportAsync(_store, "a", Text("vestersoe-boern-og-unge"));
        await ImportAsync(_store, "a", Text("vestersoe-boern-og-unge").Replace("214", "215", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<StoreException>(() =>
            new UndoRevision(_store, TimeProvider.System).UndoAsync(1, "t", false, default)
        );
        Assert.Contains("Fortryd de senere revisioner først", error.Message, StringComparison.Ordinal);
        await new UndoRevision(_store, TimeProvider.System).UndoAsync(2, "t", false, default);
        Assert.Equal(3, await _store.LatestAsync(default));
    }

    private async Task<SqliteStore> NewStoreAsync() => await SqliteStore.OpenAsync(Path.Combine(_folder, $"{_stores++}.db"), default);

    private static Task<ImportReport> ImportAsync(SqliteStore store, string file, string text) =>
        new ImportDocuments(store, TimeProvider.System).ImportAsync(
            new(file, Encoding.UTF8.GetBytes(text)),
            null,
            "test",
            dryRun: false,
            default
        );

    private static async Task<string> JsonAsync(SqliteStore store)
    {
        using var memory = new MemoryStream();
        GrafJson.Write(await new ReadGraph(await store.NewestAsync(default)).ReadAsync(default), memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Seed, name, "aftale.md"));

    private static string FindSeed()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Effektkaeder.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at.FullName, "seed");
    }
}

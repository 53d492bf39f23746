using System.Text;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Each document says that the other's centre stands above its own: no one of them is wrong, both together are a ring.</summary>
public sealed class RingTests : IAsyncLifetime
{
    private const string Vand = "Center for Vand",
        Luft = "Center for Luft";

    private readonly string _folder = Directory.CreateTempSubdirectory("ring-test-").FullName;
    private readonly List<SqliteStore> _stores = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_is_stored_in_whatever_order_and_reported()
    {
        var (one, other) = (await RingAsync(Vand, Luft), await RingAsync(Luft, Vand));
        var ring = Assert.Single(await new RunChecks(one).RunAsync(["RING"], null, null, Ct));
        Assert.Equal(ring.Besked, Assert.Single(await new RunChecks(other).RunAsync(["RING"], null, null, Ct)).Besked);
        Assert.Contains("center-for-vand", ring.Besked, StringComparison.Ordinal);
        var whole = await new ReadGraph(one).ReadAsync(Ct);
        Assert.Equal(whole, await new ReadGraph(other).ReadAsync(Ct));
    }

    [Fact]
    public async Task Every_walk_ends()
    {
        var graph = await RingAsync(Vand, Luft);
        var udsnit = await graph.SelectAsync(Selection.Whole, Ct);
        Assert.All(udsnit.Nodes, n => udsnit.CenterOf(n));
        await new RunChecks(graph).RunAsync([], null, null, Ct);
        await new ReadCentermatrix(graph).ReadAsync(null, Ct);
        Assert.NotEmpty(Centerkoblinger.Of(udsnit).Select(k => k.A).Append("-"));
        var organisations = udsnit.Nodes.Where(n => n.Kind == NodeKind.Organisation).ToList();
        foreach (var organisation in organisations)
        {
            var valg = new Paavirkningsvalg(Retning.Begge, [EdgeType.HoererUnder, .. Walk.Hierarchy, EdgeType.KoblerTil], Gennem: true);
            await new AskImpact(graph).AskAsync([new(organisation.Key, AendringArt.Bortfalder)], valg, Ct);
            await new FindPaths(graph).FindAsync(organisation.Key, organisations[0].Key, 2, 10, Ct);
        }

        var center = organisations.First(o => o.Titel == Vand);
        foreach (var scene in new[] { Scene.Overblik, Scene.Koblinger, Scene.Tidslinje, Scene.Effektkaede, Scene.Center })
        {
            var node = scene is Scene.Effektkaede or Scene.Center ? center.Key : null;
            try
            {
                Assert.NotEmpty((await new DrawDiagram(graph).DrawAsync(new(scene, node), Ct)).Svg);
            }
            catch (SceneException)
            {
                // A scene may have nothing to show; what matters is that it ends.
            }
        }
    }

    [Fact]
    public async Task By_hand_none_is_made()
    {
        await RingAsync(Vand);
        var (lower, upper) = ("guldborgsund/organisation/center-for-luft", "guldborgsund/organisation/center-for-vand");
        var refused = await new EditEdge(_stores[^1], TimeProvider.System).CreateAsync(
            EdgeType.HoererUnder,
            lower,
            upper,
            null,
            null,
            null,
            null,
            "test",
            Ct
        );
        Assert.Equal("REGEL", Assert.Single(refused.Errors).Kode);
    }

    /// <summary>Imports, in this order, the documents of these centres.</summary>
    private async Task<IGraph> RingAsync(params string[] centres)
    {
        var store = await SqliteStore.OpenAsync(Path.Combine(_folder, $"{_stores.Count}.db"), Ct);
        _stores.Add(store);
        var seed = await File.ReadAllTextAsync(Path.Combine(ImportTests.Seed, "guldborgsund-maalaftale-2016-18", "aftale.md"), Ct);
        foreach (var center in centres)
        {
            var text = seed.Replace("Socialpsykiatrien og Center for Afhængighed", center, StringComparison.Ordinal)
                .Replace("Socialpsykiatrien/CFA", center, StringComparison.Ordinal)
                .Replace("Center for Socialområdet", center == Vand ? Luft : Vand, StringComparison.Ordinal);
            var file = new SourceFile($"{center}.md", Encoding.UTF8.GetBytes(text));
            var report = await new ImportDocuments(store, TimeProvider.System).ImportAsync(file, null, "test", dryRun: false, Ct);
            Assert.Equal(ImportOutcome.Imported, report.Outcome);
        }

        return await store.NewestAsync(Ct);
    }
}

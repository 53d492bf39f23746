using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Checks of a part are those of the whole that are about the part, though only the part is looked at.</summary>
public sealed class RunChecksTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checks-test-").FullName;
    private SqliteStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), Ct, inMemory: true);
        var import = new ImportDocuments(_store, TimeProvider.System);
        foreach (var folder in Directory.GetDirectories(ImportTests.Seed).Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllBytesAsync(Path.Combine(folder, "aftale.md"), Ct);
            await import.ImportAsync(new(Path.GetFileName(folder), text), null, "test", false, Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_municipality_has_what_the_whole_says_of_it()
    {
        var graph = await _store.NewestAsync(Ct);
        var all = await new RunChecks(graph).RunAsync([], null, null, Ct);
        var kommuner = (await graph.SelectAsync(Selection.Whole, Ct)).Nodes.Select(n => n.Kommune).Distinct().ToList();
        Assert.True(kommuner.Count > 2);
        foreach (var kommune in kommuner)
        {
            Same(all.Where(f => f.Node.Kommune == kommune), await new RunChecks(graph).RunAsync([], kommune, null, Ct));
        }
    }

    [Fact]
    public async Task An_agreement_has_what_the_whole_says_of_it()
    {
        var graph = await _store.NewestAsync(Ct);
        var all = await new RunChecks(graph).RunAsync([], null, null, Ct);
        var aftaler = (await graph.SelectAsync(Selection.Whole, Ct)).NodesOf(NodeKind.Aftale).ToList();
        Assert.True(aftaler.Count > 4);
        foreach (var aftale in aftaler)
        {
            Same(
                all.Where(f => f.Node.Key == aftale.Key || f.Node.Udsagn.Any(u => u.Aftale == aftale.Key)),
                await new RunChecks(graph).RunAsync([], null, aftale.Key, Ct)
            );
        }
    }

    [Fact]
    public async Task A_scorecard_of_a_part_is_that_of_the_whole()
    {
        var checks = new RunChecks(await _store.NewestAsync(Ct));
        var all = await checks.ScoreAsync(null, null, Ct);
        Assert.Contains(all, t => t.Points.Any(p => p.Fund.Count > 0));
        foreach (var kommune in all.Select(t => t.Aftale.Kommune).Distinct())
        {
            Assert.Equal(
                all.Where(t => t.Aftale.Kommune == kommune).Select(Told),
                (await checks.ScoreAsync(kommune, null, Ct)).Select(Told)
            );
        }

        foreach (var tavle in all)
        {
            Assert.Equal(Told(tavle), Told(Assert.Single(await checks.ScoreAsync(null, tavle.Aftale.Key, Ct))));
        }
    }

    private static string Told(Pointtavle tavle) =>
        $"{tavle.Aftale.Key}: {string.Join("; ", tavle.Points.Select(p => string.Join(", ", p.Fund.Select(Told))))}";

    /// <summary>Columns tell where a check has anything to look for; the elements themselves tell the same.</summary>
    [Fact]
    public async Task By_columns_the_same_is_found_as_by_the_elements_and_gravest_first()
    {
        var graph = await _store.NewestAsync(Ct);
        var whole = await graph.SelectAsync(Selection.Whole, Ct);
        var expected = Kontroller.Run(Udsnit.Of(whole.Nodes, whole.Edges), null, Ct);
        Assert.Equal(3, expected.Select(f => f.Alvor).Distinct().Count());
        Same(expected, await new RunChecks(graph).RunAsync([], null, null, Ct));
        Same(
            Kontroller
                .Alle.SelectMany((r, place) => expected.Where(f => f.Kode == r.Kode).Select(f => (f, place)))
                .OrderBy(f => f.f.Alvor)
                .ThenBy(f => f.place)
                .ThenBy(f => f.f.Node.Key, StringComparer.Ordinal)
                .Select(f => f.f),
            expected
        );
        foreach (var alvor in Enum.GetValues<Alvor>())
        {
            Same(expected.Where(f => f.Alvor == alvor), await new RunChecks(graph).FindAsync([], [alvor], null, null, Ct));
        }
    }

    private static void Same(IEnumerable<Fund> expected, IEnumerable<Fund> asked) =>
        Assert.Equal(expected.Select(Told), asked.Select(Told));

    private static string Told(Fund fund) => $"{fund.Kode} {fund.Node.Key} {fund.Besked}";
}

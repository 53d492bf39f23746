using System.Text;
using Effektkaeder.Application;
using Effektkaeder.Application.Importing;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Contract.Sqlite;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Synthesis;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>Several who import into one server at the same time, each as a process of its own would: a store, a lease of nothing.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class ManyWritersTests
{
    private const int Writers = 4,
        Documents = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_document_lands_and_the_graph_is_the_one_that_one_after_another_gives()
    {
        SourceFile[] files =
        [
            .. Land.Aftaler(new(2, 5, 2))
                .Take(Documents)
                .Select(aftale => new SourceFile(aftale.Fil, Encoding.UTF8.GetBytes(Dokumenter.Write(aftale)))),
        ];
        await using var engine = new Neo4jEngine();
        await engine.PrepareAsync(Ct);
        var writers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => engine.OpenAsync(Ct)));
        var reports = await Task.WhenAll(
            writers.Select((store, writer) => ImportAsync(store, files.Where((_, i) => i % Writers == writer)))
        );
        Assert.All(reports.SelectMany(r => r), r => Assert.True(r.Outcome == ImportOutcome.Imported, r.File));
        Assert.Equal(Documents, reports.Sum(r => r.Count));
        Assert.Equal(Documents, (await writers[0].NewestAsync(Ct)).Revision);
        Assert.Empty((await writers[0].VerifyAsync((_, _) => { }, Ct)).Faults);

        await using var alone = new SqliteEngine();
        await using var after = await alone.OpenAsync(Ct);
        await ImportAsync(after, files.Reverse());
        Assert.Equal(await ExportAsync(after), await ExportAsync(writers[0]));
        foreach (var store in writers)
        {
            await store.DisposeAsync();
        }
    }

    private static async Task<List<ImportReport>> ImportAsync(IGraphStore store, IEnumerable<SourceFile> files)
    {
        var (import, reports) = (new ImportDocuments(store, TimeProvider.System), new List<ImportReport>());
        foreach (var file in files)
        {
            reports.Add(await import.ImportAsync(file, null, "test", dryRun: false, Ct));
        }

        return reports;
    }

    private static async Task<string> ExportAsync(IGraphStore store)
    {
        using var bytes = new MemoryStream();
        GrafJson.Write(await new ReadGraph(await store.NewestAsync(Ct)).ReadAsync(Ct), bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

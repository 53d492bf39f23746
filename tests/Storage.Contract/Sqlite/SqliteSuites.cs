using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Storage.Contract.Sqlite;

/// <summary>A file in a folder of its own.</summary>
internal sealed class SqliteEngine : IEngine
{
    private readonly string _folder = Directory.CreateTempSubdirectory("effekt-store-").FullName;

    public Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task<IGraphStore> OpenAsync(CancellationToken ct) => await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), ct);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteCommits() : CommitContract(new SqliteEngine());

public sealed class SqliteRevisions() : RevisionContract(new SqliteEngine());

public sealed class SqliteQueries() : QueryContract(new SqliteEngine());

public sealed class SqliteExpansions() : ExpandContract(new SqliteEngine());

public sealed class SqliteSearches() : SearchContract(new SqliteEngine());

public sealed class SqliteAtRandom() : RandomContract(new SqliteEngine());

public sealed class SqliteSelections() : SelectContract(new SqliteEngine());

public sealed class SqliteConcurrently() : ConcurrentContract(new SqliteEngine());

public sealed class SqliteScenarioShelf() : ScenarioContract(new SqliteEngine());

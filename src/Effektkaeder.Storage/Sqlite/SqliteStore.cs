using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The embedded engine: one file, several readers, one writer at a time.</summary>
public sealed class SqliteStore : IGraphStore
{
    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly SqliteHistory _history;
    private readonly SqliteMemory _memory;
    private readonly RevisionWatch _watch;
    private long _committed;

    private SqliteStore(SqliteDatabase database)
    {
        _database = database;
        (_writer, _history, _memory, _watch) = (new(database), new(database), new(database), new(database));
        (Location, Scenarios) = (database.Path, new SqliteScenarios(database, _watch));
    }

    public string Location { get; }

    public IScenarios Scenarios { get; }

    /// <summary>
    /// Whether the newest graph is kept in memory and answers from there: for who asks often. It is read in when it is first asked
    /// for, and until it is there the file answers.
    /// </summary>
    public bool KeepsInMemory { get; init; }

    /// <summary>Told who is waited for, when that takes long.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>Opens a file, makes it where it is missing, and brings its schema forward.</summary>
    /// <param name="inMemory">See <see cref="KeepsInMemory"/>.</param>
    /// <param name="progress">Told how many elements of how many are read over, where an older file is brought forward.</param>
    /// <param name="waiting">See <see cref="Waiting"/>.</param>
    public static async Task<SqliteStore> OpenAsync(
        string path,
        CancellationToken ct,
        bool inMemory = false,
        Action<long, long>? progress = null,
        Action<string>? waiting = null
    )
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new StoreException($"{path} er en mappe; et lager er en fil.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"Mappen til lageret {path} kan ikke laves: {e.Message}", inner: e);
        }
        var database = new SqliteDatabase(full);
        await Migrations.RunAsync(database, progress ?? ((_, _) => { }), ct);
        return new(database) { KeepsInMemory = inMemory, Waiting = waiting };
    }

    /// <summary>Lets go of a file that nobody here has open, so that it may be moved or deleted.</summary>
    public static void Release(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(new SqliteDatabase(Path.GetFullPath(path)).ConnectionString);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
    }

    public Task<IGraph> NewestAsync(CancellationToken ct) => GraphAsync(_watch.Latest(), ct);

    public Task<IGraph> AtAsync(long revision, CancellationToken ct)
    {
        var newest = _watch.Latest();
        UnknownRevisionException.ThrowUnless(revision, newest);
        return Task.FromResult(Exactly(revision));
    }

    public Task<IGraph> ToChangeAsync(CancellationToken ct) => Task.FromResult(Exactly(_watch.Latest()));

    private IGraph Exactly(long revision)
    {
        var stored = Stored(revision);
        return KeepsInMemory && _memory.IfHeld(revision) is { } held ? held : stored;
    }

    public Task<string?> TroubleAsync(CancellationToken ct) =>
        Task.FromResult(_watch.IsAtItsPath() ? _database.Damage : _database.Gone().Message);

    public Task<Revision?> RevisionAsync(long number, CancellationToken ct) =>
        _database.ReadAsync(r => SqliteReader.Revisions(r, "=", number, 1).FirstOrDefault(), null, ct);

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) =>
        _database.ReadAsync(r => SqliteReader.Changes(r, revision), null, ct);

    public async Task<IAsyncDisposable?> LeaseAsync(CancellationToken ct) => await WriteLease.TakeAsync(_database.Path, Waiting, ct);

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        ThrowWhereGone();
        var revision = await _writer.CommitAsync(changes, ct);
        if (revision is not null)
        {
            Landed(revision);
        }

        return revision;
    }

    public async Task<ICommitGroup?> GroupAsync(CancellationToken ct)
    {
        var lease = await LeaseAsync(ct);
        try
        {
            ThrowWhereGone();
            return new SqliteGroup(await Task.Run(() => _writer.Begin(ct), ct), lease, Landed);
        }
        catch
        {
            if (lease is not null)
            {
                await lease.DisposeAsync();
            }

            throw;
        }
    }

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => SqliteFaults.FindAsync(_database, ct);

    public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => StoreVerification.RunAsync(this, progress, ct);

    /// <summary>A copy of the whole file as it stands, made while others use it.</summary>
    /// <param name="path">A file that is not there yet.</param>
    public Task BackUpAsync(string path, CancellationToken ct) => _database.BackUpAsync(path, ct);

    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync();
        await _database.Moving;
        _watch.Dispose();
    }

    /// <summary>Reads the newest graph into memory, for who would rather wait now.</summary>
    public async Task WarmAsync(CancellationToken ct) => await _memory.AtAsync(Stored(_watch.Latest()), ct);

    /// <summary>A revision as the graph in memory answers it, read in or moved to where that is not of it.</summary>
    internal async Task<IGraph> InMemoryAsync(long revision, CancellationToken ct) => await _memory.AtAsync(Stored(revision), ct);

    /// <summary>See <see cref="SqliteDatabase.MostJournal"/>.</summary>
    internal long MostJournal
    {
        set => _database.MostJournal = value;
    }

    /// <summary>See <see cref="SqliteDatabase.MostWaiting"/>.</summary>
    internal int MostWaiting
    {
        set => _database.MostWaiting = value;
    }

    private void ThrowWhereGone()
    {
        if (!_watch.IsAtItsPath())
        {
            throw _database.Gone();
        }
    }

    /// <summary>What was committed is durable: in the file that is looked for at the path, or lost.</summary>
    private void Landed(Revision revision)
    {
        if (!_database.IsAtItsPath(revision))
        {
            throw _database.Gone();
        }

        Interlocked.Exchange(ref _committed, revision.Number);
    }

    private SqliteGraph Stored(long revision) => new(_database, _history, _memory, revision);

    private async Task<IGraph> GraphAsync(long newest, CancellationToken ct)
    {
        var stored = Stored(newest);
        return KeepsInMemory && await _memory.NewestAsync(stored, Interlocked.Read(ref _committed), ct) is { } ready ? ready : stored;
    }
}

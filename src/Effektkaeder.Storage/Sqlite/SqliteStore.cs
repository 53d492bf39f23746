using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The embedded engine: one file, several readers, one writer at a time.</summary>
public sealed class SqliteStore : IGraphStore
{
    private readonly SqliteReader _reader;
    private readonly SqliteWriter _writer;
    private readonly Snapshot _snapshot;
    private readonly SqliteDatabase _database;

    private SqliteStore(SqliteDatabase database)
    {
        _database = database;
        (_reader, _writer, _snapshot) = (new(database), new(database), new(database));
        Location = database.Path;
    }

    public string Location { get; }

    /// <summary>Opens a file, makes it where it is missing, and brings its schema forward.</summary>
    public static async Task<SqliteStore> OpenAsync(string path, CancellationToken ct)
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
        await Migrations.RunAsync(database, ct);
        return new(database);
    }

    /// <summary>Lets go of a file that nobody here has open, so that it may be moved or deleted.</summary>
    public static void Release(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(new SqliteDatabase(Path.GetFullPath(path)).ConnectionString);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
    }

    public Task<long> LatestAsync(CancellationToken ct) => _reader.LatestAsync(ct);

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => _reader.RevisionsAsync(">", 0, first, ct);

    public async Task<Revision?> RevisionAsync(long number, CancellationToken ct) =>
        (await _reader.RevisionsAsync("=", number, 1, ct)).FirstOrDefault();

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => _reader.ChangesAsync(revision, ct);

    public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        _reader.ByKeyAsync("node_version", keys, revision, ElementBodies.ReadNode, ct);

    public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        _reader.ByKeyAsync("edge_version", keys, revision, ElementBodies.ReadEdge, ct);

    public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => _reader.QueryAsync(query, ct);

    public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) => _reader.ExpandAsync(query, ct);

    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => _reader.SearchAsync(query, ct);

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        _reader.StatedByAsync(aftale, ct);

    /// <summary>The embedded engine selects nothing: it has the whole graph in memory.</summary>
    public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) =>
        selection.Revision is { } revision ? _snapshot.AtAsync(revision, ct) : _snapshot.LatestAsync(ct);

    public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => _writer.CommitAsync(changes, ct);

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => SqliteFaults.FindAsync(_database, ct);

    /// <summary>A copy of the whole file as it stands, made while others use it.</summary>
    /// <param name="path">A file that is not there yet.</param>
    public Task BackUpAsync(string path, CancellationToken ct) => _database.BackUpAsync(path, ct);

    public ValueTask DisposeAsync()
    {
        _snapshot.Dispose();
        return ValueTask.CompletedTask;
    }
}

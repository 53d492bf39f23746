using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The graph in memory, which every analysis reads: the newest, and the older one last asked for. It is read in in one pass, moved to
/// another revision by what changed in between, and swapped whole, so that a reader keeps the one it began with.
/// </summary>
internal sealed class SqliteMemory(SqliteDatabase database) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile State? _newest,
        _past;
    private Task? _warming;

    /// <summary>The revision in memory, read in or moved to where that is not of it.</summary>
    public async Task<MemoryGraph> AtAsync(IGraph stored, CancellationToken ct)
    {
        // Who finds it there waits for nobody; one reader at a time moves it.
        if (Held(stored.Revision) is { } seen)
        {
            return seen.Graph;
        }

        await _gate.WaitAsync(ct);
        try
        {
            return (Held(stored.Revision) ?? await MoveAsync(stored, ct)).Graph;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The newest revision in memory; null, and soon there, where nothing has been read in yet.</summary>
    public async Task<MemoryGraph?> IfReadyAsync(IGraph newest, CancellationToken ct)
    {
        if (_newest is not null)
        {
            return await AtAsync(newest, ct);
        }

        if (_warming is not { IsCompleted: false })
        {
            // What goes wrong is told to who asks for it: by the file, which answers meanwhile, or by the next attempt.
            _warming = Task.Run(() => AtAsync(newest, CancellationToken.None), CancellationToken.None);
        }

        return null;
    }

    public void Dispose() => _gate.Dispose();

    private State? Held(long revision) =>
        _newest is { } newest && newest.Revision == revision ? newest
        : _past is { } past && past.Revision == revision ? past
        : null;

    private async Task<State> MoveAsync(IGraph stored, CancellationToken ct)
    {
        var state = await database.ReadAsync(
            async c => (_newest ?? _past) is { } from ? await MoveAsync(c, from, stored, ct) : await LoadAsync(c, stored, ct),
            ct
        );
        if (_newest is null || state.Revision > _newest.Revision)
        {
            _newest = state;
        }
        else
        {
            _past = state;
        }

        return state;
    }

    private static async Task<State> LoadAsync(SqliteConnection connection, IGraph stored, CancellationToken ct)
    {
        var (nodes, edges) = (new SqlBuilder(), new SqlBuilder());
        nodes.Append($"SELECT v.body FROM node_version v WHERE {nodes.Stands("v", stored.Revision)}");
        edges.Append($"SELECT v.body FROM edge_version v WHERE {edges.Stands("v", stored.Revision)}");
        return State.Of(
            stored,
            (await SqliteReader.ListAsync(nodes, connection, r => ElementBodies.ReadNode(r.GetString(0)), ct)).ToDictionary(
                n => n.Key,
                StringComparer.Ordinal
            ),
            (await SqliteReader.ListAsync(edges, connection, r => ElementBodies.ReadEdge(r.GetString(0)), ct)).ToDictionary(
                e => e.Key,
                StringComparer.Ordinal
            )
        );
    }

    private static async Task<State> MoveAsync(SqliteConnection connection, State from, IGraph to, CancellationToken ct)
    {
        var nodes = await MovedAsync(connection, "node_version", from.Nodes, from.Revision, to.Revision, ElementBodies.ReadNode, ct);
        var edges = await MovedAsync(connection, "edge_version", from.Edges, from.Revision, to.Revision, ElementBodies.ReadEdge, ct);
        return State.Of(to, nodes, edges);
    }

    /// <summary>
    /// Takes out what began or ended between two revisions, either way, and puts in what of it stood at the one moved to.
    /// </summary>
    private static async Task<Dictionary<string, T>> MovedAsync<T>(
        SqliteConnection connection,
        string table,
        Dictionary<string, T> elements,
        long from,
        long to,
        Func<string, T> read,
        CancellationToken ct
    )
    {
        var next = new Dictionary<string, T>(elements, StringComparer.Ordinal);
        var sql = new SqlBuilder();
        string Touched(string column) =>
            $"""
                SELECT v.key, CASE WHEN {sql.Stands("v", to)} THEN v.body END FROM {table} v
                WHERE v.{column} > {sql.Value(Math.Min(from, to))} AND v.{column} <= {sql.Value(Math.Max(from, to))}
                """;
        sql.Append($"{Touched("from_rev")} UNION ALL {Touched("until_rev")}");
        var rows = await SqliteReader.ListAsync(
            sql,
            connection,
            r => (Key: r.GetString(0), Body: r.IsDBNull(1) ? null : r.GetString(1)),
            ct
        );
        foreach (var row in rows)
        {
            next.Remove(row.Key);
        }

        foreach (var row in rows.Where(r => r.Body is not null))
        {
            next[row.Key] = read(row.Body!);
        }

        return next;
    }

    private sealed record State(MemoryGraph Graph, Dictionary<string, Node> Nodes, Dictionary<string, Edge> Edges)
    {
        public long Revision => Graph.Revision;

        public static State Of(IGraph stored, Dictionary<string, Node> nodes, Dictionary<string, Edge> edges) =>
            new(new(stored, Udsnit.Of(nodes.Values, edges.Values)), nodes, edges);
    }
}

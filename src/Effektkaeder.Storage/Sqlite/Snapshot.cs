using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The graph in memory, which every analysis reads: the newest, and the older one last asked for. It is loaded in one pass, moved to
/// another revision by what changed in between, and swapped whole, so that a reader keeps the one it began with.
/// </summary>
internal sealed class Snapshot(SqliteDatabase database) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile State? _current,
        _past;

    public async Task<Udsnit> LatestAsync(CancellationToken ct)
    {
        // Who finds it up to date waits for nobody; one reader at a time brings it forward.
        var seen = _current;
        if (seen is not null && seen.Revision == await database.ReadAsync(c => SqliteReader.LatestAsync(c, ct), ct))
        {
            return seen.Udsnit;
        }

        return (await MoveAsync(null, s => _current = s, ct)).Udsnit;
    }

    public async Task<Udsnit> AtAsync(long revision, CancellationToken ct) =>
        _past is { } seen && seen.Revision == revision ? seen.Udsnit : (await MoveAsync(revision, s => _past = s, ct)).Udsnit;

    public void Dispose() => _gate.Dispose();

    private async Task<State> MoveAsync(long? revision, Action<State> keep, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var state = await database.ReadAsync(
                async c =>
                {
                    var number = revision ?? await SqliteReader.LatestAsync(c, ct);
                    return (_current ?? _past) is { } from ? await MoveAsync(c, from, number, ct) : await LoadAsync(c, number, ct);
                },
                ct
            );
            keep(state);
            return state;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<State> LoadAsync(SqliteConnection connection, long revision, CancellationToken ct)
    {
        var (nodes, edges) = (new SqlBuilder(), new SqlBuilder());
        nodes.Append($"SELECT v.body FROM node_version v WHERE {nodes.Stands("v", revision)}");
        edges.Append($"SELECT v.body FROM edge_version v WHERE {edges.Stands("v", revision)}");
        return State.Of(
            revision,
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

    private static async Task<State> MoveAsync(SqliteConnection connection, State from, long revision, CancellationToken ct)
    {
        if (from.Revision == revision)
        {
            return from;
        }

        var nodes = await MovedAsync(connection, "node_version", from.Nodes, from.Revision, revision, ElementBodies.ReadNode, ct);
        var edges = await MovedAsync(connection, "edge_version", from.Edges, from.Revision, revision, ElementBodies.ReadEdge, ct);
        return State.Of(revision, nodes, edges);
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

    private sealed record State(long Revision, Dictionary<string, Node> Nodes, Dictionary<string, Edge> Edges, Udsnit Udsnit)
    {
        public static State Of(long revision, Dictionary<string, Node> nodes, Dictionary<string, Edge> edges) =>
            new(revision, nodes, edges, Udsnit.Of(nodes.Values, edges.Values));
    }
}

using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The newest graph in memory, which every analysis reads. It is loaded in one pass, brought forward by what later revisions
/// changed, and swapped whole, so that a reader keeps the one it began with.
/// </summary>
internal sealed class Snapshot(SqliteDatabase database) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile State? current;

    public async Task<Udsnit> LatestAsync(CancellationToken ct)
    {
        // Who finds it up to date waits for nobody; one reader at a time brings it forward.
        var seen = current;
        if (seen is not null && seen.Revision == await database.ReadAsync(c => SqliteReader.LatestAsync(c, ct), ct)) return seen.Udsnit;
        await gate.WaitAsync(ct);
        try
        {
            return (current = await database.ReadAsync(async c =>
            {
                var latest = await SqliteReader.LatestAsync(c, ct);
                return current is null ? await LoadAsync(c, latest, null, ct)
                    : current.Revision == latest ? current
                    : await ForwardAsync(c, current, latest, ct);
            }, ct)).Udsnit;
        }
        finally
        {
            gate.Release();
        }
    }

    public Task<Udsnit> AtAsync(long revision, CancellationToken ct) =>
        database.ReadAsync(async c => (await LoadAsync(c, revision, revision, ct)).Udsnit, ct);

    public void Dispose() => gate.Dispose();

    private static async Task<State> LoadAsync(Microsoft.Data.Sqlite.SqliteConnection connection, long number, long? revision, CancellationToken ct)
    {
        var (nodes, edges) = (new SqlBuilder(), new SqlBuilder());
        nodes.Append($"SELECT v.body FROM node_version v WHERE {nodes.Stands("v", revision)}");
        edges.Append($"SELECT v.body FROM edge_version v WHERE {edges.Stands("v", revision)}");
        return State.Of(number,
            (await SqliteReader.ListAsync(nodes, connection, r => ElementBodies.ReadNode(r.GetString(0)), ct)).ToDictionary(n => n.Key, StringComparer.Ordinal),
            (await SqliteReader.ListAsync(edges, connection, r => ElementBodies.ReadEdge(r.GetString(0)), ct)).ToDictionary(e => e.Key, StringComparer.Ordinal));
    }

    private static async Task<State> ForwardAsync(Microsoft.Data.Sqlite.SqliteConnection connection, State from, long latest, CancellationToken ct)
    {
        var nodes = await ForwardAsync(connection, "node_version", from.Nodes, from.Revision, ElementBodies.ReadNode, ct);
        var edges = await ForwardAsync(connection, "edge_version", from.Edges, from.Revision, ElementBodies.ReadEdge, ct);
        return State.Of(latest, nodes, edges);
    }

    private static async Task<Dictionary<string, T>> ForwardAsync<T>(Microsoft.Data.Sqlite.SqliteConnection connection, string table, Dictionary<string, T> elements, long since, Func<string, T> read, CancellationToken ct)
    {
        var next = new Dictionary<string, T>(elements, StringComparer.Ordinal);
        var sql = new SqlBuilder();
        sql.Append($"""
            SELECT key, CASE WHEN until_rev IS NULL THEN body END FROM {table} WHERE from_rev > {sql.Value(since)}
            UNION ALL SELECT key, NULL FROM {table} WHERE until_rev > {sql.Value(since)}
            """);
        var rows = await SqliteReader.ListAsync(sql, connection, r => (Key: r.GetString(0), Body: r.IsDBNull(1) ? null : r.GetString(1)), ct);
        foreach (var row in rows.Where(r => r.Body is null)) next.Remove(row.Key);
        foreach (var row in rows.Where(r => r.Body is not null)) next[row.Key] = read(row.Body!);
        return next;
    }

    private sealed record State(long Revision, Dictionary<string, Node> Nodes, Dictionary<string, Edge> Edges, Udsnit Udsnit)
    {
        public static State Of(long revision, Dictionary<string, Node> nodes, Dictionary<string, Edge> edges) =>
            new(revision, nodes, edges, Udsnit.Of(nodes.Values, edges.Values));
    }
}

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
            return (Held(stored.Revision) ?? await Task.Run(() => Move(stored, ct), ct)).Graph;
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

    private State Move(IGraph stored, CancellationToken ct)
    {
        var from = _newest ?? _past ?? State.Empty;
        var state = database.Read(r => Move(r, from, stored), null, ct);
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

    private static State Move(Reading reading, State from, IGraph to) =>
        State.Of(
            to,
            Moved(
                reading,
                ("node_version", Reading.NodeFields("v")),
                from.Nodes,
                from.Revision,
                to.Revision,
                r => reading.Node(r, 2),
                n => n.Key
            ),
            Moved(
                reading,
                ("edge_version", Reading.EdgeFields("v")),
                from.Edges,
                from.Revision,
                to.Revision,
                r => reading.Edge(r, 2),
                e => e.Key
            )
        );

    /// <summary>
    /// Takes out what began or ended between two revisions, either way, and puts in what of it stood at the one moved to.
    /// </summary>
    private static Dictionary<string, T> Moved<T>(
        Reading reading,
        (string Name, string Fields) table,
        Dictionary<string, T> elements,
        long from,
        long to,
        Func<SqliteDataReader, T> read,
        Func<T, string> keyOf
    )
    {
        var next = new Dictionary<string, T>(elements, StringComparer.Ordinal);
        var sql = new SqlBuilder();
        string Touched(string column) =>
            $"""
                SELECT {sql.Stands("v", to)}, v.id, {table.Fields} FROM {table.Name} v
                WHERE v.{column} > {sql.Value(Math.Min(from, to))} AND v.{column} <= {sql.Value(Math.Max(from, to))}
                """;
        sql.Append($"{Touched("from_rev")} UNION ALL {Touched("until_rev")}");
        var rows = reading.List(sql, r => (Stands: r.GetInt32(0) == 1, Element: read(r)));
        foreach (var row in rows)
        {
            next.Remove(keyOf(row.Element));
        }

        foreach (var row in rows.Where(r => r.Stands))
        {
            next[keyOf(row.Element)] = row.Element;
        }

        return next;
    }

    private sealed record State(MemoryGraph? At, Dictionary<string, Node> Nodes, Dictionary<string, Edge> Edges)
    {
        public static readonly State Empty = new(null, [], []);

        public MemoryGraph Graph => At!;

        public long Revision => At?.Revision ?? 0;

        public static State Of(IGraph stored, Dictionary<string, Node> nodes, Dictionary<string, Edge> edges) =>
            new(new(stored, Udsnit.Of(nodes.Values, edges.Values)), nodes, edges);
    }
}

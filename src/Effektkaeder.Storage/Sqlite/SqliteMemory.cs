using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The graph in memory, which every analysis reads: the newest, and the older one last asked for. Its columns are read in in one pass,
/// moved to another revision by what changed in between, and swapped whole, so that a reader keeps the one it began with.
/// </summary>
internal sealed class SqliteMemory(SqliteDatabase database) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ElementSource _source = new(database);
    private volatile State? _newest,
        _past;
    private readonly Lock _starting = new();
    private readonly CancellationTokenSource _closing = new();
    private Task _moved = Task.CompletedTask,
        _settling = Task.CompletedTask;
    private long _rested;

    /// <summary>
    /// So long a reader waits for the revision that somebody else just made; then the last whole one answers. And a move takes at most
    /// one part of so many of the time, so that a writer who commits all the time does not take a core.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private const int Rest = 2;

    /// <summary>When nobody has committed for so long, what may wait is worked out.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(50);

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

    /// <summary>
    /// The newest revision in memory, or the last that is whole there while it is moved to the newest; null where the file must answer:
    /// nothing has been read in yet, or not what was committed here.
    /// </summary>
    /// <param name="atLeast">What was committed here, which who committed it must see.</param>
    public async Task<MemoryGraph?> NewestAsync(IGraph newest, long atLeast, CancellationToken ct)
    {
        if (_newest?.Revision != newest.Revision)
        {
            var moved = Begin(newest, isWanted: _newest?.Revision < atLeast);
            if (_newest is null)
            {
                return null;
            }

            // What goes wrong is told to who asks for it: by the file, which answers meanwhile, or by the next attempt.
            await Task.WhenAny(moved, Task.Delay(Patience, ct));
        }

        return _newest is { } held && held.Revision >= atLeast ? held.Graph : null;
    }

    /// <summary>This revision, where it is in memory already.</summary>
    public MemoryGraph? IfHeld(long revision) => Held(revision)?.Graph;

    /// <returns>Done when the revision is there. What of it may wait is worked out after that, and nobody waits for it.</returns>
    private Task Begin(IGraph newest, bool isWanted)
    {
        lock (_starting)
        {
            if (
                _moved.IsCompleted
                && (isWanted || (_settling.IsCompleted && TimeProvider.System.GetTimestamp() >= Volatile.Read(ref _rested)))
            )
            {
                var began = TimeProvider.System.GetTimestamp();
                _moved = Task.Run(() => AtAsync(newest, _closing.Token), _closing.Token);
                _settling = SettleAndRestAsync(_moved, began);
            }

            return _moved;
        }
    }

    private async Task SettleAndRestAsync(Task moved, long began)
    {
        await moved;
        var (settled, calm) = (_newest, TimeProvider.System.GetTimestamp());
        await Task.Delay(Calm, _closing.Token);
        var waited = TimeProvider.System.GetTimestamp() - calm;
        // Of revisions that follow each other closely the last is settled.
        if (_newest == settled)
        {
            await Task.Run(() => settled?.Rows.Settle(), _closing.Token);
        }

        var ended = TimeProvider.System.GetTimestamp();
        Volatile.Write(ref _rested, ended + ((ended - began - waited) * Rest));
    }

    /// <summary>What is being read in is called off and waited for: nothing is read of a store that is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _settling.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _source.Dispose();
        _gate.Dispose();
        _closing.Dispose();
    }

    private State? Held(long revision) =>
        _newest is { } newest && newest.Revision == revision ? newest
        : _past is { } past && past.Revision == revision ? past
        : null;

    private State Move(IGraph stored, CancellationToken ct)
    {
        var from = _newest ?? _past;
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

    private State Move(Reading reading, State? from, IGraph to)
    {
        var (nodes, edges) = from is null
            ? (
                Standing<NodeColumns>(reading, NodeTable, NodeFields, to.Revision, r => Node(reading, r)),
                Standing(reading, EdgeTable, EdgeFields, to.Revision, Edge)
            )
            : (
                Touched(reading, NodeTable, NodeFields, from.Revision, to.Revision, r => Node(reading, r)),
                Touched(reading, EdgeTable, EdgeFields, from.Revision, to.Revision, Edge)
            );
        List<NodeColumns> come = [.. nodes.Where(n => n.Stands).Select(n => n.Row)];
        come.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var (rows, moves) = (from?.Rows ?? GraphRows.Empty(_source)).Moved(
            from is null ? [] : [.. nodes.Select(n => n.Row.Key)],
            come,
            from is null ? [] : [.. edges.Select(e => e.Row)],
            [.. edges.Where(e => e.Stands).Select(e => e.Row)]
        );
        if (from is null)
        {
            rows.Settle();
        }

        return new(from is null ? new(to, rows.Udsnit, rows) : from.Graph.Moved(to, rows.Udsnit, rows, moves), rows);
    }

    private const string NodeTable = "node_version v LEFT JOIN key k ON k.id = v.key",
        EdgeTable = "edge_version v";

    private static readonly string NodeFields =
            $"k.name, v.key, v.id, v.kind, v.kommune, v.owner, {NodeSql.FirstDay("v")}, k.hash, v.flags, v.center, v.art, "
            + "ifnull(v.fact, -1), v.sum, v.titel",
        EdgeFields = "v.type, ifnull(v.art, -1), v.from_key, v.to_key, v.id, ifnull(v.fact, -1), v.sum";

    /// <summary>What these lead to is held against what it must be: the rows themselves are read later, if at all.</summary>
    private static NodeColumns Node(Reading reading, sqlite3_stmt row)
    {
        var key = raw.sqlite3_column_blob(row, 1);
        var kind = Number(4);
        return Keys.Hash(key) == raw.sqlite3_column_int64(row, 8) && kind >= 0 && kind < NodeKinds.All.Count
            ? new(
                Encoding.UTF8.GetString(key),
                Number(2),
                Number(3),
                (byte)kind,
                (byte)Number(9),
                reading.Text(Number(5)),
                Term(10),
                Term(6),
                Term(11),
                Number(7),
                StoredFact.Read(Number(12), raw.sqlite3_column_int64(row, 13)),
                Opening(raw.sqlite3_column_blob(row, 14))
            )
            : throw new DamagedRowException($"Knuden {Encoding.UTF8.GetString(key)} er ikke, som den blev gemt.");

        int Number(int at) => raw.sqlite3_column_int(row, at);
        // No term has the number 0, which is what nothing is read as.
        string? Term(int at) => Number(at) is not 0 and var term ? reading.Text(term) : null;
    }

    private static ulong Opening(ReadOnlySpan<byte> title)
    {
        var letters = title.Length <= 256 ? stackalloc char[256] : new char[title.Length];
        return Fold.Opening(letters[..Encoding.UTF8.GetChars(title, letters)]);
    }

    private static EdgeColumns Edge(sqlite3_stmt row) =>
        new(
            (EdgeType)raw.sqlite3_column_int(row, 1),
            raw.sqlite3_column_int(row, 2) is >= 0 and var art ? (KoblingArt)art : null,
            raw.sqlite3_column_int(row, 3),
            raw.sqlite3_column_int(row, 4),
            raw.sqlite3_column_int(row, 5),
            StoredFact.Read(raw.sqlite3_column_int(row, 6), raw.sqlite3_column_int64(row, 7))
        );

    private static List<(bool Stands, T Row)> Standing<T>(
        Reading reading,
        string table,
        string fields,
        long revision,
        Func<sqlite3_stmt, T> read
    )
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT 1, {fields} FROM {table} WHERE {sql.Stands("v", revision)}");
        return Rows(reading, sql, read);
    }

    /// <summary>What began or ended between two revisions, either way, and whether it stands at the one moved to.</summary>
    private static List<(bool Stands, T Row)> Touched<T>(
        Reading reading,
        string table,
        string fields,
        long from,
        long to,
        Func<sqlite3_stmt, T> read
    )
    {
        var sql = new SqlBuilder();
        string Changed(string column) =>
            $"SELECT {sql.Stands("v", to)}, {fields} FROM {table} "
            + $"WHERE v.{column} > {sql.Value(Math.Min(from, to))} AND v.{column} <= {sql.Value(Math.Max(from, to))}";
        // A row that both began and ended in between comes once.
        sql.Append($"{Changed("from_rev")} UNION {Changed("until_rev")}");
        return Rows(reading, sql, read);
    }

    private static List<(bool Stands, T Row)> Rows<T>(Reading reading, SqlBuilder sql, Func<sqlite3_stmt, T> read)
    {
        var rows = new List<(bool, T)>();
        sql.Each(
            reading.Connection,
            row =>
            {
                reading.Ct.ThrowIfCancellationRequested();
                rows.Add((raw.sqlite3_column_int(row, 0) == 1, read(row)));
            }
        );
        return rows;
    }

    private sealed record State(MemoryGraph Graph, GraphRows Rows)
    {
        public long Revision => Graph.Revision;
    }
}

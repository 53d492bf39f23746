using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Opens connections to one file: WAL, foreign keys, full synchronisation, what Danish texts are ordered and found by; errors told in
/// words a user can act on.
/// </summary>
internal sealed class SqliteDatabase(string path)
{
    private const int BusySeconds = 15;

    /// <summary>The journal is cut to 64 MB when it is written over from its start.</summary>
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;";

    public string ConnectionString { get; } =
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = true,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ToString();

    public string Path => path;

    /// <summary>
    /// How a file is read that cannot be written and has no journal beside it, as on a medium that may only be read: nothing changes it.
    /// </summary>
    private string Immutable { get; } =
        new SqliteConnectionStringBuilder
        {
            DataSource = $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = true,
        }.ToString();

    private bool _isImmutable;

    /// <summary>The texts that repeat, as every reader and writer of this file knows them.</summary>
    public Terms Terms { get; } = new();

    /// <param name="cache">MB of pages that the connection keeps: who writes much needs more than who reads.</param>
    public SqliteConnection Open(int cache = 8)
    {
        var connection = new SqliteConnection(_isImmutable ? Immutable : ConnectionString);
        try
        {
            connection.Open();
            using var pragma = connection.CreateCommand();
            pragma.CommandText = $"{(_isImmutable ? "" : Pragmas)} PRAGMA temp_store=MEMORY; PRAGMA cache_size=-{cache * 1024};";
            pragma.ExecuteNonQuery();
            connection.CreateFunction("fold", (string text) => Fold.Of(text), isDeterministic: true);
            connection.CreateFunction("sort_key", (string text) => SortKey.Of(text), isDeterministic: true);
            connection.CreateFunction("stems", (string text) => $" {Soegeord.Of(text)} ", isDeterministic: true);
            connection.CreateFunction("key_hash", (string text) => Keys.Hash(text), isDeterministic: true);
            return connection;
        }
        catch (SqliteException e) when (!_isImmutable && e.SqliteErrorCode is 8 or 14 && IsOnlyToRead())
        {
            connection.Dispose();
            _isImmutable = true;
            return Open(cache);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e);
        }
    }

    /// <summary>
    /// Whether the file that is open is still the one at the path, up to this revision: a file that was deleted or exchanged lives on
    /// for who has it open, and what is written to it is lost.
    /// </summary>
    public bool IsAtItsPath(Revision newest)
    {
        if (_isImmutable)
        {
            return true;
        }

        try
        {
            using var fresh = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString()
            );
            fresh.Open();
            var found = SqliteReader.Revisions(new Reading(fresh, Terms, null, CancellationToken.None), "=", newest.Number, 1);
            // The file keeps milliseconds.
            return found is [var same]
                && same.At.ToUnixTimeMilliseconds() == newest.At.ToUnixTimeMilliseconds()
                && same.Summary == newest.Summary;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public StoreException Gone() =>
        new($"Lageret {path} er slettet eller byttet ud, mens det var i brug. Ændringen er ikke gemt; start igen, og gentag den.");

    private bool IsOnlyToRead() => File.Exists(path) && new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };

    /// <summary>Runs a read in one transaction, so that all of it sees one revision.</summary>
    /// <param name="revision">The revision that is read; null for whichever is the newest.</param>
    public Task<T> ReadAsync<T>(Func<Reading, T> read, long? revision, CancellationToken ct)
    {
        try
        {
            return Task.FromResult(Read(read, revision, ct));
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException)
        {
            return Task.FromException<T>(e);
        }
    }

    public T Read<T>(Func<Reading, T> read, long? revision, CancellationToken ct)
    {
        using var connection = Open();
        try
        {
            using var watched = new Watched(connection, ct);
            using var transaction = connection.BeginTransaction(deferred: true);
            var reading = new Reading(connection, Terms, null, ct);
            // As long as a revision is the newest it is read by what follows the newest, which is quicker.
            return read(revision is null || SqliteReader.Latest(reading) == revision ? reading : reading with { At = revision });
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(e.Message, e, ct);
        }
        catch (SqliteException e)
        {
            throw Explain(e);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    /// <summary>Copies the whole file as it stands in one revision, while others read and write it.</summary>
    public async Task BackUpAsync(string to, CancellationToken ct)
    {
        await using var connection = Open();
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        try
        {
            await copy.OpenAsync(ct);
            await Task.Run(() => Copy(connection, copy, ct), ct);
        }
        catch (SqliteException e)
        {
            throw e.SqliteErrorCode is 8 or 13 or 14
                ? new StoreException($"Kopien {to} kan ikke skrives: {e.Message}", inner: e)
                : Explain(e);
        }
    }

    /// <summary>Some pages at a time, so that it may be called off.</summary>
    private static void Copy(SqliteConnection from, SqliteConnection to, CancellationToken ct)
    {
        const int Pages = 2_000;
        using var transaction = from.BeginTransaction(deferred: true);
        using var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main");
        int stepped;
        while ((stepped = raw.sqlite3_backup_step(backup, Pages)) == raw.SQLITE_OK)
        {
            ct.ThrowIfCancellationRequested();
        }

        if (stepped != raw.SQLITE_DONE)
        {
            throw new SqliteException(raw.sqlite3_errmsg(to.Handle).utf8_to_string(), stepped & 0xff, stepped);
        }
    }

    /// <summary>
    /// Lets a statement look, every so many of its steps, whether it was called off, and end at once. An interrupt from outside that
    /// comes between two statements would be lost.
    /// </summary>
    private readonly struct Watched : IDisposable
    {
        private const int Steps = 10_000;

        private readonly SqliteConnection _connection;

        public Watched(SqliteConnection connection, CancellationToken ct)
        {
            _connection = connection;
            raw.sqlite3_progress_handler(connection.Handle, Steps, ct.CanBeCanceled ? _ => ct.IsCancellationRequested ? 1 : 0 : null, null);
        }

        /// <summary>The connection goes back to be used again.</summary>
        public void Dispose() => raw.sqlite3_progress_handler(_connection.Handle, 0, null, null);
    }

    public StoreException Damaged(InvalidDataException e) =>
        new($"Lageret {path} er beskadiget: en række kan ikke læses. Efterprøv det med »effekt verify«.", inner: e);

    public StoreException Explain(SqliteException e) =>
        e.SqliteErrorCode switch
        {
            5 or 6 => new($"Lageret {path} er optaget af en anden skrivning. Prøv igen om lidt.", isTransient: true, e),
            // Beside a file that may only be read the journal's own files cannot be made, which says 14.
            8 or 14 when e.SqliteErrorCode == 8 || File.Exists(path) => new(
                $"Lageret {path} kan kun læses. Giv skriveret til filen og mappen, eller vælg en anden med --store.",
                inner: e
            ),
            11 or 26 => new(
                $"Filen {path} er ikke et brugbart lager ({(e.SqliteErrorCode == 26 ? "ikke en SQLite-fil" : "beskadiget")}). Intet "
                    + $"er ændret. Læg en sikkerhedskopi ({path}.bak-…) tilbage, eller vælg en anden med --store.",
                inner: e
            ),
            13 => new($"Disken med {path} er fuld. Intet er ændret; frigør plads og prøv igen.", inner: e),
            14 => new($"Lageret {path} kan ikke åbnes. Findes mappen, og må du skrive i den?", inner: e),
            _ => new($"Lageret {path} svarede: {e.Message}", inner: e),
        };
}

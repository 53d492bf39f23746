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
    /// <summary>
    /// A connection of ours is used by one thread at a time: SQLite need not lock it for each call. It must be said before the first one
    /// is opened; where somebody else opened one first, all are locked.
    /// </summary>
    static SqliteDatabase()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    private const int BusySeconds = 15;

    /// <summary>So many ms a commit waits for those who still read what came before, to cut the journal.</summary>
    private const int JournalPatience = 1_000;

    private static readonly string Pragmas = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit={LargestJournal}; PRAGMA wal_autocheckpoint=0;"
    );

    private volatile string? _damage;
    private volatile Task _moving = Task.CompletedTask;

    /// <summary>
    /// Bytes: the journal is moved into the file and cut when it has grown to this, which who reads all the time would else put off for
    /// good.
    /// </summary>
    public const long LargestJournal = 48L * 1024 * 1024;

    public long MostJournal { get; set; } = LargestJournal;

    /// <summary>Pages that may wait in the journal, 16 MB: a page that many commits write is moved once.</summary>
    public int MostWaiting { get; set; } = 4_000;

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
            ConnectionSettings.Of(connection.Handle!).Set(connection, _isImmutable ? "" : Pragmas, cache);
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
        catch (DamagedRowException e)
        {
            throw Damaged(e);
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
        catch (DamagedRowException e)
        {
            throw Damaged(e);
        }
    }

    /// <summary>What has been found wrong with the file since it was opened, in words for the user; null where nothing has.</summary>
    public string? Damage
    {
        get => _damage;
        set => _damage = value;
    }

    /// <summary>Done when nothing moves pages from the journal into the file any more.</summary>
    public Task Moving => _moving;

    /// <summary>
    /// Sees to the journal after a commit. What it holds is moved into the file beside those who commit: it takes as long as writing a
    /// thousand pages here and there, and one commit in forty would wait for it.
    /// </summary>
    public void Committed(SqliteConnection connection)
    {
        if (new FileInfo(path + "-wal") is { Exists: true, Length: var length } && length > MostJournal)
        {
            CutJournal(connection);
        }
        else if (_moving.IsCompleted && !(JournalHead.Of(connection.Handle!)?.Waiting < MostWaiting))
        {
            _moving = Task.Run(MoveBeside);
        }
    }

    private void MoveBeside()
    {
        try
        {
            using var connection = Open();
            Checkpoint(connection, "PRAGMA wal_checkpoint(PASSIVE);");
        }
        catch (StoreException)
        {
            // Who commits next is told what is wrong with the file.
        }
    }

    /// <summary>
    /// Moves all that the journal holds and begins it anew. Of the commits one after another none would get it done by itself while
    /// others read, as each leaves what somebody still reads to the next.
    /// </summary>
    private static void CutJournal(SqliteConnection connection) =>
        Checkpoint(
            connection,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout={JournalPatience}; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout=0;"
            )
        );

    private static void Checkpoint(SqliteConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // What was committed stands in the journal as safely; the next commit tries again.
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

    /// <summary>Names what is damaged and what may still be done; known from here on, so that nobody is told that all is well.</summary>
    public StoreException Damaged(Exception e)
    {
        var what = $"Lageret {path} er beskadiget: {e.Message}";
        _damage = what;
        return new(
            $"{what} Det, der ikke rører den, kan stadig læses. »effekt verify« nævner alt, der er galt; »effekt restore KOPI« lægger en "
                + "sikkerhedskopi på plads.",
            inner: e
        );
    }

    public StoreException Explain(SqliteException e)
    {
        if (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            _damage = $"Lageret {path} er beskadiget ({e.Message}).";
        }

        return Told(e);
    }

    private StoreException Told(SqliteException e) =>
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
                    + "er ændret. Læg en sikkerhedskopi på plads med »effekt restore KOPI«, eller vælg en anden fil med --store.",
                inner: e
            ),
            13 => new($"Disken med {path} er fuld. Intet er ændret; frigør plads og prøv igen.", inner: e),
            14 => new($"Lageret {path} kan ikke åbnes. Findes mappen, og må du skrive i den?", inner: e),
            10 => new(
                $"Lageret {path} kan ikke læses eller skrives ({e.Message}). Er disken eller drevet der endnu? Hvad der er kvitteret for, "
                    + "er gemt.",
                inner: e
            ),
            _ => new($"Lageret {path} svarede: {e.Message}. Er det beskadiget, siger »effekt verify« det.", inner: e),
        };
}

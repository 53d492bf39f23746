using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Application;

/// <summary>Where graphs are kept, and opening them.</summary>
public static class Stores
{
    private const int Looks = 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>The one file under the user's data folder that commands use when no store is named.</summary>
    public static string Default() => Path.Combine(Home(), "graf.db");

    /// <summary>The store that <c>serve FOLDER</c> keeps for a folder, so that a demo never mixes with real data.</summary>
    public static string ForFolder(string folder) => Path.Combine(Home(), "mapper", Slug.Of(Path.GetFullPath(folder)) + ".db");

    /// <summary>Opens a store that is there already: for all that only reads.</summary>
    /// <exception cref="StoreException">It is not there, or cannot be opened; the message says why and what to do.</exception>
    public static Task<IGraphStore> OpenExistingAsync(
        string location,
        CancellationToken ct,
        Action<long, long>? progress = null,
        Action<string>? waiting = null
    ) =>
        IsFile(location) && !File.Exists(location) && !Directory.Exists(location)
            ? throw new StoreException($"Der er intet lager i {location}.")
            : OpenAsync(location, ct, progress: progress, waiting: waiting);

    /// <summary>Opens a store, and makes the file where there is none.</summary>
    /// <param name="location">A file, or <c>neo4j+https://host:port/database</c> with user and password from the environment.</param>
    /// <param name="inMemory">Whether a file's newest graph is kept in memory, for who asks often; a server has its own.</param>
    /// <param name="progress">Told how many elements of how many are read over, where an older file is brought forward.</param>
    /// <param name="waiting">Told who is waited for, when another writes for long.</param>
    /// <exception cref="StoreException">It cannot be opened; the message says why and what to do.</exception>
    public static async Task<IGraphStore> OpenAsync(
        string location,
        CancellationToken ct,
        bool inMemory = false,
        Action<long, long>? progress = null,
        Action<string>? waiting = null
    )
    {
        if (Neo4jAddress.IsOne(location))
        {
            return await Neo4jStore.OpenAsync(Options(location), ct);
        }

        if (!IsFile(location))
        {
            // What stands in the address line of Neo4j Browser.
            var usual =
                Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                    ? $"neo4j+{uri.Scheme}://{uri.Authority}/neo4j"
                    : "neo4j+https://vært:port/database";
            throw new StoreException($"Lageret »{location}« kendes ikke: --store tager en fil, eller {usual}.");
        }

        await RefuseEmptyFileAsync(location, ct);
        return await SqliteStore.OpenAsync(location, ct, inMemory, progress, waiting);
    }

    /// <summary>Whether a location names a file, and no server.</summary>
    public static bool IsFile(string location) => !location.Contains("://", StringComparison.Ordinal);

    /// <summary>
    /// A file of no bytes was cut, or made by something else: what it held is not to be taken for a store without anything in it. Who
    /// makes a store at this moment has its first page there in no time.
    /// </summary>
    private static async Task RefuseEmptyFileAsync(string path, CancellationToken ct)
    {
        for (var waited = 0; new FileInfo(path) is { Exists: true, Length: 0 }; waited++)
        {
            if (waited == Looks)
            {
                throw new StoreException(
                    $"{path} er en tom fil (0 bytes), ikke et lager. "
                        + $"Læg en sikkerhedskopi på dens plads, eller slet den, hvis et nyt skal laves."
                );
            }

            await Task.Delay(LookEvery, ct);
        }
    }

    private static Neo4jOptions Options(string location) =>
        // Chance only spreads retries and marks commits: it is in no answer.
        Neo4jOptions.Of(
            Neo4jAddress.Parse(location),
            Setting("USER") ?? "neo4j",
            Secret("PASSWORD"),
            Secret("TOKEN"),
            new Random(HashCode.Combine(Environment.ProcessId, Environment.TickCount64))
        );

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable("EFFEKT__NEO4J__" + name) is { Length: > 0 } value ? value : null;

    /// <summary>From the environment, or from the file that it names.</summary>
    private static string? Secret(string name)
    {
        if (Setting(name) is { } value)
        {
            return value;
        }

        if (Setting(name + "_FILE") is not { } file)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"EFFEKT__NEO4J__{name}_FILE peger på {file}, som ikke kan læses: {e.Message}", inner: e);
        }
    }

    private static string Home() =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "effektkaeder"
        );
}

using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Application;

/// <summary>Where graphs are kept, and opening them.</summary>
public static class Stores
{
    /// <summary>The one file under the user's data folder that commands use when no store is named.</summary>
    public static string Default() => Path.Combine(Home(), "graf.db");

    /// <summary>The store that <c>serve FOLDER</c> keeps for a folder, so that a demo never mixes with real data.</summary>
    public static string ForFolder(string folder) =>
        Path.Combine(Home(), "mapper", Slug.Of(Path.GetFullPath(folder)) + ".db");

    /// <exception cref="StoreException">It cannot be opened; the message says why and what to do.</exception>
    public static async Task<IGraphStore> OpenAsync(string location, CancellationToken ct)
    {
        if (location.Contains("://", StringComparison.Ordinal))
            throw new StoreException($"Lageret »{location}« kendes ikke: --store tager en fil.");
        return await SqliteStore.OpenAsync(location, ct);
    }

    private static string Home() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "effektkaeder");
}

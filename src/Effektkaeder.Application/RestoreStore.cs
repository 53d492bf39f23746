using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Application;

/// <param name="Kept">Where the file that stood there before has been put; null where there was none.</param>
public sealed record RestoreReport(string File, long Revision, int Nodes, int Edges, string? Kept);

/// <summary>
/// Puts a backup in a store's place. It is copied beside it and held against its own history first; what stood there is kept under
/// another name, damaged or not, and only then is the copy given the name.
/// </summary>
public static class RestoreStore
{
    /// <param name="progress">Told how many revisions of how many are held against each other.</param>
    /// <exception cref="StoreException">The backup is not sound, or the place cannot be written; nothing is changed then.</exception>
    public static async Task<RestoreReport> RunAsync(string backup, string path, Action<int, int> progress, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        if (!Stores.IsFile(path) || Directory.Exists(full))
        {
            throw new StoreException($"{path} er ikke en fil. En sikkerhedskopi lægges i en fil; til Neo4j hører »effekt copy«.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = full + ".delvis";
        Delete(unfinished);
        try
        {
            await using (var source = await Stores.OpenExistingAsync(backup, ct))
            {
                if (source is not SqliteStore file)
                {
                    throw new StoreException($"{backup} er ikke en sikkerhedskopi.");
                }

                await file.BackUpAsync(unfinished, ct);
            }

            StoreHealth health;
            await using (var copy = await SqliteStore.OpenAsync(unfinished, ct))
            {
                health = await copy.VerifyAsync(progress, ct);
            }

            if (health.Faults is [var fault, ..])
            {
                throw new StoreException($"Sikkerhedskopien {backup} er ikke i orden: {fault} Intet er ændret; prøv en anden.");
            }

            SqliteStore.Release(unfinished);
            var kept = PutAside(full);
            File.Move(unfinished, full);
            return new(path, health.Revisions, health.Nodes, health.Edges, kept);
        }
        finally
        {
            Delete(unfinished);
        }
    }

    /// <summary>With its journal, which may hold what the file does not.</summary>
    private static string? PutAside(string full)
    {
        if (!File.Exists(full))
        {
            return null;
        }

        SqliteStore.Release(full);
        var kept = Enumerable.Range(1, int.MaxValue).Select(i => $"{full}.foer-{i}").First(name => !File.Exists(name));
        foreach (var end in new[] { "-wal", "-shm", "" })
        {
            if (File.Exists(full + end))
            {
                File.Move(full + end, kept + end);
            }
        }

        return kept;
    }

    private static void Delete(string unfinished)
    {
        SqliteStore.Release(unfinished);
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(unfinished + end);
        }
    }
}

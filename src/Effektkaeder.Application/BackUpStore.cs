using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Application;

/// <param name="Bytes">How large the copy is.</param>
public sealed record BackupReport(string File, long Revision, long Bytes);

/// <summary>
/// Puts a copy of a store, of either engine, in one file, while others use the store. The copy takes its name only when it is
/// whole: a backup that was cut never looks like one.
/// </summary>
public static class BackUpStore
{
    /// <param name="progress">Told how many revisions of how many are copied, where that takes time.</param>
    /// <exception cref="StoreException">The file is there already, or cannot be written.</exception>
    public static async Task<BackupReport> RunAsync(IGraphStore store, string path, Action<long, long> progress, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new StoreException($"{path} er der allerede. En sikkerhedskopi skriver ikke oven i en anden: vælg et nyt navn.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new StoreException($"Mappen til {path} findes ikke.");
        }

        var unfinished = full + ".delvis";
        Delete(unfinished);
        try
        {
            if (store is SqliteStore file)
            {
                await file.BackUpAsync(unfinished, ct);
            }

            long revision;
            await using (var copy = await SqliteStore.OpenAsync(unfinished, ct))
            {
                if (store is not SqliteStore)
                {
                    await new CopyStore(store, copy).CopyAsync(progress, ct);
                }

                if (await copy.FaultsAsync(ct) is [var fault, ..])
                {
                    throw new StoreException($"Kopien er ikke brugbar: {fault} Efterprøv lageret med »effekt verify«.");
                }

                revision = await copy.LatestAsync(ct);
            }
            SqliteStore.Release(unfinished);
            File.Move(unfinished, full);
            return new(path, revision, new FileInfo(full).Length);
        }
        finally
        {
            Delete(unfinished);
        }
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

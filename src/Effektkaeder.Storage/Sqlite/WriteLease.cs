using System.Globalization;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The right to be the one who plans and commits to a file: a lock on a file beside it, which the system lets go of when its process
/// dies. Who waits for long is told for whom.
/// </summary>
internal sealed class WriteLease : IAsyncDisposable
{
    private const int FirstPause = 5,
        LongestPause = 50;

    private static readonly TimeSpan TellAfter = TimeSpan.FromSeconds(2);

    private readonly FileStream _lock;
    private readonly string _holder;

    private WriteLease(FileStream held, string holder) => (_lock, _holder) = (held, holder);

    /// <param name="path">The store's file.</param>
    /// <param name="waiting">Told, once, who is waited for.</param>
    /// <returns>Null where no lock can be made beside the file: its commits then only find out that another came first.</returns>
    public static async Task<WriteLease?> TakeAsync(string path, Action<string>? waiting, CancellationToken ct)
    {
        var (asked, pause, holder) = (TimeProvider.System.GetTimestamp(), FirstPause, path + "-skriver");
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var held = new FileStream(path + "-laas", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                return new(held, Named(holder));
            }
            catch (IOException e) when (IsTaken(e))
            {
                if (waiting is not null && TimeProvider.System.GetElapsedTime(asked) > TellAfter)
                {
                    waiting($"Venter på {Read(holder)}, der skriver til {path}.");
                    waiting = null;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }

            await Task.Delay(pause, ct);
            pause = Math.Min(LongestPause, pause * 2);
        }
    }

    public ValueTask DisposeAsync()
    {
        Forget(_holder);
        return _lock.DisposeAsync();
    }

    /// <summary>What Windows calls a sharing violation, and Unix a lock that would block.</summary>
    private static bool IsTaken(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private static string Named(string holder)
    {
        try
        {
            File.WriteAllText(
                holder,
                string.Create(CultureInfo.InvariantCulture, $"proces {Environment.ProcessId} ({Environment.UserName})")
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only who waits would have wanted to know.
        }

        return holder;
    }

    private static string Read(string holder)
    {
        try
        {
            return File.ReadAllText(holder) is { Length: > 0 and < 200 } named ? named : "en anden";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "en anden";
        }
    }

    private static void Forget(string holder)
    {
        try
        {
            File.Delete(holder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next to write writes over it.
        }
    }
}

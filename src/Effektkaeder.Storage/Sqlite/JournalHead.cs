using System.Runtime.InteropServices;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The head of the journal's index, in memory that all connections of all processes share. Every commit rewrites it, so who finds it as
/// it was knows in nanoseconds that nothing has been committed since; asking SQLite takes locks on the file, and a thousand times as long.
/// </summary>
/// <remarks>
/// Source: https://sqlite.org/walformat.html, "The WAL-Index Header": 48 bytes, twice; a writer writes the second first, so a reader that
/// finds both alike has read neither half-written. SQLite's own mapping is used, for a file that is opened beside SQLite and closed again
/// would let go of SQLite's locks (https://sqlite.org/howtocorrupt.html, 2.2). The mapping lives as long as the connection.
/// </remarks>
internal sealed unsafe partial class JournalHead
{
    private const int Head = 48,
        IsInitialised = 12,
        Frames = 16,
        MovedFrames = 96,
        Region = 32 * 1024,
        FilePointer = 7;

    private readonly sqlite3 _connection;
    private readonly byte* _shared;

    private JournalHead(sqlite3 connection, byte* shared)
    {
        _connection = connection;
        _shared = shared;
    }

    /// <param name="connection">One that has read, with a journal of this kind.</param>
    /// <returns>Null where this system's files share no memory.</returns>
    public static JournalHead? Of(sqlite3 connection)
    {
        File* file = null;
        void* shared = null;
        var isFound = FileControl(connection.DangerousGetHandle(), "main", FilePointer, (void**)&file) == raw.SQLITE_OK && file != null;
        var isShared =
            isFound
            && file->Methods != null
            && file->Methods->Version >= 2
            && file->Methods->ShmMap != null
            && file->Methods->ShmMap(file, 0, Region, 0, &shared) == raw.SQLITE_OK
            && shared != null;
        return isShared ? new(connection, (byte*)shared) : null;
    }

    /// <summary>How many pages, counted each time they were written, wait in the journal to be moved into the file.</summary>
    public int Waiting => *(int*)(_shared + Frames) - *(int*)(_shared + MovedFrames);

    /// <summary>What stands there now; null while it is being written, and where nothing has been yet.</summary>
    public byte[]? Read()
    {
        var head = new byte[Head];
        Shared(0).CopyTo(head);
        return head[IsInitialised] != 0 && IsNow(head) ? head : null;
    }

    /// <summary>Whether this still stands there.</summary>
    public bool IsNow(ReadOnlySpan<byte> head)
    {
        var isHeld = false;
        try
        {
            // Who disposes of the store meanwhile must not take the memory away.
            _connection.DangerousAddRef(ref isHeld);
            var isFirst = Shared(0).SequenceEqual(head);
            Interlocked.MemoryBarrier();
            return isFirst && Shared(Head).SequenceEqual(head);
        }
        finally
        {
            if (isHeld)
            {
                _connection.DangerousRelease();
            }
        }
    }

    private ReadOnlySpan<byte> Shared(int from) => new(_shared + from, Head);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(nint db, string name, int operation, void** file);

    /// <remarks>Source: https://sqlite.org/c3ref/file.html.</remarks>
    [StructLayout(LayoutKind.Sequential)]
    private struct File
    {
        public Methods* Methods;
    }

    /// <remarks>Source: https://sqlite.org/c3ref/io_methods.html, up to what is used.</remarks>
    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public int Version;
        public nint Close,
            Read,
            Write,
            Truncate,
            Sync,
            FileSize,
            Lock,
            Unlock,
            CheckReservedLock,
            FileControl,
            SectorSize,
            DeviceCharacteristics;
        public delegate* unmanaged[Cdecl]<File*, int, int, int, void**, int> ShmMap;
    }
}

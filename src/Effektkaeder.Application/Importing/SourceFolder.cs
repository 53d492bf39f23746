namespace Effektkaeder.Application.Importing;

/// <summary>The documents that a path names: one file, or all below a folder but readmes, expected graphs and hidden files.</summary>
public static class SourceFolder
{
    /// <summary>A larger file is not read into memory at all.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>The documents, each read when it is asked for.</summary>
    public static IEnumerable<SourceFile> Read(string path) => List(path).Select(Read);

    /// <summary>Where they lie, unread: a folder may hold more than memory does.</summary>
    /// <returns>In path order; empty where a folder holds no document. A path that is not there is listed all the same.</returns>
    public static IReadOnlyList<SourcePath> List(string path)
    {
        if (!Directory.Exists(path))
        {
            return [new(File.Exists(path) ? Path.GetFileName(path) : path, path)];
        }

        IEnumerable<SourcePath> files = Directory
            .EnumerateFiles(
                path,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System }
            )
            .Select(file => new SourcePath(Path.GetRelativePath(path, file).Replace('\\', '/'), file))
            .Where(f => IsDocument(f.Relative))
            .OrderBy(f => f.Relative, StringComparer.Ordinal);
        return [.. files];
    }

    private static bool IsDocument(string relative)
    {
        var name = Path.GetFileName(relative);
        return !name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith(".graf.json", StringComparison.OrdinalIgnoreCase)
            && !relative.Split('/').Any(part => part.StartsWith('.'));
    }

    /// <summary>How much a document will take to hold; 0 where that cannot be seen, or it is not read at all.</summary>
    internal static long Bytes(SourcePath source)
    {
        try
        {
            return new FileInfo(source.Full) is { Exists: true, Length: <= MaxBytes and var length } ? length : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    public static SourceFile Read(SourcePath source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (relative, full) = source;
        try
        {
            if (!File.Exists(full))
            {
                return new(relative, null, "Filen eller mappen findes ikke");
            }

            var length = new FileInfo(full).Length;
            return length > MaxBytes
                ? new(relative, null, $"Filen fylder {length / 1024 / 1024} MB; grænsen er {MaxBytes / 1024 / 1024} MB")
                // A pipe or a device has no length and may never end: it is not opened at all.
                : new(relative, length == 0 ? [] : File.ReadAllBytes(full));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(relative, null, e.Message);
        }
    }
}

/// <param name="Relative">Relative to what was named, with forward slashes.</param>
public sealed record SourcePath(string Relative, string Full);

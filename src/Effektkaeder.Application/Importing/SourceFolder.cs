namespace Effektkaeder.Application.Importing;

/// <summary>The documents that a path names: one file, or all below a folder but readmes, expected graphs and hidden files.</summary>
public static class SourceFolder
{
    /// <summary>A larger file is not read into memory at all.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <returns>In path order; empty where a folder holds no document. A path that is not there gives one unreadable file.</returns>
    public static IEnumerable<SourceFile> Read(string path)
    {
        if (File.Exists(path))
        {
            return [Read(path, Path.GetFileName(path))];
        }

        if (!Directory.Exists(path))
        {
            return [new(path, null, "Filen eller mappen findes ikke")];
        }

        return Directory
            .EnumerateFiles(
                path,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System }
            )
            .Select(file => (Full: file, Relative: Path.GetRelativePath(path, file).Replace('\\', '/')))
            .Where(f => IsDocument(f.Relative))
            .OrderBy(f => f.Relative, StringComparer.Ordinal)
            .Select(f => Read(f.Full, f.Relative));
    }

    private static bool IsDocument(string relative)
    {
        var name = Path.GetFileName(relative);
        return !name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith(".graf.json", StringComparison.OrdinalIgnoreCase)
            && !relative.Split('/').Any(part => part.StartsWith('.'));
    }

    private static SourceFile Read(string full, string relative)
    {
        try
        {
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

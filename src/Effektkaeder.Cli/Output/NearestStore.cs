using Effektkaeder.Application;
using Effektkaeder.GraphQL.Errors;

namespace Effektkaeder.Cli.Output;

/// <summary>The store that was likely meant by a path where there is none: a slip of the hand, or the wrong folder.</summary>
internal static class NearestStore
{
    /// <summary>More files than this are not looked at: it is only a hint.</summary>
    private const int MostFiles = 500;

    private static readonly byte[] Signature = "SQLite format 3\0"u8.ToArray();

    /// <returns>The path as a user would write it; null where no store is found near it.</returns>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full);
        while (folder is not null && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        List<string> stores = [.. Files(folder).Append(Stores.Default()).Where(IsStore).Distinct(StringComparer.Ordinal)];
        var nearest = Suggestions.Nearest(full, stores) is [var near, ..] ? near : stores.MaxBy(s => Shared(s, full));
        return nearest is null || Path.IsPathRooted(path) || Path.GetDirectoryName(nearest) != Directory.GetCurrentDirectory()
            ? nearest
            : Path.GetFileName(nearest);
    }

    private static IEnumerable<string> Files(string? folder) =>
        folder is null || folder == Path.GetPathRoot(folder)
            ? []
            : Directory
                .EnumerateFiles(
                    folder,
                    "*",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        MaxRecursionDepth = 1,
                        IgnoreInaccessible = true,
                    }
                )
                .Take(MostFiles)
                .Order(StringComparer.Ordinal);

    private static bool IsStore(string path)
    {
        try
        {
            // A pipe has no length, and is not opened.
            if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            {
                return false;
            }

            using var file = File.OpenRead(path);
            var start = new byte[Signature.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start.AsSpan().SequenceEqual(Signature);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int Shared(string a, string b) => a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
}

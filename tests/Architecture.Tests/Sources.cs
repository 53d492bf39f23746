namespace Effektkaeder.Architecture.Tests;

/// <summary>What is written by hand: no file of a build, none of a package.</summary>
internal static class Sources
{
    /// <summary>Path relative to the room, with '/', and text.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string room) => Under(Path.Combine("src", "Effektkaeder." + room));

    /// <summary>Path relative to the folder, with '/', and text.</summary>
    /// <param name="folder">Relative to the repository.</param>
    public static IEnumerable<(string Path, string Text)> Under(string folder, string pattern = "*.cs")
    {
        var start = Path.Combine(Rooms.Root, folder);
        return !Directory.Exists(start)
            ? []
            : Directory
                .GetFiles(start, pattern, SearchOption.AllDirectories)
                .Select(file => (Path: Path.GetRelativePath(start, file).Replace('\\', '/'), File: file))
                .Where(f => !f.Path.Split('/').Any(part => part is "obj" or "bin" or "node_modules"))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => (f.Path, File.ReadAllText(f.File)));
    }
}

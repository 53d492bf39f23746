using System.Text.RegularExpressions;

namespace Effektkaeder.Architecture.Tests;

/// <summary>
/// The arrows between the folders of one room, read from the source: a folder points at another where one of its files names a
/// type that only the other declares, and can see it: by a <c>using</c>, or because the namespace lies around its own.
/// </summary>
internal sealed partial class FolderArrows
{
    private readonly SortedDictionary<string, SortedSet<string>> _arrows = new(StringComparer.Ordinal);

    /// <param name="files">Path relative to the room, with '/', and text.</param>
    public FolderArrows(IEnumerable<(string Path, string Text)> files)
    {
        var sources = files.Select(f => new SourceFile(FolderOf(f.Path), Clean().Replace(f.Text, " "))).ToList();
        var homes = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in sources)
        {
            foreach (Match declared in Declaration().Matches(file.Text))
            {
                Add(homes, declared.Groups[1].Value, file.Folder);
            }
        }

        var namespaces = sources.ToLookup(f => f.Folder, f => f.Namespace, StringComparer.Ordinal);
        foreach (var file in sources)
        {
            foreach (var name in Word().Matches(file.Text).Select(m => m.Value).Distinct())
            {
                if (homes.TryGetValue(name, out var folders) && !folders.Contains(file.Folder))
                {
                    foreach (var folder in folders.Where(folder => namespaces[folder].Any(file.Sees)))
                    {
                        Point(file.Folder, folder);
                    }
                }
            }
        }
    }

    /// <summary>Folders that reach themselves, in order; "" is the room's own.</summary>
    public IEnumerable<string> OnCircles() => _arrows.Keys.Where(folder => Reaches(folder, folder));

    private void Point(string from, string to)
    {
        if (!_arrows.TryGetValue(from, out var targets))
        {
            _arrows[from] = targets = new(StringComparer.Ordinal);
        }

        targets.Add(to);
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([from]);
        while (pending.TryPop(out var at))
        {
            foreach (var next in _arrows.GetValueOrDefault(at) ?? [])
            {
                if (next == to)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    pending.Push(next);
                }
            }
        }

        return false;
    }

    private static void Add(Dictionary<string, HashSet<string>> sets, string key, string value)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new(StringComparer.Ordinal);
        }

        set.Add(value);
    }

    private static string FolderOf(string path) => path.Contains('/') ? path[..path.LastIndexOf('/')] : "";

    private sealed class SourceFile(string folder, string text)
    {
        private readonly HashSet<string> _usings = [.. Using().Matches(text).Select(m => m.Groups[1].Value)];

        public string Folder { get; } = folder;

        public string Text { get; } = text;

        public string Namespace { get; } = Named().Match(text).Groups[1].Value;

        public bool Sees(string other) =>
            other == Namespace || Namespace.StartsWith(other + ".", StringComparison.Ordinal) || _usings.Contains(other);
    }

    /// <summary>Comments and texts name what they like.</summary>
    [GeneratedRegex(""" "{3,}[\s\S]*?"{3,}|//[^\n]*|"(?:[^"\\\n]|\\.)*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clean();

    [GeneratedRegex(@"^using (?:static )?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:(?:public|internal|static|sealed|abstract|partial|readonly|ref|file) )*"
            + @"(?:class|record struct|record|struct|interface|enum|delegate [\w<>\[\]?., ]+?) (\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Word();
}

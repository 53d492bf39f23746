using System.Text;
using Effektkaeder.Analysis.Kontrol;

namespace Effektkaeder.Cli.Output;

/// <summary>A file of findings that are known already: a line each, code and keys, in order, so that it can be read and compared.</summary>
internal static class KnownFindings
{
    /// <summary>Those that do not stand in the file; all where there is none.</summary>
    public static IReadOnlyList<Fund> New(string file, IReadOnlyList<Fund> fund)
    {
        var known = File.Exists(file) ? File.ReadLines(file).ToHashSet(StringComparer.Ordinal) : [];
        return [.. fund.Where(f => !known.Contains(Line(f)))];
    }

    public static void Save(string file, IEnumerable<Fund> fund)
    {
        var lines = fund.Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        OutFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
    }

    private static string Line(Fund fund) => $"{fund.Kode} {fund.Node.Key}{(fund.Modpart is { } other ? $" {other.Key}" : "")}";
}

using System.Text;
using System.Text.RegularExpressions;
using Effektkaeder.Analysis.Kontrol;

namespace Effektkaeder.Cli.Output;

/// <summary>A file of findings that are known already: a line each, code and keys, in order, so that it can be read and compared.</summary>
internal sealed partial class KnownFindings
{
    private readonly string _file;
    private readonly HashSet<string> _known;

    private KnownFindings(string file, HashSet<string> known) => (_file, _known) = (file, known);

    /// <param name="isWritten">Whether it is about to be written, and need not be there yet.</param>
    /// <exception cref="UsageException">It is not there, or holds something else.</exception>
    public static KnownFindings Read(string file, bool isWritten)
    {
        if (!File.Exists(file))
        {
            return isWritten ? new(file, []) : throw new UsageException($"{file} findes ikke. Skriv den med --save-baseline.");
        }

        var lines = File.ReadAllLines(file);
        var wrong = Array.FindIndex(lines, line => !Form().IsMatch(line));
        return wrong < 0
            ? new(file, lines.ToHashSet(StringComparer.Ordinal))
            : throw new UsageException($"{file}:{wrong + 1}: ikke et kendt fund, som --save-baseline skriver det: en kode og en nøgle.");
    }

    /// <summary>Those that do not stand in the file.</summary>
    public IReadOnlyList<Fund> New(IReadOnlyList<Fund> fund) => [.. fund.Where(f => !_known.Contains(Line(f)))];

    public void Save(IEnumerable<Fund> fund)
    {
        var lines = fund.Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        OutFile.Write(_file, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
    }

    private static string Line(Fund fund) => $"{fund.Kode} {fund.Node.Key}{(fund.Modpart is { } other ? $" {other.Key}" : "")}";

    [GeneratedRegex(@"\A[A-Z_]+ \S+( \S+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

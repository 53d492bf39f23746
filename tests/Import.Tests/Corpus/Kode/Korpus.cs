using System.Runtime.CompilerServices;

namespace Effektkaeder.Import.Tests.Corpus.Kode;

/// <summary>The agreements of the corpus, the formats that each is tried in, and the facts that a person reads in it.</summary>
/// <param name="Form">What sort of form it is written in: "nøgletabel", "afsnit" …</param>
internal sealed record Sag(string Navn, string Form, string Format, string Kilde, IReadOnlySet<string> Ventet, string? Kommune)
{
    public override string ToString() => $"{Navn}.{Format}";

    internal ImportResult Read() => DocumentImporter.Import($"{Navn}.{Format}", Formater.Write(Format, Kilde), new ImportOptions(Kommune));
}

internal static class Korpus
{
    internal static IReadOnlyList<Sag> Alle(string? folder = null) =>
        [
            .. Directory
                .GetDirectories(folder ?? Folder())
                .Where(d => File.Exists(Path.Combine(d, "kilde.md")))
                .Order(StringComparer.Ordinal)
                .SelectMany(Sager),
        ];

    internal static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    private static IEnumerable<Sag> Sager(string folder)
    {
        var ventet = File.ReadAllLines(Path.Combine(folder, "ventet.txt"))
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .ToHashSet(StringComparer.Ordinal);
        var valg = Path.Combine(folder, "formater.txt");
        var lines = File.Exists(valg) ? File.ReadAllLines(valg) : ["md html docx odt pdf"];
        var form = File.ReadAllText(Path.Combine(folder, "form.txt")).Trim();
        var kilde = File.ReadAllText(Path.Combine(folder, "kilde.md"));
        var kommune = lines.Length > 1 && lines[1].Length > 0 ? lines[1] : null;
        foreach (var format in lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(f => f != "pdf" || PdfFormat.CanBeWritten))
        {
            yield return new Sag(Path.GetFileName(folder), form, format, kilde, ventet, kommune);
        }
    }
}

/// <summary>How much of what stands was found, and how much of what was found stands.</summary>
internal sealed record Maal(int Ventet, int Fundet, int Rigtige)
{
    internal double Precision => Fundet == 0 ? 1 : Rigtige / (double)Fundet;

    internal double Recall => Ventet == 0 ? 1 : Rigtige / (double)Ventet;

    public static Maal operator +(Maal a, Maal b) => new(a.Ventet + b.Ventet, a.Fundet + b.Fundet, a.Rigtige + b.Rigtige);

    internal static Maal Of(IReadOnlySet<string> ventet, IReadOnlySet<string> fundet) =>
        new(ventet.Count, fundet.Count, ventet.Count(fundet.Contains));
}

internal static class Bedoemmelse
{
    /// <summary>The facts of every agreement in a document.</summary>
    internal static IReadOnlySet<string> Facts(ImportResult result) => result.Grafer.SelectMany(Facit.Of).ToHashSet(StringComparer.Ordinal);

    internal static IEnumerable<(string Group, Maal Maal)> ByGroup(IReadOnlySet<string> ventet, IReadOnlySet<string> fundet) =>
        ventet
            .Concat(fundet)
            .Select(Facit.Group)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(g => (g, Maal.Of(Only(ventet, g), Only(fundet, g))));

    private static HashSet<string> Only(IReadOnlySet<string> facts, string group) => [.. facts.Where(f => Facit.Group(f) == group)];
}

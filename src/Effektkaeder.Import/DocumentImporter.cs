using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Readers;

namespace Effektkaeder.Import;

/// <param name="Kommune">The municipality, with or without "Kommune"; null to read it from the document.</param>
public sealed record ImportOptions(string? Kommune = null);

/// <summary>What one document gave.</summary>
/// <param name="Graf">What it says; null when it was refused, and then one of the diagnostics is an error.</param>
/// <param name="Diagnostics">Everything worth telling, in the order of the document's lines.</param>
public sealed record ImportResult(Aftalegraf? Graf, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>True when the document can be stored.</summary>
    public bool Lykkedes => Graf is not null;
}

/// <summary>Bytes → text → tree → statements. Never throws on bad input: it returns what it could read and why.</summary>
public static class DocumentImporter
{
    /// <param name="relativePath">Where the document lies, relative to what is imported; it is kept as provenance.</param>
    public static ImportResult Import(string relativePath, byte[] content, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var path = relativePath.Replace('\\', '/');
        var diagnostics = new List<Diagnostic>();
        var graf = DocumentReader.Read(path, content, diagnostics) is { } source
            ? DocumentMapper.Map(DocumentParser.Parse(source), options.Kommune, diagnostics)
            : null;
        return new ImportResult(graf, [.. diagnostics.Distinct().OrderBy(d => d.Linje).ThenBy(d => d.Kolonne)]);
    }
}

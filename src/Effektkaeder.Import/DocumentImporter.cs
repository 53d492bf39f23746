using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping;
using Effektkaeder.Import.Mapping.StratMl;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Readers.StratMl;

namespace Effektkaeder.Import;

/// <param name="Kommune">The municipality, with or without "Kommune"; null to read it from the document.</param>
public sealed record ImportOptions(string? Kommune = null);

/// <summary>What one document gave.</summary>
/// <param name="Grafer">What each of its agreements says; none when it was refused, and then one of the diagnostics is an error.</param>
/// <param name="Diagnostics">Everything worth telling, in the order of the document's lines.</param>
public sealed record ImportResult(IReadOnlyList<Aftalegraf> Grafer, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The first agreement, which is mostly the only one; null when the document was refused.</summary>
    public Aftalegraf? Graf => Grafer.Count > 0 ? Grafer[0] : null;

    /// <summary>The filled follow-up forms of a document that is nothing but such.</summary>
    public IReadOnlyList<Opfoelgningsskema> Skemaer { get; init; } = [];

    /// <summary>True when the document can be stored.</summary>
    public bool Lykkedes => Graf is not null || Skemaer.Count > 0;
}

/// <summary>Bytes → blocks → statements. Never throws on bad input: it returns what it could read and why.</summary>
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
        if (StratMlReader.IsPlan(content))
        {
            var plan = StratMlMapper.Map(path, content, options.Kommune, diagnostics);
            return new ImportResult(plan is null ? [] : [plan], Findings.Told(diagnostics));
        }

        if (DocumentReader.Read(path, content, diagnostics) is not { } tree)
        {
            return new ImportResult([], Findings.Told(diagnostics));
        }

        var skemaer = DocumentMapper.Forms(tree, options.Kommune);
        var grafer = skemaer.Count > 0 ? [] : DocumentMapper.MapAll(tree, options.Kommune, diagnostics);
        return new ImportResult(grafer, Findings.Told(diagnostics)) { Skemaer = skemaer };
    }
}

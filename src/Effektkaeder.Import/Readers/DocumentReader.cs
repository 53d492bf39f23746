using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Readers.Csv;
using Effektkaeder.Import.Readers.Docx;
using Effektkaeder.Import.Readers.Html;
using Effektkaeder.Import.Readers.Odt;
using Effektkaeder.Import.Readers.Pdf;
using Effektkaeder.Import.Readers.Text;
using Effektkaeder.Import.Readers.Xlsx;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers;

/// <summary>Bytes to blocks: finds the format by the content, whatever the file is called, and lets that format's reader read it.</summary>
internal static partial class DocumentReader
{
    /// <summary>The blocks, or null after a diagnostic that says why there are none.</summary>
    internal static DocumentTree? Read(string path, byte[] content, List<Diagnostic> diagnostics)
    {
        if (content.LongLength > Limits.MaxBytes)
        {
            diagnostics.Add(Beskeder.ForStor(path, content.LongLength, Limits.MaxBytes));
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        try
        {
            var tree =
                content.AsSpan().StartsWith("%PDF-"u8) ? Pdf(path, hash, content, diagnostics)
                : content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) ? Zip(path, hash, content, diagnostics)
                : BinaryFormat.Of(content) is { } format ? Refuse(Beskeder.Binaer(path, format), diagnostics)
                : Text(path, hash, content, diagnostics);
            tree = tree is null ? null : WithoutPages(tree);
            if (tree is { Blocks.Count: 0 } && diagnostics.All(d => d.Severity != Severity.Fejl))
            {
                diagnostics.Add(Beskeder.TomFil(path));
            }

            if (tree is { Blocks.Count: > 0 } && Legibility.Fault(tree.Text) is { } fault)
            {
                return Refuse(Beskeder.Ulaeselig(path, fault), diagnostics);
            }

            return tree is { Blocks.Count: > 0 } ? tree : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The libraries that open these formats throw whatever a damaged file makes them throw.
            diagnostics.Add(Beskeder.Beskadiget(path, e.Message));
            return null;
        }
    }

    /// <summary>The words without what pages say of themselves.</summary>
    private static DocumentTree WithoutPages(DocumentTree tree)
    {
        var repairs = tree.Repairs.ToList();
        var blocks = RunningHeads.Without(Leaders.Without(tree.Blocks), repairs);
        return tree with { Blocks = blocks, Repairs = repairs };
    }

    private static DocumentTree? Pdf(string path, string hash, byte[] content, List<Diagnostic> diagnostics)
    {
        var blocks = PdfReader.Read(content, Limits.MaxPages, out var lines, out var scanned);
        return scanned
            ? Refuse(Beskeder.Skannet(path), diagnostics)
            : new DocumentTree(new SourceIdentity(path, hash, "pdf"), blocks, [], lines, false);
    }

    private static DocumentTree? Zip(string path, string hash, byte[] content, List<Diagnostic> diagnostics)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (archive.Entries.Sum(e => e.Length) > Limits.MaxUnpacked)
        {
            return Refuse(Beskeder.ForStor(path, archive.Entries.Sum(e => e.Length), Limits.MaxUnpacked), diagnostics);
        }

        var names = archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.Ordinal);
        var lines = 0;
        var (format, blocks) =
            names.Contains("word/document.xml") ? ("docx", DocxReader.Read(new MemoryStream(content, false), out lines))
            : names.Contains("xl/workbook.xml") ? ("xlsx", XlsxReader.Read(new MemoryStream(content, false), out lines))
            : names.Contains("content.xml") ? ("odt", OdtReader.Read(archive, Limits.MaxUnpacked, out lines))
            : ("", null);
        return blocks is null
            ? Refuse(Beskeder.Binaer(path, "et pakket arkiv"), diagnostics)
            : new DocumentTree(new SourceIdentity(path, hash, format), blocks, [], lines, false);
    }

    private static DocumentTree? Text(string path, string hash, byte[] content, List<Diagnostic> diagnostics)
    {
        var (written, encoding) = TextEncoding.Decode(content);
        if (written is null)
        {
            return Refuse(Beskeder.Binaer(path, "en binær fil"), diagnostics);
        }

        if (string.IsNullOrWhiteSpace(written))
        {
            return Refuse(Beskeder.TomFil(path), diagnostics);
        }

        if (encoding is not null)
        {
            diagnostics.Add(Beskeder.Kodning(path, encoding));
        }

        var source = new SourceText(written);
        if (HtmlStart().IsMatch(source.Text))
        {
            return new DocumentTree(new SourceIdentity(path, hash, "html"), HtmlReader.Read(written), [], source.LineCount, false);
        }

        if (CsvReader.Delimiter(source.Text) is { } delimiter)
        {
            return new DocumentTree(
                new SourceIdentity(path, hash, "csv"),
                CsvReader.Read(source.Text, delimiter),
                [],
                source.LineCount,
                false
            );
        }

        var (blocks, repairs) = PlainTextReader.Read(source);
        return new DocumentTree(new SourceIdentity(path, hash, "tekst"), blocks, repairs, source.LineCount, !source.EndsWithNewline);
    }

    private static DocumentTree? Refuse(Diagnostic why, List<Diagnostic> diagnostics)
    {
        diagnostics.Add(why);
        return null;
    }

    [GeneratedRegex(
        @"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex HtmlStart();
}

using System.Security.Cryptography;
using Effektkaeder.Import.Diagnostics;

namespace Effektkaeder.Import.Readers;

/// <summary>Bytes to text: refuses what is no text, finds the encoding, and makes all line ends "\n".</summary>
internal static class DocumentReader
{
    internal const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>The text, or null after a diagnostic that says why there is none.</summary>
    internal static SourceText? Read(string path, byte[] content, List<Diagnostic> diagnostics)
    {
        if (content.LongLength > MaxBytes)
        {
            diagnostics.Add(Beskeder.ForStor(path, content.LongLength, MaxBytes));
            return null;
        }

        if (BinaryFormat.Of(content) is { } format)
        {
            diagnostics.Add(Beskeder.Binaer(path, format));
            return null;
        }

        var (text, encoding) = TextEncoding.Decode(content);
        if (text is null)
        {
            diagnostics.Add(Beskeder.Binaer(path, "en binær fil"));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            diagnostics.Add(Beskeder.TomFil(path));
            return null;
        }

        if (encoding is not null)
        {
            diagnostics.Add(Beskeder.Kodning(path, encoding));
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new SourceText(path, Convert.ToHexStringLower(SHA256.HashData(content)), lines);
    }
}

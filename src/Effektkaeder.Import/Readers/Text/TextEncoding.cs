using System.Text;

namespace Effektkaeder.Import.Readers.Text;

/// <summary>
/// UTF-8 where the bytes are valid UTF-8, UTF-16 by its byte-order mark or its pattern of zero bytes, else
/// Windows-1252, the code page of older Danish text files.
/// </summary>
internal static class TextEncoding
{
    /// <summary>Windows-1252's 0x80-0x9F; five of them are unassigned and mean that the file is no text.</summary>
    private const string Windows1252High = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>The text and, when it was not UTF-8, the encoding's name; null text when the bytes are no text.</summary>
    internal static (string? Text, string? Encoding) Decode(byte[] content)
    {
        if (content.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return (Encoding.UTF8.GetString(content, 3, content.Length - 3), null);
        }

        if (Utf16(content) is { } utf16)
        {
            return utf16;
        }

        if (content.AsSpan().Contains((byte)0))
        {
            return (null, null);
        }

        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content), null);
        }
        catch (DecoderFallbackException)
        {
            return (Windows1252(content), "Windows-1252");
        }
    }

    private static (string? Text, string? Encoding)? Utf16(byte[] content)
    {
        if (content.Length < 4 || content.Length % 2 != 0)
        {
            return null;
        }

        if (content[0] == 0xFF && content[1] == 0xFE)
        {
            return (Encoding.Unicode.GetString(content, 2, content.Length - 2), "UTF-16");
        }

        if (content[0] == 0xFE && content[1] == 0xFF)
        {
            return (Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2), "UTF-16");
        }

        // Danish text in UTF-16 has a zero in nearly every second byte, always on the same side.
        var sample = content.AsSpan(0, Math.Min(content.Length & ~1, 2048));
        int even = 0,
            odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return odd * 10 > pairs * 8 && even == 0 ? (Encoding.Unicode.GetString(content), "UTF-16")
            : even * 10 > pairs * 8 && odd == 0 ? (Encoding.BigEndianUnicode.GetString(content), "UTF-16")
            : null;
    }

    private static string? Windows1252(byte[] content)
    {
        var text = new StringBuilder(content.Length);
        foreach (var b in content)
        {
            var c = b is >= 0x80 and < 0xA0 ? Windows1252High[b - 0x80] : (char)b;
            if (c == '\0' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')))
            {
                return null;
            }

            text.Append(c);
        }

        return text.ToString();
    }
}

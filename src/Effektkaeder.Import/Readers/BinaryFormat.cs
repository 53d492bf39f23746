namespace Effektkaeder.Import.Readers;

/// <summary>Files that are no text, told by their first bytes, whatever their name says.</summary>
internal static class BinaryFormat
{
    private static readonly (byte[] Signature, string Name)[] Signatures =
    [
        ([0x50, 0x4B, 0x05, 0x06], "et tomt zip-dokument"),
        ([0xD0, 0xCF, 0x11, 0xE0], "et ældre Word- eller Excel-dokument"),
        ("{\\rtf"u8.ToArray(), "et RTF-dokument"),
        ([0x89, 0x50, 0x4E, 0x47], "et billede"),
        ([0xFF, 0xD8, 0xFF], "et billede"),
        ("GIF8"u8.ToArray(), "et billede"),
        ([0x1F, 0x8B], "en pakket fil"),
        ("SQLite format 3"u8.ToArray(), "en database"),
    ];

    /// <summary>What the file is, in Danish with its article; null when no signature fits.</summary>
    internal static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (signature, name) in Signatures)
        {
            if (content.StartsWith(signature))
            {
                return name;
            }
        }

        return null;
    }
}

using System.Text.RegularExpressions;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Parsers;

/// <summary>A heading's number apart from its words: "3. Titel", "1.2 Titel", "4) Titel".</summary>
internal static partial class Headings
{
    internal static HeadingBlock Of(string raw, int level, Place place, string verbatim) =>
        Plain(CellText.Clean(raw), level, place, verbatim);

    /// <summary>The same of words that hold no markup.</summary>
    internal static HeadingBlock Plain(string text, int level, Place place, string verbatim)
    {
        var clean = CellText.Plain(text);
        return Numbered().Match(clean) is { Success: true } m
            ? new HeadingBlock(level, m.Groups["text"].Value, m.Groups["number"].Value, place, verbatim)
            : new HeadingBlock(level, clean, null, place, verbatim);
    }

    /// <summary>The number of a line and the words after it; null where it begins with none.</summary>
    internal static (string Number, string Text)? Split(string text) =>
        Numbered().Match(text) is { Success: true } m ? (m.Groups["number"].Value, m.Groups["text"].Value) : null;

    [GeneratedRegex(
        @"\A(?<number>[0-9]{1,3}(?:\.[0-9]{1,2})*)(?:[.):]\s*|(?<=\.[0-9]{1,2})\s+)(?<text>[^\s0-9].*)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Parsers;

/// <summary>The words of a stretch of cell, without its markup.</summary>
internal static partial class CellText
{
    /// <summary>Tags out, entities and emphasis resolved, white space single, no space before a full stop.</summary>
    internal static string Clean(string raw)
    {
        var text = raw.Contains('<') ? Tag().Replace(raw, " ") : raw;
        if (text.Contains('&'))
        {
            text = WebUtility.HtmlDecode(text);
        }

        if (text.Contains('*'))
        {
            text = Emphasis().Replace(text, "$1");
        }

        return Plain(text);
    }

    /// <summary>Words without markup: white space single, no space before a full stop.</summary>
    internal static string Plain(string text) => SpaceBeforeStop().Replace(Blank().Replace(text, " ").Trim(), "$1");

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--.*?-->", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\*{1,2}([^*\s](?:[^*]*[^*\s])?)\*{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@" ([.,;:])(?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeStop();
}

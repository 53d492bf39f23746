using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Html;

/// <summary>
/// HTML to blocks. Tags that are never closed are mended as browsers do; what is hidden, or leads round the page, is left out.
/// </summary>
internal static class HtmlReader
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "SCRIPT",
        "STYLE",
        "NAV",
        "TEMPLATE",
        "NOSCRIPT",
        "HEAD",
        "BUTTON",
        "SELECT",
        "SVG",
        "IFRAME",
    };

    internal static IReadOnlyList<Block> Read(string html)
    {
        var tables = 0;
        return Fragment(html, 1, ref tables);
    }

    /// <param name="line">The line of the document that the piece begins on.</param>
    /// <param name="tables">How many tables stand before it; counted on.</param>
    internal static IReadOnlyList<Block> Fragment(string html, int line, ref int tables)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        using var document = parser.ParseDocument(Shallow.Of(html));
        var walk = new HtmlWalk(line - 1, tables);
        var blocks = document.Body is { } body ? walk.Blocks(body) : [];
        tables = walk.Tables;
        return blocks;
    }

    internal static bool IsLeftOut(IElement element) =>
        LeftOut.Contains(element.TagName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || element
            .GetAttribute("style")
            ?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}

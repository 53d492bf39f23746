using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Html;

/// <summary>
/// HTML to blocks. Tags that are never closed are mended as browsers do; what is hidden, or leads round the page, is left out.
/// </summary>
internal static partial class HtmlReader
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "SCRIPT",
        "STYLE",
        "NAV",
        "FOOTER",
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
        return Fragment(Spread(html), 1, ref tables);
    }

    /// <summary>
    /// A page that programs wrote has all its blocks on a line or two: each then gets a line of its own, so that what stands above what
    /// can be told. Pages with lines keep theirs.
    /// </summary>
    private static string Spread(string html)
    {
        var tags = BlockTag().Matches(html);
        var lines = 0;
        for (int i = 0, before = -1; i < tags.Count; i++)
        {
            lines += before < 0 || html.AsSpan(before, tags[i].Index - before).Contains('\n') ? 1 : 0;
            before = tags[i].Index;
        }

        return lines * 2 < tags.Count ? BlockTag().Replace(html, "\n$0") : html;
    }

    [GeneratedRegex(
        @"<(?:p|h[1-6]|table|tr|div|ul|ol|li|section|article)(?=[\s>])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex BlockTag();

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

using System.Text;

namespace Effektkaeder.Import.Readers.Html;

/// <summary>
/// Keeps a document from being nested deeper than any person nests one: tags beyond that depth are left out, their words kept.
/// </summary>
internal static class Shallow
{
    private const int Deepest = 200;

    internal static string Of(string html)
    {
        var depth = 0;
        StringBuilder? kept = null;
        var from = 0;
        for (var at = html.IndexOf('<'); at >= 0;)
        {
            var end = html.IndexOf('>', at);
            if (end < 0)
            {
                break;
            }

            var closes = at + 1 < html.Length && html[at + 1] == '/';
            var opens =
                !closes && at + 1 < html.Length && char.IsAsciiLetter(html[at + 1]) && html[end - 1] != '/' && !IsVoid(html, at + 1);
            var tooDeep = (opens && depth >= Deepest) || (closes && depth > Deepest);
            depth = Math.Max(
                0,
                depth
                    + (
                        opens ? 1
                        : closes ? -1
                        : 0
                    )
            );
            if (tooDeep)
            {
                (kept ??= new StringBuilder(html.Length)).Append(html, from, at - from).Append(' ');
                from = end + 1;
            }

            at = html.IndexOf('<', end);
        }

        return kept is null ? html : kept.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>Tags without an end tag, and those whose end tag is mostly left out.</summary>
    private static bool IsVoid(string html, int name)
    {
        var end = name;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return html[name..end].ToLowerInvariant()
            is "br"
                or "hr"
                or "img"
                or "meta"
                or "link"
                or "input"
                or "col"
                or "wbr"
                or "p"
                or "li"
                or "tr"
                or "td"
                or "th"
                or "option";
    }
}

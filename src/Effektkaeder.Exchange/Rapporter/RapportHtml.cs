using System.Text;

namespace Effektkaeder.Exchange.Rapporter;

/// <summary>A report as a page to print, whole in itself: no script, and nothing from elsewhere.</summary>
public static class RapportHtml
{
    private const string Style =
        "body{font:11pt/1.4 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}"
        + "th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}thead{display:table-header-group}"
        + "tr{break-inside:avoid}h1,h2,h3{break-after:avoid}td{white-space:pre-line}";

    public static string Write(Rapport rapport)
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"da\">\n<head>\n<meta charset=\"utf-8\">\n");
        var page = $"@page{{size:A4{(rapport.ErLiggende ? " landscape" : "")};margin:2cm}}";
        html.Append($"<title>{E(rapport.Titel)}</title>\n<style>{Style}{page}</style>\n</head>\n<body>\n");
        html.Append($"<h1>{E(rapport.Titel)}</h1>\n<p>{E(rapport.Undertitel)}</p>\n");
        foreach (var part in rapport.Dele)
        {
            _ = part switch
            {
                Overskrift o => html.Append($"<h{o.Niveau + 1}>{E(o.Tekst)}</h{o.Niveau + 1}>\n"),
                Afsnit a => html.Append($"<p>{E(a.Tekst)}</p>\n"),
                Tabel t => Table(html, t),
                _ => html,
            };
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static StringBuilder Table(StringBuilder html, Tabel table)
    {
        html.Append("<table>\n");
        if (table.Hoveder.Count > 0)
        {
            html.Append($"<thead><tr>{string.Concat(table.Hoveder.Select(h => $"<th scope=\"col\">{E(h)}</th>"))}</tr></thead>\n");
        }

        html.Append("<tbody>\n");
        foreach (var row in table.Raekker)
        {
            html.Append($"<tr>{string.Concat(row.Select(c => $"<td>{E(c)}</td>"))}</tr>\n");
        }

        return html.Append("</tbody>\n</table>\n");
    }

    private static string E(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}

using System.Net;
using System.Text;
using Effektkaeder.Import;

namespace Effektkaeder.Cli.Output;

/// <summary>How a document would be read as one page: the source on one side and what became of it on the other.</summary>
internal static class ExplanationPage
{
    internal static string Of(string file, Explanation explanation)
    {
        var page = new StringBuilder(
            $$"""
            <!doctype html>
            <html lang="da"><head><meta charset="utf-8"><title>{{E(file)}}</title>
            <style>
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color-scheme: light dark; }
            table { border-collapse: collapse; width: 100%; }
            td, th { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8884; white-space: pre-line; }
            td:first-child { color: #777; }
            tr.overskrift td:nth-child(2) { font-weight: 600; }
            tr.ulaest td { background: #f5a62333; }
            </style></head><body>
            <h1>{{E(file)}}</h1>
            <p>Format: {{E(explanation.Format)}}. Læst ved: {{E(explanation.Laesning ?? "afvist")}}. Ikke læst: {{explanation.Lines.Count(
                l => l.IsUnread
            )}} af {{explanation.Lines.Count}} linjer.</p>
            <table><thead><tr><th scope="col">Sted</th><th scope="col">Dokumentet</th><th scope="col">Blev til</th></tr></thead><tbody>

            """
        );
        foreach (var line in explanation.Lines)
        {
            var style = line.IsUnread ? "ulaest" : line.Kind;
            var became = line.IsUnread ? "ikke læst" : string.Join("\n", line.Became);
            page.Append($"<tr class=\"{style}\"><td>{E(line.Sted)}</td><td>{E(line.Text)}</td><td>{E(became)}</td></tr>\n");
        }

        return page.Append("</tbody></table></body></html>\n").ToString();
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}

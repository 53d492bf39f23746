using System.Globalization;
using Effektkaeder.Application;
using Effektkaeder.Application.Following;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Reports as pages, and as files for Word, for print and for the post; and the years that stand behind them.</summary>
internal static class ReportEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReports(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes
            .MapGet("/rapport", (HttpContext context, CancellationToken ct) => PageAsync(options, context.Request, ct))
            .WithMetadata(new Hands.LooksAtAll());
        foreach (var form in new[] { "docx", "pdf", "html" })
        {
            routes
                .MapGet($"/rapport.{form}", (HttpContext context, CancellationToken ct) => FileAsync(options, context.Request, form, ct))
                .WithMetadata(new Hands.LooksAtAll());
        }

        routes
            .MapGet("/aarraekke", (string? noegle, CancellationToken ct) => YearsAsync(options, noegle ?? "", ct))
            .WithMetadata(new Hands.LooksAtAll());
    }

    private static async Task<IResult> PageAsync(WebOptions options, HttpRequest request, CancellationToken ct)
    {
        var (valg, graph) = (Chosen(options, request.Query), await options.Store.NewestAsync(ct));
        var (rapport, error) = valg.Hvad.Length == 0 ? (null, null) : await TryAsync(options, graph, valg, ct);
        return new RazorComponentResult<ReportPage>(
            new
            {
                Graph = graph,
                Valg = valg,
                Rapport = rapport,
                Error = error,
                Query = request.QueryString.Value ?? "",
            }
        );
    }

    private static async Task<IResult> FileAsync(WebOptions options, HttpRequest request, string form, CancellationToken ct)
    {
        var (rapport, error) = await TryAsync(options, await options.Store.NewestAsync(ct), Chosen(options, request.Query), ct);
        if (rapport is null)
        {
            return TypedResults.Problem(error, statusCode: StatusCodes.Status404NotFound);
        }

        try
        {
            return form switch
            {
                "docx" => TypedResults.File(RapportDocx.Write(rapport), Word, "rapport.docx"),
                "pdf" => TypedResults.File(RapportPdf.Write(rapport), "application/pdf", "rapport.pdf"),
                _ => TypedResults.Text(RapportHtml.Write(rapport), "text/html; charset=utf-8"),
            };
        }
        catch (RasterException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status501NotImplemented);
        }
    }

    private static async Task<(Rapport? Rapport, string? Error)> TryAsync(
        WebOptions options,
        IGraph graph,
        Rapportvalg valg,
        CancellationToken ct
    )
    {
        try
        {
            return (await valg.WriteAsync(options.Store, graph, (text, kinds) => FindAsync(graph, text, kinds, ct), ct), null);
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    private static async Task<Node> FindAsync(IGraph graph, string text, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var match = await new FindNode(graph).FindAsync(text, kinds, ct);
        return match.Node
            ?? throw new FormatException(
                match.Candidates.Count == 0 || match.Guessed
                    ? $"Intet passer til »{text}«."
                    : $"»{text}« passer til flere: {string.Join("; ", match.Candidates.Select(c => $"{c.Titel} ({c.Key})"))}."
            );
    }

    private static async Task<IResult> YearsAsync(WebOptions options, string key, CancellationToken ct)
    {
        var graph = await options.Store.NewestAsync(ct);
        var node = (await graph.NodesAsync([NodeId.KeyOf(key)], ct)).FirstOrDefault(n => ReadYears.Kinds.Contains(n.Kind));
        return node is null
            ? NotFoundPage.Of($"»{key}«")
            : new RazorComponentResult<YearsPage>(
                new
                {
                    Graph = graph,
                    options.Store,
                    Node = node,
                }
            );
    }

    private static Rapportvalg Chosen(WebOptions options, IQueryCollection query) =>
        new(
            query["slags"].ToString() is { Length: > 0 } kind ? kind : Rapportslags.Alle[0].Kode,
            query["hvad"].ToString().Trim(),
            int.TryParse(query["aar"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            YearEndpoints.Day(options, query)
        );
}

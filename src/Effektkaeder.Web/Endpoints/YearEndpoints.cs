using System.Globalization;
using Effektkaeder.Application.Asking;
using Effektkaeder.Application.Following;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Mit år: the page, and the same choice as a file that calendars open.</summary>
internal static class YearEndpoints
{
    public static void MapYear(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes
            .MapGet("/aar", (HttpContext context, CancellationToken ct) => PageAsync(options, context.Request, ct))
            .WithMetadata(new Hands.LooksAtAll());
        routes
            .MapGet("/aar.ics", (HttpContext context, CancellationToken ct) => FileAsync(options, context.Request, ct))
            .WithMetadata(new Hands.LooksAtAll());
    }

    public static void MapStatus(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes.MapGet(
            "/stilling",
            async (string? noegle, string? kommune, CancellationToken ct) =>
                noegle is { Length: > 0 } ? await StatusAsync(options, noegle, null, ct)
                : await GraphAsync(options, kommune ?? "", ct) is { } graph
                    ? new RazorComponentResult<StandingsPage>(new { Graph = graph, Kommune = kommune ?? "" })
                : Missing(kommune ?? "")
        );
        routes.MapPost("/stilling/maal", (HttpContext context, CancellationToken ct) => MeasureAsync(options, context, ct));
    }

    private static async Task<IResult> StatusAsync(WebOptions options, string key, string? error, CancellationToken ct)
    {
        var graph = await options.Store.NewestAsync(ct);
        var node = (await graph.NodesAsync([NodeId.KeyOf(key)], ct)).FirstOrDefault(n => n.Kind.IsChain());
        return node is null
            ? NotFoundPage.Of($"»{key}«")
            : new RazorComponentResult<StatusPage>(
                new
                {
                    Graph = graph,
                    Node = node,
                    Error = error,
                }
            );
    }

    private static async Task<IResult> MeasureAsync(WebOptions options, HttpContext context, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var key = form["noegle"].ToString();
        var line = new Maalingslinje(
            key,
            form["vaerdi"].ToString(),
            form["dato"].ToString(),
            form["redskab"],
            form["kilde"],
            form["bedre"]
        );
        var outcome = await new KeepMeasurements(options.Store, options.Time).KeepAsync([line], options.Author, ct);
        return outcome.Errors is [var error, ..]
            ? await StatusAsync(options, key, error.Besked, ct)
            : TypedResults.Redirect(Links.Status(key));
    }

    private static async Task<IResult> PageAsync(WebOptions options, HttpRequest request, CancellationToken ct)
    {
        var (who, kommune, year, day) = Read(options, request.Query);
        if (await GraphAsync(options, kommune, ct) is not { } graph)
        {
            return Missing(kommune);
        }

        return new RazorComponentResult<YearPage>(
            new
            {
                Graph = graph,
                Who = who,
                Kommune = kommune,
                Year = year,
                Day = day,
                Query = request.QueryString.Value ?? "",
            }
        );
    }

    private static async Task<IResult> FileAsync(WebOptions options, HttpRequest request, CancellationToken ct)
    {
        var (who, kommune, year, day) = Read(options, request.Query);
        if (await GraphAsync(options, kommune, ct) is not { } graph)
        {
            return Missing(kommune);
        }

        try
        {
            var svar = await new ReadCalendar(graph).ReadAsync(YearPage.Chosen(who, year, day), ct);
            var name = who.Length == 0 ? null : who;
            var text = await new WriteCalendar(graph).WriteAsync(svar, name, $"{request.Scheme}://{request.Host.Value}", ct);
            return TypedResults.Text(text, "text/calendar; charset=utf-8");
        }
        catch (FormatException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IGraph?> GraphAsync(WebOptions options, string kommune, CancellationToken ct)
    {
        try
        {
            return await options.Store.LookAtAsync(new Udsyn(Kommune: kommune.Length == 0 ? null : kommune), ct);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static (string Who, string Kommune, int? Year, DateOnly Day) Read(WebOptions options, IQueryCollection query) =>
        (
            query["hvem"].ToString().Trim(),
            query["kommune"].ToString(),
            int.TryParse(query["aar"], CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999 ? year : null,
            Day(options, query)
        );

    /// <summary>The day that is counted from: the one that is asked for, else today.</summary>
    internal static DateOnly Day(WebOptions options, IQueryCollection query) =>
        DateOnly.TryParseExact(query["dag"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateOnly.FromDateTime(options.Time.GetLocalNow().DateTime);

    private static RazorComponentResult<NotFoundPage> Missing(string kommune) => NotFoundPage.Of($"Kommunen »{kommune}«");
}

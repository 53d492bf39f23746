using System.Text;
using Effektkaeder.Application.Lists;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;
using Effektkaeder.Web.Lists;
using Effektkaeder.Web.Pages;
using Effektkaeder.Web.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// What the pages list, as files: the page's own address with <c>.csv</c> or <c>.xlsx</c> after its path, so that what is filtered is what
/// is kept. CSV is the first list alone, as a Danish spreadsheet opens it.
/// </summary>
internal static class ListEndpoints
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private delegate Task<IReadOnlyList<Listing>> Asked(HttpContext context, CancellationToken ct);

    public static void MapLists(this IEndpointRouteBuilder routes, WebOptions options)
    {
        var scenes = new SceneSources(options, routes.ServiceProvider.GetRequiredService<KeptDrawings>());
        Map(
            "kontrol",
            async (c, ct) => [FindingLists.Of(await (await FindingChoice.ReadAsync(options.Store, c.Request.Query, ct)).FindAsync(ct))]
        );
        Map("maal", async (c, ct) => [await GoalsAsync(await options.Store.NewestAsync(ct), c.Request.Query["slags"].ToString(), ct)]);
        Map(
            "aftaler",
            async (_, ct) =>
                [AgreementLists.Of((await PageLists.AgreementsAsync(await options.Store.NewestAsync(ct), null, null, ct)).Items)]
        );
        Map(
            "koblinger",
            async (c, ct) =>
            {
                var (address, source) = await OfAsync(scenes, Scene.Koblinger, c, ct);
                var (udsnit, rows) = await CouplingRows.OfAsync(address, source.Graph, ct);
                return [CouplingLists.Of(udsnit, rows)];
            }
        );
        Map(
            "aendringer",
            async (c, ct) =>
            {
                var (address, source) = await OfAsync(scenes, Scene.Forskel, c, ct);
                return await ComparedSides.OfAsync(address, options.Store, ct) is { } both
                    ? ChangeRows.Of(both.Forskel)
                    : [ChangeRows.Of(await ChangeRows.MadeAsync(source.Graph, options.Store, ct), source.Graph.Revision)];
            }
        );
        Map(
            "paavirkning",
            async (c, ct) =>
            {
                var (address, source) = await OfAsync(scenes, Scene.Paavirkning, c, ct);
                return (await ShownScene.QuestionAsync(address, source, ct)).Svar is { } svar
                    ? [ImpactLists.Touched(svar), ImpactLists.Dates(svar)]
                    : throw new FormatException("Vælg først, hvad der ændrer sig: aendring=NØGLE=bortfalder.");
            }
        );

        void Map(string page, Asked asked)
        {
            routes
                .MapGet($"/{page}.csv", (Delegate)((HttpContext c) => WriteAsync(c, asked, lists => Csv(page, lists))))
                .WithMetadata(new Hands.LooksAtAll());
            routes
                .MapGet($"/{page}.xlsx", (Delegate)((HttpContext c) => WriteAsync(c, asked, lists => Workbook(page, lists))))
                .WithMetadata(new Hands.LooksAtAll());
        }
    }

    private static async Task<IResult> WriteAsync(HttpContext context, Asked asked, Func<IReadOnlyList<Listing>, IResult> written)
    {
        try
        {
            context.Response.Headers.CacheControl = "no-cache";
            return written(await asked(context, context.RequestAborted));
        }
        catch (Exception e) when (e is UnknownNodeException or UnknownChoiceException)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status404NotFound);
        }
    }

    private static IResult Csv(string page, IReadOnlyList<Listing> lists) =>
        Results.Bytes(Encoding.UTF8.GetBytes(CsvText.Of(lists[0], danish: true, shown: false)), "text/csv; charset=utf-8", $"{page}.csv");

    private static IResult Workbook(string page, IReadOnlyList<Listing> lists)
    {
        using var sheets = new MemoryStream();
        Exchange.Lists.Workbook.Write(sheets, lists);
        return Results.Bytes(sheets.ToArray(), Sheet, $"{page}.xlsx");
    }

    private static async Task<(SceneAddress Address, SceneSource Source)> OfAsync(
        SceneSources scenes,
        Scene scene,
        HttpContext context,
        CancellationToken ct
    )
    {
        var address = SceneAddress.Read(scene, context.Request.Query);
        return (address, await scenes.OfAsync(address, ct));
    }

    private static Task<Listing> GoalsAsync(IGraph graph, string slug, CancellationToken ct) =>
        slug.Length == 0 ? NodeRows.HierarchyAsync(graph, ct)
        : NodeKinds.All.FirstOrDefault(k => k.Slug == slug) is { } kind ? NodeRows.OfKindAsync(graph, kind, ct)
        : throw new FormatException($"Der er ingen slags »{slug}«.");
}

using System.Globalization;
using Effektkaeder.Api;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;
using Effektkaeder.Web.Lists;
using Effektkaeder.Web.Pages;
using Effektkaeder.Web.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// The pages. Each shows one graph, the newest as it is asked for unless its address names a revision, and works without script; script
/// moves, folds and selects in place what the same addresses show.
/// </summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes, WebOptions options)
    {
        var scenes = new SceneSources(options, routes.ServiceProvider.GetRequiredService<KeptDrawings>());
        Show<OverviewPage>("/", Scene.Overblik);
        routes.MapGet(
            "/knude",
            (HttpContext context, CancellationToken ct) => AboutAsync<NodePage>(scenes, Scene.Effektkaede, _ => true, context, ct)
        );
        routes.MapGet(
            "/center",
            (HttpContext context, CancellationToken ct) =>
                AboutAsync<CenterPage>(scenes, Scene.Center, n => n.Kind == NodeKind.Organisation, context, ct)
        );
        Show<ImpactPage>("/paavirkning", Scene.Paavirkning);
        Show<ImpactReportPage>("/paavirkning/rapport", Scene.Paavirkning);
        routes.MapGet(
            "/scenarier",
            async (string[] navn, CancellationToken ct) =>
                new RazorComponentResult<ScenariosPage>(
                    new
                    {
                        Graph = await options.Store.NewestAsync(ct),
                        options.Store,
                        Names = navn,
                    }
                )
        );
        Show<CouplingsPage>("/koblinger", Scene.Koblinger);
        routes.MapGet(
            "/koblinger/mellem",
            async (string a, string b, CancellationToken ct) =>
            {
                var udsnit = await (await options.Store.NewestAsync(ct)).SelectAsync(Selection.Whole, ct);
                return new RazorComponentResult<BetweenDetails>(
                    new
                    {
                        Udsnit = udsnit,
                        A = a,
                        B = b,
                        Edges = CouplingRows.Between(udsnit, a, b),
                    }
                );
            }
        );
        Show<TimelinePage>("/tidslinje", Scene.Tidslinje);
        Show<ChangesPage>("/aendringer", Scene.Forskel);
        routes.MapGet("/detaljer", (string? noegle, CancellationToken ct) => DetailsAsync(options.Store, noegle, ct));
        routes.MapGet(
            "/soeg",
            async (string? q, CancellationToken ct) =>
                new RazorComponentResult<SearchPage>(new { Graph = await options.Store.NewestAsync(ct), Query = q ?? "" })
        );
        routes
            .MapGet("/kontrol", (HttpContext context, CancellationToken ct) => ChecksAsync(options.Store, context.Request.Query, ct))
            .WithMetadata(new Hands.LooksAtAll());
        routes.MapGet(
            "/maal",
            (string? slags, string? noegle, string? efter, string? vis, CancellationToken ct) =>
                GoalsAsync(options.Store, slags, noegle, efter, vis, ct)
        );
        routes.MapGet(
            "/aftaler",
            async (string? efter, CancellationToken ct) =>
                new RazorComponentResult<AgreementsPage>(new { Graph = await options.Store.NewestAsync(ct), After = efter })
        );
        routes.MapGet(
            "/spoerg",
            (string? spoergsmaal) => new RazorComponentResult<AskPage>(new { Recipe = Kogebog.Find(spoergsmaal ?? "") })
        );
        routes.MapGet("/graphiql", () => TypedResults.Redirect("/spoerg"));
        routes.MapFallback(() => NotFoundPage.Of("Siden"));

        void Show<TPage>(string path, Scene scene)
            where TPage : Microsoft.AspNetCore.Components.IComponent =>
            routes.MapGet(
                path,
                async (HttpContext context, CancellationToken ct) =>
                {
                    var shown = await ShownAsync(scenes, scene, context, ct);
                    return new RazorComponentResult<TPage>(new { Shown = shown })
                    {
                        StatusCode = shown.IsMissing ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
                    };
                }
            );
    }

    /// <summary>A page about one node, which says 404 to programs too where there is none.</summary>
    private static async Task<IResult> AboutAsync<TPage>(
        SceneSources scenes,
        Scene scene,
        Func<Node, bool> isOfIt,
        HttpContext context,
        CancellationToken ct
    )
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var shown = await ShownAsync(scenes, scene, context, ct);
        var key = shown.Address.Node ?? "";
        var node = (await shown.Source.Graph.NodesAsync([key], ct)).FirstOrDefault(isOfIt);
        return new RazorComponentResult<TPage>(
            new
            {
                Shown = shown,
                Node = node,
                Key = key,
            }
        )
        {
            StatusCode = node is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }

    private static async Task<ShownScene> ShownAsync(SceneSources scenes, Scene scene, HttpContext context, CancellationToken ct)
    {
        SceneAddress address = new(scene, []);
        try
        {
            address = SceneAddress.Read(scene, context.Request.Query);
            var source = await scenes.OfAsync(address, ct);
            return await ShownScene.OfAsync(address, source, scenes.Drawings, ct);
        }
        catch (Exception e) when (e is FormatException or UnknownRevisionException)
        {
            var source = await scenes.OfAsync(new(scene, []), ct);
            return new(address, source, null, null, e.Message, e is UnknownRevisionException);
        }
    }

    /// <summary>The panel of one node, to be put into a page.</summary>
    private static async Task<IResult> DetailsAsync(IGraphStore store, string? key, CancellationToken ct)
    {
        var graph = await store.NewestAsync(ct);
        var node = (await graph.NodesAsync([NodeId.KeyOf(key ?? "")], ct)).FirstOrDefault();
        return node is null ? TypedResults.NotFound() : new RazorComponentResult<NodeDetails>(new { Graph = graph, Node = node });
    }

    private static async Task<IResult> GoalsAsync(
        IGraphStore store,
        string? slags,
        string? noegle,
        string? efter,
        string? vis,
        CancellationToken ct
    )
    {
        var graph = await store.NewestAsync(ct);
        return slags is { Length: > 0 } && NodeKinds.All.All(k => k.Slug != slags) ? NotFoundPage.Of($"Slagsen »{slags}«")
            : noegle is { Length: > 0 } && (await graph.NodesAsync([noegle], ct)).Count == 0 ? NotFoundPage.Of($"Knuden »{noegle}«")
            : new RazorComponentResult<GoalsPage>(
                new
                {
                    Graph = graph,
                    Slug = slags,
                    Key = noegle,
                    After = efter,
                    View = vis,
                }
            );
    }

    private static async Task<IResult> ChecksAsync(IGraphStore store, IQueryCollection query, CancellationToken ct)
    {
        try
        {
            return new RazorComponentResult<ChecksPage>(
                new
                {
                    Choice = await FindingChoice.ReadAsync(store, query, ct),
                    Grouping = query["gruppe"].ToString(),
                    Page = int.TryParse(query["side"], CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
                }
            );
        }
        catch (UnknownChoiceException e)
        {
            return NotFoundPage.Of(e.What);
        }
    }
}

using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// The pages. Each shows one graph, the newest as it is asked for, and works without script; script adds zoom, suggestions and clicks
/// on boxes.
/// </summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes, WebOptions options)
    {
        Task<IGraph> NewestAsync(CancellationToken ct) => options.Store.NewestAsync(ct);

        async Task<(IGraph Graph, Node? Node)> FoundAsync(string? key, CancellationToken ct)
        {
            var graph = await NewestAsync(ct);
            return (graph, (await graph.NodesAsync([NodeId.KeyOf(key ?? "")], ct)).FirstOrDefault());
        }

        routes.MapGet(
            "/",
            async (CancellationToken ct) =>
                new RazorComponentResult<OverviewPage>(new { Graph = await NewestAsync(ct), options.Store.Location })
        );
        routes.MapGet(
            "/soeg",
            async (string? q, CancellationToken ct) =>
                new RazorComponentResult<SearchPage>(new { Graph = await NewestAsync(ct), Query = q ?? "" })
        );
        routes.MapGet(
            "/knude",
            async (string? noegle, CancellationToken ct) =>
            {
                var (graph, node) = await FoundAsync(noegle, ct);
                return new RazorComponentResult<NodePage>(new { Graph = graph, Key = noegle ?? "" }) { StatusCode = Status(node) };
            }
        );
        routes.MapGet(
            "/center",
            async (string? noegle, CancellationToken ct) =>
            {
                var (graph, node) = await FoundAsync(noegle, ct);
                var center = node?.Kind == NodeKind.Organisation ? node : null;
                return new RazorComponentResult<CenterPage>(new { Graph = graph, Key = noegle ?? "" }) { StatusCode = Status(center) };
            }
        );
        routes.MapGet(
            "/paavirkning",
            async (string? noegle, string? art, string? varighed, CancellationToken ct) =>
            {
                var (graph, node) = await FoundAsync(noegle, ct);
                return new RazorComponentResult<ImpactPage>(
                    new
                    {
                        Graph = graph,
                        Key = noegle ?? "",
                        Art = art ?? "bortfalder",
                        Duration = varighed ?? "P6M",
                    }
                )
                {
                    StatusCode = Status(node),
                };
            }
        );
        routes.MapGet(
            "/kontrol",
            async (string? kode, CancellationToken ct) =>
                new RazorComponentResult<ChecksPage>(new { Graph = await NewestAsync(ct), Code = kode ?? "" })
        );
        routes.MapGet("/graphiql", () => new RazorComponentResult<GraphiQLPage>());
        routes.MapFallback(() =>
            new RazorComponentResult<NotFoundPage>(new { What = "Siden" }) { StatusCode = StatusCodes.Status404NotFound }
        );
    }

    /// <summary>A page about nothing says so to programs too.</summary>
    private static int Status(Node? node) => node is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
}

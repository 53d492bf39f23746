using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>The pages. Each works without script; script adds zoom, suggestions and clicks on boxes.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => new RazorComponentResult<OverviewPage>());
        routes.MapGet("/soeg", (string? q) => new RazorComponentResult<SearchPage>(new { Query = q ?? "" }));
        routes.MapGet("/knude", (string? noegle) => new RazorComponentResult<NodePage>(new { Key = noegle ?? "" }));
        routes.MapGet("/center", (string? noegle) => new RazorComponentResult<CenterPage>(new { Key = noegle ?? "" }));
        routes.MapGet(
            "/paavirkning",
            (string? noegle, string? art, string? varighed) =>
                new RazorComponentResult<ImpactPage>(
                    new
                    {
                        Key = noegle ?? "",
                        Art = art ?? "bortfalder",
                        Duration = varighed ?? "P6M",
                    }
                )
        );
        routes.MapGet("/kontrol", (string? kode) => new RazorComponentResult<ChecksPage>(new { Code = kode ?? "" }));
        routes.MapGet("/graphiql", () => new RazorComponentResult<GraphiQLPage>());
        routes.MapFallback(() =>
            new RazorComponentResult<NotFoundPage>(new { What = "Siden" }) { StatusCode = StatusCodes.Status404NotFound }
        );
    }
}

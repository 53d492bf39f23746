using Effektkaeder.Application.Scenarier;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// Views that are saved: <c>/visning/NAVN</c> leads to the long address that it stands for. Forms as a page without script sends them;
/// other sites' forms are refused before they come here.
/// </summary>
internal static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes.MapGet(
            "/visning/{name}",
            async (string name, CancellationToken ct) =>
                await Views(options).FindAsync(name, ct) is { } view
                    ? Results.LocalRedirect(view.Address)
                    : NotFoundPage.Of($"Visningen »{name}«")
        );
        routes.MapGet(
            "/visninger",
            async (CancellationToken ct) => new RazorComponentResult<ViewsPage>(new { Views = await Views(options).AllAsync(ct) })
        );
        routes.MapPost("/visninger", (Delegate)((HttpContext context) => SaveAsync(context, options)));
        routes.MapPost("/visninger/slet", (Delegate)((HttpContext context) => RemoveAsync(context, options)));
    }

    private static KeepViews Views(WebOptions options) => new(options.Store.Scenarios, options.Time);

    private static async Task<IResult> SaveAsync(HttpContext context, WebOptions options)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var view = await Views(options)
            .SaveAsync(form["navn"].ToString(), form["adresse"].ToString(), options.Author, context.RequestAborted);
        var address = $"/visning/{Uri.EscapeDataString(view.Name)}";
        // Script is told the short address; a page without it comes back to what it showed.
        return context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            ? Results.Json(new { adresse = address })
            : Other(address, context);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, WebOptions options)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await Views(options).RemoveAsync(form["navn"].ToString(), context.RequestAborted);
        return Other("/visninger", context);
    }

    /// <summary>See other: what comes back is asked for by GET.</summary>
    private static IResult Other(string address, HttpContext context)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

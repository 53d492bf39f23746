using System.Collections.Frozen;
using Effektkaeder.Web.Telling;
using Microsoft.AspNetCore.Http;

namespace Effektkaeder.Web;

/// <summary>Keeps other sites' pages from using a server that only this machine should reach.</summary>
internal sealed class Guard(IReadOnlyList<string> hosts, Meters meters)
{
    private readonly FrozenSet<string> _names = FrozenSet.ToFrozenSet(
        ["localhost", "127.0.0.1", "[::1]", .. hosts],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// A foreign Host means a name was made to point here (DNS rebinding), a foreign Origin that another site's page asks, and so does
    /// <c>Sec-Fetch-Site</c> where a request has no Origin, as a picture or a stream has none. All get 403. What another page may do is
    /// to lead a reader here: a link to a page.
    /// </summary>
    /// <remarks>Source: https://www.w3.org/TR/fetch-metadata/. A browser always sends these; who sends none is no browser's page.</remarks>
    public async Task RefuseForeignersAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host;
        var origin = context.Request.Headers.Origin.ToString();
        var isOwn =
            _names.Contains(host.Host)
            && (origin.Length == 0 || string.Equals(origin, $"{context.Request.Scheme}://{host.Value}", StringComparison.OrdinalIgnoreCase))
            && (IsAskedByOwnPage(context.Request) || IsFollowedLink(context.Request));
        if (isOwn)
        {
            await next(context);
            return;
        }
        meters.Refused("foreign");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        await context.Response.WriteAsync(
            """{"title":"Fremmed Host, Origin eller side","status":403,"detail":"""
                + "\"Serveren svarer kun på sin egen adresse og på sine egne siders spørgsmål.\"}"
        );
    }

    /// <summary>Another port of this machine is the same site, but not ours.</summary>
    private static bool IsAskedByOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private static bool IsFollowedLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document"
        && !request.Path.StartsWithSegments("/graphql");

    /// <summary>Nothing from elsewhere runs in the pages, and nobody frames them.</summary>
    public static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["Content-Security-Policy"] =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }
}

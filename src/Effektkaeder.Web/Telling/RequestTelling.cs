using System.Diagnostics;
using System.Globalization;
using Effektkaeder.Domain.Tekst;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Effektkaeder.Web.Telling;

/// <summary>
/// Each request as it is seen from outside: how long it took, in <c>Server-Timing</c>, in the meters and, where that is asked for, as
/// one line of the log with the trace that it belongs to.
/// </summary>
internal sealed class RequestTelling(Meters meters, ILogger log)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        using var trace = Trace(context.Request);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Server-Timing"] = string.Create(
                CultureInfo.InvariantCulture,
                $"app;dur={Stopwatch.GetElapsedTime(began).TotalMilliseconds:F1}"
            );
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(began);
            meters.Answered(Route(context), context.Response.StatusCode, took);
            if (log.IsEnabled(LogLevel.Information))
            {
                log.LogInformation(
                    "{Method} {Path} {Status} {Duration} ms",
                    context.Request.Method,
                    Synligt.Line(context.Request.Path.Value ?? ""),
                    context.Response.StatusCode,
                    Math.Round(took.TotalMilliseconds, 1)
                );
            }
        }
    }

    /// <summary>The caller's own trace, where it names one.</summary>
    /// <remarks>Source: https://www.w3.org/TR/trace-context/.</remarks>
    private Activity? Trace(HttpRequest request)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            return null;
        }

        var activity = new Activity("request");
        if (request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, null, out _))
        {
            activity.SetParentId(parent);
        }

        return activity.Start();
    }

    /// <summary>What stands in the program, not what was asked: addresses are without number.</summary>
    private static string Route(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern
            ? pattern.Contains('{')
                ? pattern[..pattern.IndexOf('{')] + "*"
                : pattern
            : "andet";
}

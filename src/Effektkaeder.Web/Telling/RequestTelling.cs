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
        context.Response.OnStarting(Timing.Tell, new Timing(context.Response, began));
        try
        {
            await next(context);
        }
        finally
        {
            var (took, route) = (Stopwatch.GetElapsedTime(began), Route(context));
            meters.Answered(route, context.Response.StatusCode, took);
            Describe(trace, context, route);
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

    /// <summary>Told when the answer begins, for then its headers are sent.</summary>
    private sealed record Timing(HttpResponse Response, long Began)
    {
        public static readonly Func<object, Task> Tell = timing =>
        {
            var (response, began) = (Timing)timing;
            response.Headers["Server-Timing"] = string.Create(
                CultureInfo.InvariantCulture,
                $"app;dur={Stopwatch.GetElapsedTime(began).TotalMilliseconds:F1}"
            );
            return Task.CompletedTask;
        };
    }

    /// <summary>The caller's own trace goes on here, where it names one.</summary>
    /// <remarks>Source: https://www.w3.org/TR/trace-context/.</remarks>
    private Activity? Trace(HttpRequest request)
    {
        var isParent = ActivityContext.TryParse(request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var parent);
        if (Telemetry.Spans.HasListeners())
        {
            return Telemetry.Spans.StartActivity(request.Method, ActivityKind.Server, isParent ? parent : default);
        }

        if (!log.IsEnabled(LogLevel.Information))
        {
            return null;
        }

        var activity = new Activity("request");
        if (isParent)
        {
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        }

        return activity.Start();
    }

    /// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/http/http-spans/.</remarks>
    private static void Describe(Activity? span, HttpContext context, string route)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        var status = context.Response.StatusCode;
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method)
            .SetTag("http.route", route)
            .SetTag("url.scheme", context.Request.Scheme)
            .SetTag("url.path", context.Request.Path.Value)
            .SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>What stands in the program, not what was asked: addresses are without number.</summary>
    private static string Route(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern
            ? pattern.Contains('{')
                ? pattern[..pattern.IndexOf('{')] + "*"
                : pattern
            : "andet";
}

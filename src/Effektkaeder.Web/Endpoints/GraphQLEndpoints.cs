using Effektkaeder.Api;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Http;
using Effektkaeder.Web.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Hands GraphQL requests to the engine's own rules of HTTP.</summary>
internal static class GraphQLEndpoints
{
    private const int MaxBodyBytes = 16 * 1024 * 1024,
        SmallBody = 64 * 1024,
        MostLarge = 4;

    /// <summary>So long a large request may take to arrive.</summary>
    private static readonly TimeSpan LongestArrival = TimeSpan.FromMinutes(2);

    /// <summary>
    /// A document to import takes many times its size in memory, and is read on one core: no more of them at a time than these. The
    /// others wait, and everything that is asked with few words passes them by.
    /// </summary>
    private static readonly SemaphoreSlim Large = new(MostLarge, MostLarge);

    public static void MapGraphQL(this IEndpointRouteBuilder routes, WebOptions options, Meters meters)
    {
        var log = ((IApplicationBuilder)routes).ApplicationServices.GetService(typeof(ILoggerFactory)) as ILoggerFactory;
        var engine = EffektkaederApi.Engine(
            onInternalError: (exception, error) =>
                log?.CreateLogger("GraphQL").LogError(exception, "A resolver failed at {Path}", string.Join('.', error.Path ?? []))
        );
        var http = new GraphQLHttp(
            engine,
            new GraphQLHttpOptions
            {
                MaxBodyBytes = MaxBodyBytes,
                TrustedDocuments = EffektkaederApi.TrustedDocuments,
                OnOutcome = outcome => Count(outcome, meters),
            }
        );
        var services = new ApiContext(options.Store, options.Time, options.Author);
        var stopping =
            (
                ((IApplicationBuilder)routes).ApplicationServices.GetService(typeof(IHostApplicationLifetime)) as IHostApplicationLifetime
            )?.ApplicationStopping
            ?? default;
        // The engine has the same limit, and streams of events a longer one.
        routes.Map("/graphql", context => AnswerAsync(context, http, services, meters, stopping)).DisableRequestTimeout();
    }

    private static void Count(GraphQLOutcome outcome, Meters meters)
    {
        foreach (var error in outcome.Errors.Where(e => e.Code is ErrorCodes.Limit or ErrorCodes.Timeout))
        {
            meters.Refused(error.Code == ErrorCodes.Limit ? "limit" : "timeout");
        }
    }

    private static async Task AnswerAsync(
        HttpContext context,
        GraphQLHttp http,
        ApiContext services,
        Meters meters,
        CancellationToken stopping
    )
    {
        using var response = await HandleAsync(context, http, services);
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        if (response.Allow is not null)
        {
            context.Response.Headers.Allow = response.Allow;
        }

        if (response.Events is null)
        {
            context.Response.ContentLength = response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
            return;
        }
        // A stream of events has no end of its own: it must not hold the server back from stopping.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.Headers.CacheControl = "no-cache";
        meters.StreamOpened();
        try
        {
            // The client learns at once that it is listening, however long the first event takes.
            await context.Response.Body.FlushAsync(either.Token);
            await foreach (var item in response.Events.WithCancellation(either.Token))
            {
                await context.Response.Body.WriteAsync(item, either.Token);
                await context.Response.Body.FlushAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the server stops: both end a stream.
        }
        finally
        {
            meters.StreamClosed();
        }
    }

    private static async ValueTask<GraphQLHttpResponse> HandleAsync(HttpContext context, GraphQLHttp http, ApiContext services)
    {
        var (request, ct) = (context.Request, context.RequestAborted);
        var query = request.QueryString.HasValue
            ? request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList()
            : [];
        var accept = request.Headers.Accept.ToString() is { Length: > 0 } named ? named : null;
        var isLarge = request.ContentLength is not (null or <= SmallBody) || request.Headers.TransferEncoding.Count > 0;
        if (isLarge)
        {
            await Large.WaitAsync(ct);
        }

        try
        {
            return await http.HandleAsync(new(request.Method, request.ContentType, accept, query, await BodyAsync(request)), services, ct);
        }
        finally
        {
            if (isLarge)
            {
                Large.Release();
            }
        }
    }

    /// <summary>The host has bounded the body already. Room for a large one is made as it comes, not when it is promised.</summary>
    private static async ValueTask<byte[]> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength is { } length and <= SmallBody)
        {
            var whole = length == 0 ? [] : new byte[length];
            await request.Body.ReadExactlyAsync(whole, request.HttpContext.RequestAborted);
            return whole;
        }
        using var body = new MemoryStream();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        limit.CancelAfter(LongestArrival);
        try
        {
            await request.Body.CopyToAsync(body, limit.Token);
        }
        catch (OperationCanceledException e) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException(e.Message, StatusCodes.Status408RequestTimeout, e);
        }

        return body.ToArray();
    }
}

using Effektkaeder.GraphQL.Http;

namespace Effektkaeder.GraphQL.Host;

/// <summary>ASP.NET's request and response as those of <see cref="GraphQLHttp"/>.</summary>
internal static class HttpAdapter
{
    public static async Task AnswerAsync(GraphQLHttp http, HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var answer = await http.HandleAsync(
            new GraphQLHttpRequest(
                context.Request.Method,
                context.Request.ContentType,
                context.Request.Headers.Accept.Count == 0 ? null : context.Request.Headers.Accept.ToString(),
                context.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToArray(),
                body.ToArray()
            ),
            services: null,
            context.RequestAborted
        );
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.Allow is not null)
        {
            context.Response.Headers.Allow = answer.Allow;
        }

        if (answer.Events is null)
        {
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
            return;
        }

        context.Response.Headers.CacheControl = "no-cache";
        await foreach (var part in answer.Events.WithCancellation(context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}

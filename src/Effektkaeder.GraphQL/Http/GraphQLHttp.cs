using System.Text;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Results;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Http;

/// <summary>
/// The rules of GraphQL over HTTP as a function from a request to a response. Parameters that are wrong give 400 always;
/// a document that is refused gives 400 as application/graphql-response+json, but 200 as application/json, where old
/// clients expect it. Subscriptions, and whatever else asks for text/event-stream, are answered by Server-Sent Events
/// (one <c>next</c> a response, then <c>complete</c>). <c>GET ?sdl</c> answers the schema.
/// </summary>
public sealed class GraphQLHttp(GraphQLEngine engine, GraphQLHttpOptions? options = null)
{
    private readonly GraphQLHttpOptions _options = options ?? new GraphQLHttpOptions();
    private readonly EventStreams _streams = new(options ?? new GraphQLHttpOptions(), engine.Texts);

    /// <param name="services">Handed to resolvers.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled, as when the client has gone.</exception>
    public async ValueTask<GraphQLHttpResponse> HandleAsync(
        GraphQLHttpRequest request,
        object? services = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var type = MediaTypes.Choose(request.Accept);
        var isGet = request.Method.Equals("GET", StringComparison.OrdinalIgnoreCase);
        if (!isGet && !request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(405, type, "Only GET and POST are taken.", allow: "GET, POST");
        }

        if (isGet && IsForSdl(request.Query))
        {
            return new GraphQLHttpResponse(200, MediaTypes.WithCharset("text/plain"), Encoding.UTF8.GetBytes(engine.Schema.Print()));
        }

        if (type is null)
        {
            return Refuse(
                406,
                type,
                $"The answer can be {MediaTypes.GraphQLResponse}, {MediaTypes.Json} or {MediaTypes.EventStream}, none of which is accepted."
            );
        }

        if (!isGet && !MediaTypes.IsJson(request.ContentType))
        {
            return Refuse(415, type, $"The body must be {MediaTypes.Json} in UTF-8, and say so in Content-Type.");
        }

        if (request.Body.Length > _options.MaxBodyBytes)
        {
            return Refuse(413, type, $"The body is {request.Body.Length} bytes long; at most {_options.MaxBodyBytes} are taken.");
        }

        HttpParameters? parameters;
        Message reason;
        var isRead = isGet
            ? HttpParameters.TryReadQuery(request.Query, out parameters, out reason)
            : HttpParameters.TryReadBody(request.Body, out parameters, out reason);
        if (!isRead || !TryFindDocument(parameters!, out var query, out reason))
        {
            return Refuse(400, type, reason);
        }

        var wanted = new GraphQLRequest(query, parameters!.OperationName, parameters.Variables);
        if (isGet && engine.OperationOf(wanted) is OperationType.Mutation)
        {
            return Refuse(405, type, "A mutation must be sent by POST.", allow: "POST");
        }

        return type == MediaTypes.EventStream
            ? await StreamAsync(wanted, services, cancellationToken).ConfigureAwait(false)
            : await ExecuteAsync(wanted, type, services, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsForSdl(IReadOnlyList<KeyValuePair<string, string>> query) =>
        query.Any(pair => pair.Key == "sdl") && !query.Any(pair => pair.Key is "query" or "documentId");

    private bool TryFindDocument(HttpParameters parameters, out string query, out Message reason)
    {
        reason = "";
        query = parameters.Query ?? "";
        if (string.IsNullOrEmpty(parameters.DocumentId))
        {
            return true;
        }

        if (!string.IsNullOrEmpty(parameters.Query))
        {
            reason = "Give either \"query\" or \"documentId\", not both.";
            return false;
        }

        reason = $"There is no document \"{parameters.DocumentId}\".";
        return _options.TrustedDocuments.TryGetValue(parameters.DocumentId, out query!);
    }

    private async ValueTask<GraphQLHttpResponse> ExecuteAsync(
        GraphQLRequest request,
        string type,
        object? services,
        CancellationToken cancellationToken
    )
    {
        var body = new JsonBuffer();
        var outcome = await engine.ExecuteAsync(request, services, body, cancellationToken).ConfigureAwait(false);
        _options.OnOutcome?.Invoke(outcome);
        return new GraphQLHttpResponse(Status(outcome, type), MediaTypes.WithCharset(type), body.Written) { Lender = body };
    }

    private async ValueTask<GraphQLHttpResponse> StreamAsync(GraphQLRequest request, object? services, CancellationToken cancellationToken)
    {
        if (_streams.Enter() is not { } place)
        {
            return Refuse(
                503,
                MediaTypes.EventStream,
                $"{_options.MaxStreams} streams of events are open; at most {_options.MaxStreams} are."
            );
        }

        GraphQLHttpResponse refused;
        if (engine.OperationOf(request) is OperationType.Subscription)
        {
            var subscription = engine.Subscribe(request, services, cancellationToken);
            if (subscription.Events is { } events)
            {
                return Stream(events, place, cancellationToken);
            }

            refused = new GraphQLHttpResponse(400, MediaTypes.WithCharset(MediaTypes.GraphQLResponse), subscription.ErrorResponse);
        }
        else
        {
            refused = await ExecuteAsync(request, MediaTypes.GraphQLResponse, services, cancellationToken).ConfigureAwait(false);
            if (refused.Status == 200)
            {
                return Stream(One(refused.Body), place, cancellationToken);
            }
        }

        place.Dispose();
        return refused;
    }

    private GraphQLHttpResponse Stream(
        IAsyncEnumerable<ReadOnlyMemory<byte>> responses,
        IDisposable place,
        CancellationToken cancellationToken
    ) => new(200, MediaTypes.WithCharset(MediaTypes.EventStream), default, _streams.Write(responses, cancellationToken)) { Lender = place };

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> One(ReadOnlyMemory<byte> response)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return response;
    }

    private static int Status(GraphQLOutcome outcome, string type) =>
        outcome switch
        {
            { IsExecuted: true } => 200,
            _ when type == MediaTypes.Json => 200,
            _ when outcome.Errors.Any(error => error.Code == ErrorCodes.Timeout) => 503,
            _ => 400,
        };

    private GraphQLHttpResponse Refuse(int status, string? type, Message reason, string? allow = null)
    {
        var body = new JsonBuffer();
        ResponseWriter.WriteErrors(body, [new GraphQLError(reason, ErrorCodes.BadRequest)], engine.Texts);
        var answered = type is null or MediaTypes.EventStream ? MediaTypes.GraphQLResponse : type;
        return new GraphQLHttpResponse(status, MediaTypes.WithCharset(answered), body.Written, Allow: allow) { Lender = body };
    }
}

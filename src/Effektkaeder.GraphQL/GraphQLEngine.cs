using System.Buffers;
using System.Runtime.CompilerServices;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Execution.Results;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Limits;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL;

/// <summary>
/// Answers requests over a bound schema: parse, validate and measure (kept by document), choose the operation, coerce
/// variables, plan (kept too), execute level by level, write. One engine serves many requests at once.
/// </summary>
public sealed class GraphQLEngine
{
    private readonly BoundSchema _schema;
    private readonly GraphQLLimits _limits;
    private readonly DocumentCache _documents;

    /// <exception cref="ArgumentException">A weight is given to a field that the schema lacks.</exception>
    public GraphQLEngine(BoundSchema schema, GraphQLLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _limits = limits ?? new GraphQLLimits();
        foreach (var coordinate in _limits.FieldWeights.Keys)
        {
            if (schema.Schema.Find(SchemaCoordinate.Parse(coordinate)) is not Field)
            {
                throw new ArgumentException($"A weight is given to \"{coordinate}\", which is no field of the schema.", nameof(limits));
            }
        }

        foreach (var coordinate in _limits.InputWeights.Keys)
        {
            if (schema.Schema.Find(SchemaCoordinate.Parse(coordinate)) is not InputValue)
            {
                throw new ArgumentException($"A weight is given to \"{coordinate}\", which is no input field.", nameof(limits));
            }
        }

        _documents = new DocumentCache(_limits.CachedDocuments);
    }

    public Schema Schema => _schema.Schema;

    public GraphQLLimits Limits => _limits;

    /// <summary>
    /// What clients are told in another language: the sentence of a <see cref="Messages.Message"/> → the same with its places.
    /// Null is English.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>Told of every exception that a client sees as "Internal error" alone.</summary>
    public Action<Exception, GraphQLError>? OnInternalError { get; init; }

    /// <summary>Executes a query or mutation and writes the response as UTF-8 JSON.</summary>
    /// <param name="services">Handed to resolvers as <see cref="BatchContext.Services"/>.</param>
    /// <param name="output">Takes the whole response, also that of a refused request; nothing when the caller cancels.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<GraphQLOutcome> ExecuteAsync(
        GraphQLRequest request,
        object? services,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken = default
    )
    {
        var ready = Prepare(request);
        if (ready.Errors.Count == 0 && ready.Plan!.Operation.Operation == OperationType.Subscription)
        {
            ready = Ready.Refused(
                new GraphQLError(
                    "A subscription is answered by a stream of events, which this request did not ask for: accept text/event-stream.",
                    ErrorCodes.BadRequest
                )
            );
        }

        return ready.Errors.Count > 0
            ? Refuse(output, ready.Errors)
            : await RunAsync(ready, null, services, output, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Begins a subscription; each event is executed and answered as a response of its own (spec 6.2.3). When the source breaks, that is
    /// told as the last.
    /// </summary>
    public GraphQLSubscription Subscribe(GraphQLRequest request, object? services, CancellationToken cancellationToken = default)
    {
        var ready = Prepare(request);
        if (ready.Errors.Count == 0 && ready.Plan!.Operation.Operation != OperationType.Subscription)
        {
            ready = Ready.Refused(new GraphQLError("Only a subscription is answered by a stream of events.", ErrorCodes.BadRequest));
        }

        var field = ready.Plan?.Root.Fields.FirstOrDefault();
        if (ready.Errors.Count == 0 && field?.Resolver.Events is null)
        {
            ready = Ready.Refused(new GraphQLError("The subscription has no source of events.", ErrorCodes.Internal));
        }

        var arguments = Arguments.None;
        if (ready.Errors.Count == 0 && !ready.Plan!.TryArguments(field!, ready.Variables, out arguments, out var reason))
        {
            ready = Ready.Refused(new GraphQLError(reason, ErrorCodes.BadRequest) { Locations = [field!.Location] });
        }

        if (ready.Errors.Count > 0)
        {
            var response = new ArrayBufferWriter<byte>();
            return new GraphQLSubscription(Refuse(response, ready.Errors), response.WrittenMemory, null);
        }

        var context = ready.Plan!.ContextOf(field!, [null], arguments, services, cancellationToken);
        return new GraphQLSubscription(new GraphQLOutcome(true, []), default, Stream(ready, context, services, cancellationToken));
    }

    /// <summary>Which kind of operation the request would run; null when it is refused.</summary>
    public OperationType? OperationOf(GraphQLRequest request)
    {
        var document = Document(request);
        return document.Errors.Count > 0 ? null : Choose(document, request.OperationName, out _)?.Operation;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> Stream(
        Ready ready,
        BatchContext context,
        object? services,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var field = ready.Plan!.Root.Fields[0];
        await using var source = field.Resolver.Events!(context).GetAsyncEnumerator(cancellationToken);
        GraphQLError? broken = null;
        while (broken is null)
        {
            var output = new ArrayBufferWriter<byte>();
            try
            {
                if (!await source.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                broken = new GraphQLError(
                    exception is GraphQLUserException ? exception.Message : "Internal error",
                    (exception as GraphQLUserException)?.Code ?? ErrorCodes.Internal
                )
                {
                    Locations = [field.Location],
                    Path = [field.ResponseName],
                };
                if (exception is not GraphQLUserException)
                {
                    OnInternalError?.Invoke(exception, broken);
                }
            }

            if (broken is null)
            {
                await RunAsync(ready, source.Current, services, output, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                Refuse(output, [broken]);
            }

            yield return output.WrittenMemory;
        }
    }

    private async ValueTask<GraphQLOutcome> RunAsync(
        Ready ready,
        object? root,
        object? services,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_limits.Timeout is { } timeout)
        {
            limited.CancelAfter(timeout);
        }

        using var run = new OperationRun(ready.Plan!, ready.Variables, ready.Directives, services, OnInternalError, limited.Token);
        try
        {
            var groups = await run.RunAsync(root).ConfigureAwait(false);
            if (output is JsonBuffer json)
            {
                ResponseWriter.WriteResult(json, groups, run.Written, run.Errors, Texts);
            }
            else
            {
                using var whole = new JsonBuffer();
                ResponseWriter.WriteResult(whole, groups, run.Written, run.Errors, Texts);
                output.Write(whole.Written.Span);
            }

            return new GraphQLOutcome(true, run.Errors);
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            GraphQLError[] late =
            [
                new($"The operation took longer than the {(long)_limits.Timeout!.Value.TotalMilliseconds} ms it may.", ErrorCodes.Timeout),
            ];
            return Refuse(output, late);
        }
    }

    private Ready Prepare(GraphQLRequest request)
    {
        var document = Document(request);
        if (document.Errors.Count > 0)
        {
            return new Ready(document.Errors, null, EmptyVariables);
        }

        if (Choose(document, request.OperationName, out var error) is not { } operation)
        {
            return Ready.Refused(error!);
        }

        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(_schema, operation, request.Variables, errors);
        if (errors.Count == 0)
        {
            CheckConditions(document, operation, variables, errors);
            CheckCost(document, operation, variables, errors);
        }

        var directives = OperationDirectives(operation, variables, errors);
        return errors.Count > 0
            ? new Ready(errors, null, variables)
            : new Ready([], document.Plan(operation, variables), variables) { Directives = directives };
    }

    /// <summary>The arguments of the schema's own directives on an operation.</summary>
    private Dictionary<string, Arguments> OperationDirectives(
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?> variables,
        List<GraphQLError> errors
    )
    {
        if (operation.Directives.Count == 0)
        {
            return NoDirectives;
        }

        var directives = new Dictionary<string, Arguments>(StringComparer.Ordinal);
        foreach (var node in operation.Directives)
        {
            if (Schema.FindDirective(node.Name.Value) is not { IsBuiltIn: false } definition)
            {
                continue;
            }

            if (ArgumentCoercion.TryCoerce(_schema.Inputs, definition.Arguments, node.Arguments, variables, out var given, out var reason))
            {
                directives[definition.Name] = given;
            }
            else
            {
                errors.Add(new GraphQLError(reason, ErrorCodes.BadRequest) { Locations = [node.Location] });
            }
        }

        return directives;
    }

    private PreparedDocument Document(GraphQLRequest request) =>
        _documents.GetOrPrepare(request.Query, query => PreparedDocument.Prepare(_schema, _limits, query));

    /// <summary>GetOperation of spec 6.1.</summary>
    private static OperationDefinitionNode? Choose(PreparedDocument document, string? name, out GraphQLError? error)
    {
        error = null;
        if (string.IsNullOrEmpty(name))
        {
            if (document.Operations.Count == 1)
            {
                return document.Operations[0];
            }

            error = new GraphQLError(
                document.Operations.Count == 0
                    ? "The document holds no operation."
                    : "The document holds several operations: the request must name one.",
                ErrorCodes.BadRequest
            );
            return null;
        }

        foreach (var operation in document.Operations)
        {
            if (string.Equals(operation.Name?.Value, name, StringComparison.Ordinal))
            {
                return operation;
            }
        }

        var names = document.Operations.Select(operation => operation.Name?.Value).OfType<string>();
        error = new GraphQLError(
            $"The document holds no operation \"{name}\".{Suggestions.DidYouMean(name, names)}",
            ErrorCodes.BadRequest
        );
        return null;
    }

    /// <summary>A nullable variable with a default may stand in @skip and @include (spec 5.8.5), but may still be given as null.</summary>
    private static void CheckConditions(
        PreparedDocument document,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?> variables,
        List<GraphQLError> errors
    )
    {
        var conditions = document.ConditionVariables(operation);
        foreach (var definition in operation.VariableDefinitions)
        {
            var name = definition.Variable.Name.Value;
            if (conditions.Contains(name) && variables.TryGetValue(name, out var value) && value is null)
            {
                errors.Add(
                    new GraphQLError($"${name} must not be null: it decides a @skip or @include.", ErrorCodes.BadRequest)
                    {
                        Locations = [definition.Location],
                    }
                );
            }
        }
    }

    private void CheckCost(
        PreparedDocument document,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?> variables,
        List<GraphQLError> errors
    )
    {
        var cost = document.Cost(operation, _limits, variables);
        if (cost > _limits.MaxCost)
        {
            errors.Add(DocumentLimits.Beyond($"The operation costs {cost} points; at most {_limits.MaxCost} are taken.", operation));
        }
    }

    private GraphQLOutcome Refuse(IBufferWriter<byte> output, IReadOnlyList<GraphQLError> errors)
    {
        using var json = new JsonBuffer();
        ResponseWriter.WriteErrors(json, errors, Texts);
        output.Write(json.Written.Span);
        return new GraphQLOutcome(false, errors);
    }

    private static readonly Dictionary<string, Arguments> NoDirectives = new(StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, object?> EmptyVariables = new Dictionary<string, object?>(StringComparer.Ordinal);

    private sealed record Ready(IReadOnlyList<GraphQLError> Errors, OperationPlan? Plan, IReadOnlyDictionary<string, object?> Variables)
    {
        public IReadOnlyDictionary<string, Arguments> Directives { get; init; } = NoDirectives;

        public static Ready Refused(GraphQLError error) => new([error], null, EmptyVariables);
    }
}

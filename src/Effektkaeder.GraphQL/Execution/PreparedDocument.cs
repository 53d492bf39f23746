using System.Collections.Concurrent;
using System.Text;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Limits;
using Effektkaeder.GraphQL.Validation;
using Effektkaeder.GraphQL.Validation.Rules;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>
/// A document once parsed, validated and measured, with its plans; or the errors that came of it. Kept for every later
/// request with the same text.
/// </summary>
internal sealed class PreparedDocument
{
    /// <summary>Plans kept of one operation: one for each outcome of its @skip and @include, up to this many.</summary>
    private const int MostPlans = 64;

    private readonly BoundSchema _schema;
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<string>> _conditions;
    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);

    /// <summary>Costs that are the same whatever the variables.</summary>
    private readonly ConcurrentDictionary<OperationDefinitionNode, long> _costs = new(ReferenceEqualityComparer.Instance);

    private PreparedDocument(BoundSchema schema, IReadOnlyList<GraphQLError> errors, DocumentNode? document = null)
    {
        _schema = schema;
        Errors = errors;
        Operations = document?.Definitions.OfType<OperationDefinitionNode>().ToArray() ?? [];
        Fragments =
            document?.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal)
            ?? [];
        _conditions = Operations.ToDictionary(
            operation => operation,
            operation => SkipAndInclude.Variables(operation, Fragments),
            (IEqualityComparer<OperationDefinitionNode>)ReferenceEqualityComparer.Instance
        );
    }

    public IReadOnlyList<GraphQLError> Errors { get; }

    public IReadOnlyList<OperationDefinitionNode> Operations { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>The variables that decide what @skip and @include leave of an operation.</summary>
    public IReadOnlyList<string> ConditionVariables(OperationDefinitionNode operation) => _conditions[operation];

    public static PreparedDocument Prepare(BoundSchema schema, GraphQLLimits limits, string query)
    {
        // A UTF-16 unit is at most three bytes of UTF-8 and at least one, so most documents need no counting.
        if (
            query.Length > limits.MaxDocumentBytes
            || (query.Length * 3L > limits.MaxDocumentBytes && Encoding.UTF8.GetByteCount(query) > limits.MaxDocumentBytes)
        )
        {
            return Refused(
                schema,
                new GraphQLError(
                    $"The document is {Encoding.UTF8.GetByteCount(query)} bytes long; at most {limits.MaxDocumentBytes} are taken.",
                    ErrorCodes.Limit
                )
            );
        }

        DocumentNode document;
        try
        {
            document = Parser.Parse(query, new ParserOptions(limits.MaxTokens, limits.MaxNesting));
        }
        catch (GraphQLSyntaxException exception)
        {
            return Refused(
                schema,
                new GraphQLError(exception.Told, exception.IsLimit ? ErrorCodes.Limit : ErrorCodes.Syntax)
                {
                    Locations = [new Location(exception.Position, exception.Position, exception.Line, exception.Column)],
                }
            );
        }

        var errors = DocumentValidator.Validate(schema.Schema, schema.Leaves, SpecifiedRules.Create(), document, limits.MaxErrors);
        if (errors.Count > 0)
        {
            return new PreparedDocument(schema, errors);
        }

        var measured = new DocumentLimits(schema.Schema, limits, document);
        errors = document.Definitions.OfType<OperationDefinitionNode>().SelectMany(measured.Check).ToArray();
        return errors.Count > 0 ? new PreparedDocument(schema, errors) : new PreparedDocument(schema, [], document);
    }

    /// <summary>The points of an operation; where no variable decides them they are worked out once.</summary>
    public long Cost(OperationDefinitionNode operation, GraphQLLimits limits, IReadOnlyDictionary<string, object?> variables)
    {
        if (_costs.TryGetValue(operation, out var known))
        {
            return known;
        }

        var cost = new OperationCost(_schema.Schema, limits, Fragments, variables);
        var points = cost.Of(operation);
        if (!cost.DependsOnVariables)
        {
            _costs[operation] = points;
        }

        return points;
    }

    public OperationPlan Plan(OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables)
    {
        var names = _conditions[operation];
        if (names.Count == 0 && _plans.TryGetValue(operation.Name?.Value ?? "", out var only))
        {
            return only;
        }

        var key = new StringBuilder(operation.Name?.Value);
        foreach (var name in names)
        {
            key.Append(variables.GetValueOrDefault(name) is true ? '+' : '-');
        }

        var text = key.ToString();
        if (_plans.TryGetValue(text, out var plan))
        {
            return plan;
        }

        var conditions = names.ToDictionary(name => name, variables.GetValueOrDefault, StringComparer.Ordinal);
        plan = new OperationPlan(_schema, operation, Fragments, conditions);
        return _plans.Count < MostPlans ? _plans.GetOrAdd(text, plan) : plan;
    }

    private static PreparedDocument Refused(BoundSchema schema, GraphQLError error) => new(schema, [error]);
}

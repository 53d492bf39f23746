using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Host;

/// <summary>
/// Answers any schema by rule, so that conformance suites need no code of their own. A query field whose only argument is
/// <c>v</c>, of the field's own type, answers that argument; leaf fields named <c>fejl…</c> raise an error, those named
/// <c>nul…</c> answer null; everything else answers something: lists two items, an abstract type its first object type,
/// an enum its first value.
/// </summary>
public static class GenericResolvers
{
    public static BoundSchema Bind(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.Bind(binder =>
        {
            binder.DefaultResolver((_, context) => Resolve(schema, context));
            foreach (var type in schema.Types.Where(type => type is InterfaceType or UnionType))
            {
                binder.TypeOf(type.Name, _ => schema.PossibleTypes(type)[0].Name);
            }

            foreach (var field in schema.SubscriptionType?.Fields ?? [])
            {
                binder.Subscription(field.Name, context => TwoEvents(schema, context));
            }
        });
    }

    private static object? Resolve(Schema schema, BatchContext context)
    {
        var field = context.Field;
        if (
            ReferenceEquals(field.Parent, schema.QueryType)
            && field.Arguments is [{ Name: "v" } argument]
            && argument.Type.SameAs(field.Type)
        )
        {
            return context.Arguments.GetValueOrDefault("v");
        }

        if (field.Type.IsLeaf && field.Name.StartsWith("fejl", StringComparison.Ordinal))
        {
            throw new GraphQLUserException("The field fails, as its name says.", "FEJL");
        }

        return field.Type.IsLeaf && field.Name.StartsWith("nul", StringComparison.Ordinal) ? null : ValueOf(field.Type);
    }

    private static object ValueOf(GraphQLType type) =>
        type.Nullable switch
        {
            ListType list => new[] { ValueOf(list.OfType), ValueOf(list.OfType) },
            EnumType enumeration => enumeration.Values[0].Name,
            ScalarType { Name: "Int" } => 1,
            ScalarType { Name: "Float" } => 1.5,
            ScalarType { Name: "Boolean" } => true,
            ScalarType { Name: "ID" } => "1",
            ScalarType => "text",
            _ => "object",
        };

    private static async IAsyncEnumerable<object?> TwoEvents(Schema schema, BatchContext context)
    {
        for (var i = 0; i < 2; i++)
        {
            await Task.Yield();
            object? value;
            try
            {
                value = Resolve(schema, context);
            }
            catch (GraphQLUserException exception)
            {
                value = exception;
            }

            yield return value;
        }
    }
}

using System.Collections;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Completion;

/// <summary>What a resolver's answer turns out to be.</summary>
internal enum CompletedKind
{
    Null,
    Leaf,
    List,
    Object,
    Failed,
}

/// <summary>
/// CompleteValue of spec 6.4.3 for one position: what the answer is, by the type that was promised. Both ways of executing, level
/// by level and object by object, ask it and only differ in what they do with what it finds.
/// </summary>
/// <param name="Value">Of a leaf what is written; of a list its items as <c>object?[]</c>; of an object itself.</param>
/// <param name="Type">Of an object its type.</param>
internal readonly record struct CompletedValue(CompletedKind Kind, object? Value = null, ObjectType? Type = null)
{
    /// <summary>Of what failed a <see cref="GraphQLError"/> without place, or the exception.</summary>
    public object? Failure => Kind == CompletedKind.Failed ? Value : null;

    /// <remarks>
    /// Throws what a binding or the list itself throws: that is a failure too, but whoever runs knows which exceptions are its own.
    /// </remarks>
    public static CompletedValue Of(BoundSchema schema, Field field, PlannedType type, object? value) =>
        value switch
        {
            _ when LeafCoercion.IsReady(type.Kind, value) => new(CompletedKind.Leaf, value),
            null => Nothing(field, type),
            FieldError error => Failed(error.Message, error.Code),
            Exception exception => new(CompletedKind.Failed, exception),
            _ when type.Item is not null => ListOf(field, value),
            _ when type.Composite is { } composite => ObjectOf(schema, field, type.Object, composite, value),
            _ => LeafOf(schema, field, type, value),
        };

    private static CompletedValue Nothing(Field field, PlannedType type) =>
        type.IsNonNull
            ? Failed($"The field \"{field.Coordinate}\" has no value, but promises one.", ErrorCodes.InvalidResult)
            : new(CompletedKind.Null);

    private static CompletedValue ListOf(Field field, object value) =>
        value is IEnumerable items and not (string or IReadOnlyDictionary<string, object?>)
            ? new(CompletedKind.List, items as object?[] ?? [.. items.Cast<object?>()])
            : Failed($"The field \"{field.Coordinate}\" promises a list, but has none.", ErrorCodes.InvalidResult);

    private static CompletedValue ObjectOf(BoundSchema schema, Field field, ObjectType? known, CompositeType promised, object value) =>
        (known ?? schema.ResolveType(promised, value)) is { } type
            ? new(CompletedKind.Object, value, type)
            : Failed($"The value of \"{field.Coordinate}\" is no object type of \"{promised.Name}\".", ErrorCodes.InvalidResult);

    private static CompletedValue LeafOf(BoundSchema schema, Field field, PlannedType type, object value)
    {
        if (!schema.Leaves.TryWrite(type.Leaf!, value, out var written, out var reason))
        {
            return Failed(reason, ErrorCodes.InvalidResult);
        }

        return written is null ? Nothing(field, type) : new(CompletedKind.Leaf, written);
    }

    private static CompletedValue Failed(Message message, string code) => new(CompletedKind.Failed, new GraphQLError(message, code));
}

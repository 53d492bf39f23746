using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>A schema with everything it takes to execute: made by <see cref="SchemaBinder"/>, never changed after.</summary>
public sealed class BoundSchema
{
    private readonly IReadOnlyDictionary<Field, BoundField> _fields;
    private readonly IReadOnlyDictionary<NamedType, Func<object, string?>> _typeResolvers;
    private readonly Dictionary<ObjectType, Func<object, bool>> _kept;
    private readonly Dictionary<NamedType, Dictionary<string, ObjectType>> _possible;

    internal BoundSchema(
        Schema schema,
        IReadOnlyDictionary<Field, BoundField> fields,
        IReadOnlyDictionary<NamedType, Func<object, string?>> typeResolvers,
        LeafCoercion leaves,
        Dictionary<ObjectType, Func<object, bool>> kept
    )
    {
        Schema = schema;
        _fields = fields;
        _typeResolvers = typeResolvers;
        _kept = kept;
        Leaves = leaves;
        _possible = typeResolvers.Keys.ToDictionary(
            type => type,
            type => schema.PossibleTypes(type).ToDictionary(member => member.Name, StringComparer.Ordinal)
        );
        Inputs = new InputCoercion(leaves);
    }

    public Schema Schema { get; }

    internal LeafCoercion Leaves { get; }

    internal InputCoercion Inputs { get; }

    internal Func<object, bool>? Kept(ObjectType type) => _kept.GetValueOrDefault(type);

    internal BoundField Resolver(Field field) => _fields[field];

    /// <summary>The object type of a value where an interface or union is promised (spec 6.4.3, ResolveAbstractType).</summary>
    internal ObjectType? ResolveType(NamedType abstractType, object value)
    {
        var name = _typeResolvers[abstractType](value);
        return name is null ? null : _possible[abstractType].GetValueOrDefault(name);
    }
}

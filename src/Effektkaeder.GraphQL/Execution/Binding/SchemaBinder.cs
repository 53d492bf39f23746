using System.Linq.Expressions;
using System.Reflection;
using Effektkaeder.GraphQL.Introspection;
using Effektkaeder.GraphQL.Sdl.Rules;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// Gathers resolvers for a schema. A resolver bound on an interface's field serves every type that implements it and
/// has none of its own; then one call serves the parents of all these types together.
/// </summary>
public sealed class SchemaBinder
{
    private readonly Schema _schema;
    private readonly SchemaErrors _errors = new();
    private readonly Dictionary<Field, BoundField> _bound = [];
    private readonly Dictionary<NamedType, Func<object, string?>> _typeResolvers = [];
    private readonly Dictionary<string, ScalarBinding> _leaves = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectType, Func<object, bool>> _kept = [];
    private BoundField? _default;

    internal SchemaBinder(Schema schema) => _schema = schema;

    /// <summary>Answers a field for all parents of a level at once.</summary>
    public SchemaBinder Field(string type, string field, BatchResolver resolver) => Bind(type, field, new BoundField(resolver, null));

    /// <summary>
    /// Answers a field for all parents of a level at once, or parent by parent where <paramref name="opener"/> finds the answers at hand.
    /// </summary>
    public SchemaBinder Field(string type, string field, BatchResolver resolver, FieldOpener opener) =>
        Bind(type, field, new BoundField(resolver, null) { Opener = opener });

    /// <summary>Answers a field from one parent alone, without waiting: the same parent always gives the same answer.</summary>
    public SchemaBinder Field<TParent>(string type, string field, Func<TParent, object?> resolver) =>
        Bind(
            type,
            field,
            new BoundField(null, (parent, _) => resolver((TParent)parent!)) { OfParent = parent => resolver((TParent)parent!) }
        );

    /// <summary>Answers a field from one parent and its arguments, without waiting.</summary>
    public SchemaBinder Field<TParent>(string type, string field, Func<TParent, BatchContext, object?> resolver) =>
        Bind(type, field, new BoundField(null, (parent, context) => resolver((TParent)parent!, context)));

    /// <summary>
    /// Answers each field of a type that has no resolver yet by the property of its parent that is named alike, save for the first
    /// letter's case. Bind what has a meaning of its own first.
    /// </summary>
    /// <param name="type">The type's name, where it is not that of the class.</param>
    public SchemaBinder Properties<TParent>(string? type = null)
    {
        var owner = type ?? typeof(TParent).Name;
        var fields = (_schema.FindType(owner) as FieldedType)?.Fields ?? [];
        var count = 0;
        foreach (var field in fields.Where(field => field.Arguments.Count == 0 && !_bound.ContainsKey(field)))
        {
            if (typeof(TParent).GetProperty($"{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}") is { } property)
            {
                Field(owner, field.Name, Getter<TParent>(property));
                count++;
            }
        }

        if (count == 0)
        {
            _errors.Add($"No field of \"{owner}\" is left to bind to a property of {typeof(TParent).Name}.");
        }

        return this;
    }

    /// <summary>Answers the events of a subscription field; each event is the field's value.</summary>
    public SchemaBinder Subscription(string field, EventSource source)
    {
        if (_schema.SubscriptionType is not { } root)
        {
            _errors.Add($"The subscription \"{field}\" is bound, but the schema has none.");
            return this;
        }

        return Bind(root.Name, field, new BoundField(null, (parent, _) => parent, source));
    }

    /// <summary>Answers every field that has no resolver of its own.</summary>
    public SchemaBinder DefaultResolver(Func<object?, BatchContext, object?> resolver)
    {
        _default = new BoundField(null, resolver);
        return this;
    }

    /// <summary>
    /// Objects of this type, or of all that implement it, are parts of the state of the data: as long as it stands, the same
    /// object is handed out again and again, and does not change. What was written of one may be kept in a <see cref="FragmentMemo"/>.
    /// </summary>
    /// <param name="isKept">Where this is true of some of the objects only.</param>
    public SchemaBinder Kept(string type, Func<object, bool>? isKept = null)
    {
        if (_schema.FindType(type) is CompositeType composite)
        {
            foreach (var member in _schema.PossibleTypes(composite))
            {
                _kept[member] = isKept ?? (_ => true);
            }
        }
        else
        {
            _errors.Add($"Objects of \"{type}\" are to be kept, but the schema has no such type.");
        }

        return this;
    }

    /// <summary>Names the object type of a value of an interface or union.</summary>
    public SchemaBinder TypeOf(string abstractType, Func<object, string?> typeName)
    {
        if (_schema.FindType(abstractType) is InterfaceType or UnionType)
        {
            _typeResolvers[_schema.FindType(abstractType)!] = typeName;
        }
        else
        {
            _errors.Add($"The types of \"{abstractType}\" are bound, but it is no interface or union of the schema.");
        }

        return this;
    }

    /// <summary>Reads and writes a custom scalar; <paramref name="parse"/> throws <see cref="FormatException"/> with the reason.</summary>
    public SchemaBinder Scalar(string name, Func<object, object?> parse, Func<object, object?> serialize) =>
        Leaf<ScalarType>(name, "scalar", parse, serialize);

    /// <summary>Turns an enum's names into values and back. Without this, names are text.</summary>
    public SchemaBinder Enum(string name, Func<string, object> parse, Func<object, string?> serialize) =>
        Leaf<EnumType>(name, "enum", plain => parse((string)plain), serialize);

    internal BoundSchema Build()
    {
        var leaves = new LeafCoercion(_leaves);
        DefaultValues.Check(_schema, leaves, _errors);
        foreach (var (field, resolve) in IntrospectionResolvers.Of(_schema))
        {
            _bound[field] = new BoundField(null, (parent, context) => resolve(parent, context.Arguments));
        }

        var fields = new Dictionary<Field, BoundField>(_bound);
        foreach (var type in _schema.Types.OfType<ObjectType>())
        {
            foreach (var field in type.Fields.Where(field => !fields.ContainsKey(field)))
            {
                if (Inherited(type, field) is { } resolver)
                {
                    fields[field] = resolver;
                }
                else
                {
                    _errors.Add($"The field \"{field.Coordinate}\" has no resolver.", field.Location);
                }
            }
        }

        foreach (var type in _schema.Types.Where(type => type is InterfaceType or UnionType && !_typeResolvers.ContainsKey(type)))
        {
            ResolveThroughInterfaces(type);
        }

        _errors.ThrowIfAny();
        return new BoundSchema(_schema, fields, _typeResolvers, leaves, _kept);
    }

    private static Func<TParent, object?> Getter<TParent>(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(TParent));
        return Expression
            .Lambda<Func<TParent, object?>>(Expression.Convert(Expression.Property(parent, property), typeof(object)), parent)
            .Compile();
    }

    private BoundField? Inherited(ObjectType type, Field field)
    {
        foreach (var parent in type.Interfaces)
        {
            if (parent.Find(field.Name) is { } declared && _bound.TryGetValue(declared, out var resolver))
            {
                return resolver;
            }
        }

        return _default;
    }

    /// <summary>A union or interface whose types are not named takes the naming of an interface that all its types implement.</summary>
    private void ResolveThroughInterfaces(NamedType type)
    {
        var possible = _schema.PossibleTypes(type);
        if (possible.Count == 0)
        {
            _typeResolvers[type] = _ => null;
            return;
        }

        var shared = _typeResolvers
            .Keys.OfType<InterfaceType>()
            .FirstOrDefault(parent => possible.All(member => _schema.IsSubtype(member, parent)));
        if (shared is not null)
        {
            _typeResolvers[type] = _typeResolvers[shared];
        }
        else
        {
            _errors.Add($"Nothing names the object types of \"{type.Name}\".", type.Locations[0]);
        }
    }

    private SchemaBinder Bind(string typeName, string fieldName, BoundField resolver)
    {
        if (_schema.FindType(typeName) is not FieldedType type)
        {
            _errors.Add($"The field \"{typeName}.{fieldName}\" is bound, but the schema has no such type.");
        }
        else if (type.Find(fieldName) is not { } field)
        {
            _errors.Add(
                $"The field \"{typeName}.{fieldName}\" is bound, but the schema has "
                    + $"none.{Errors.Suggestions.DidYouMean(fieldName, type.Fields.Select(f => f.Name))}"
            );
        }
        else if (!_bound.TryAdd(field, resolver))
        {
            _errors.Add($"The field \"{typeName}.{fieldName}\" is bound twice.", field.Location);
        }

        return this;
    }

    private SchemaBinder Leaf<T>(string name, string kind, Func<object, object?> parse, Func<object, object?> serialize)
        where T : NamedType
    {
        if (_schema.FindType(name) is not T { IsBuiltIn: false })
        {
            _errors.Add($"The {kind} \"{name}\" is bound, but the schema has none to bind.");
        }

        _leaves[name] = new ScalarBinding(parse, serialize);
        return this;
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Planning;

/// <summary>The fields to answer for objects of one type, in response order (spec 6.3.2, the grouped field set).</summary>
internal sealed class PlannedSelection(ObjectType type, PlannedField[] fields, Func<object, bool>? isKept = null)
{
    public ObjectType Type { get; } = type;

    public PlannedField[] Fields { get; } = fields;

    /// <summary>Whether an object may stand in a <see cref="FragmentMemo"/>; null where none of the type may.</summary>
    public Func<object, bool>? IsKept { get; } = isKept;

    /// <summary>Worked out by the plan when it is asked for first.</summary>
    public Fitness Fitness { get; set; }
}

/// <summary>One response name of a selection: the field nodes merged under it, and how it is answered.</summary>
internal sealed class PlannedField
{
    private readonly byte[] _key;

    public PlannedField(string responseName)
    {
        ResponseName = responseName;
        _key = Encoding.UTF8.GetBytes($",\"{JsonEncodedText.Encode(responseName, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");
    }

    public string ResponseName { get; }

    public required Field Definition { get; init; }

    public required FieldNode[] Nodes { get; init; }

    public required BoundField Resolver { get; init; }

    /// <summary>Equal for fields that one resolver call can answer: same resolver, same nodes, same arguments.</summary>
    public required int CallId { get; init; }

    /// <summary>What is selected on the value; null on a leaf.</summary>
    public required SelectionFamily? Family { get; init; }

    /// <summary>Set when no argument holds a variable: then the arguments are the same for every request.</summary>
    public Arguments? FixedArguments { get; set; }

    public bool IsTypeName { get; init; }

    public required PlannedType Shape { get; init; }

    /// <summary>What the field's own answer takes, whatever is below it.</summary>
    public Fitness Own =>
        IsTypeName ? Fitness.Pure
        : Resolver.OfParent is null && Resolver.PerObject is null && Resolver.Opener is null ? Fitness.ByLevel
        : (Resolver.OfParent is not null || Resolver.Opener is not null) && FixedArguments is not null ? Fitness.Pure
        : Fitness.Varying;

    public Location Location => Nodes[0].Location;

    /// <summary>The response name with its quotes and colon, and before all but an object's first the comma.</summary>
    public ReadOnlySpan<byte> Key(bool isFirst) => _key.AsSpan(isFirst ? 1 : 0);
}

/// <summary>
/// A selection over whatever object types may turn up: the merged selection sets of some field nodes, planned for a
/// type when an object of it is met first.
/// </summary>
internal sealed class SelectionFamily(FieldNode[] nodes, SelectionSetNode[] sets)
{
    private readonly Lock _gate = new();
    private PlannedSelection[] _planned = [];

    public FieldNode[] Nodes { get; } = nodes;

    public SelectionSetNode[] Sets { get; } = sets;

    /// <summary>Types are few, and this is asked for every object: a scan without a lock beats a table.</summary>
    public PlannedSelection For(ObjectType type, Func<SelectionFamily, ObjectType, PlannedSelection> plan)
    {
        foreach (var known in Volatile.Read(ref _planned))
        {
            if (ReferenceEquals(known.Type, type))
            {
                return known;
            }
        }

        lock (_gate)
        {
            var planned = Array.Find(_planned, known => ReferenceEquals(known.Type, type));
            if (planned is null)
            {
                planned = plan(this, type);
                Volatile.Write(ref _planned, [.. _planned, planned]);
            }

            return planned;
        }
    }
}

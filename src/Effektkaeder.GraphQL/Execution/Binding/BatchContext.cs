using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// Answers one field for all its parents of one level at once: as many values as there are parents, in their order.
/// A value may be a <see cref="FieldError"/>; an exception fails the field for every parent.
/// </summary>
public delegate ValueTask<IReadOnlyList<object?>> BatchResolver(BatchContext context);

/// <summary>
/// Opens a field for one request: answers how its value follows from a parent, or null where that does not lie at hand and
/// the field's <see cref="BatchResolver"/> must be asked. The value must depend on nothing but the parent, the arguments
/// and the state of the data that the operation stands on.
/// </summary>
public delegate Func<object, object?>? FieldOpener(BatchContext context);

/// <summary>Answers the events of a subscription field (spec 6.2.3.1); each event is the field's value.</summary>
public delegate IAsyncEnumerable<object?> EventSource(BatchContext context);

/// <summary>What a resolver is given.</summary>
public sealed class BatchContext
{
    internal BatchContext(
        IReadOnlyList<object?> parents,
        Field field,
        Arguments arguments,
        SelectionView selection,
        object? services,
        Schema schema,
        CancellationToken cancellationToken
    )
    {
        Parents = parents;
        Field = field;
        Arguments = arguments;
        Selection = selection;
        Services = services;
        Schema = schema;
        CancellationToken = cancellationToken;
    }

    /// <summary>
    /// The objects the field is asked of, all of one level; none for a resolver that is given its parent. At the root one
    /// null, or the subscription's event.
    /// </summary>
    public IReadOnlyList<object?> Parents { get; }

    public Field Field { get; }

    public Arguments Arguments { get; }

    /// <summary>What is asked of the field's value.</summary>
    public SelectionView Selection { get; }

    /// <summary>What the caller of the engine gave for this request.</summary>
    public object? Services { get; }

    public Schema Schema { get; }

    /// <summary>Cancelled when the caller gives up or the time limit is reached.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The services object itself when it is a <typeparamref name="T"/>, or else one it provides.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Service<T>()
        where T : class =>
        Services as T
        ?? (Services as IServiceProvider)?.GetService(typeof(T)) as T
        ?? throw new InvalidOperationException($"The request has no {typeof(T).Name}.");

    /// <summary>One value a parent, by a function of the parent: the loop that most batch resolvers end with.</summary>
    public ValueTask<IReadOnlyList<object?>> ForEach<TParent>(Func<TParent, object?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var values = new object?[Parents.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value((TParent)Parents[i]!);
        }

        return new ValueTask<IReadOnlyList<object?>>(values);
    }
}

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>How a field of an object type is answered: for all parents at once, or for each by itself without waiting.</summary>
internal sealed record BoundField(BatchResolver? Batch, Func<object?, BatchContext, object?>? PerObject, EventSource? Events = null)
{
    /// <summary>Beside <see cref="PerObject"/>, where the answer comes of the parent alone.</summary>
    public Func<object?, object?>? OfParent { get; init; }

    /// <summary>Beside <see cref="Batch"/>, where the answer can lie at hand.</summary>
    public FieldOpener? Opener { get; init; }
}

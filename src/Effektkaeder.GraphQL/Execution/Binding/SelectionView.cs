namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// A look ahead at what is asked of a field's value, after @skip and @include. On an abstract type it is the union
/// over the object types the value may have.
/// </summary>
public abstract class SelectionView
{
    private protected SelectionView() { }

    /// <summary>The names (not aliases) of the fields asked, in order, each once.</summary>
    public abstract IEnumerable<string> Fields { get; }

    /// <summary>Whether the fields of the path, one inside the other, are asked: <c>Asks("edges", "node", "title")</c>.</summary>
    public abstract bool Asks(params ReadOnlySpan<string> path);
}

namespace Effektkaeder.Storage.Ports;

/// <summary>
/// A named set of changes that are thought of and not made: it stands beside the graph, in no revision. So does a view that is saved: its
/// name begins with a slash, and its one line is a page's address.
/// </summary>
/// <param name="Name">As people write it; two that differ in case alone are two.</param>
/// <param name="Changes">Each as <c>KEY=bortfalder</c>, in the order that they were given.</param>
/// <param name="Author">Who put it there last.</param>
/// <param name="At">UTC, when.</param>
public sealed record Scenario(string Name, IReadOnlyList<string> Changes, string Author, DateTimeOffset At)
{
    public bool IsView => Name.StartsWith('/');
}

/// <summary>The scenarios of a store.</summary>
public interface IScenarios
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<Scenario>> AllAsync(CancellationToken ct);

    /// <summary>Puts one in the place of what had its name.</summary>
    Task PutAsync(Scenario scenario, CancellationToken ct);

    /// <returns>False where there was none of that name.</returns>
    Task<bool> RemoveAsync(string name, CancellationToken ct);
}

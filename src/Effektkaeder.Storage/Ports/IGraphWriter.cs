namespace Effektkaeder.Storage.Ports;

/// <summary>What a change is planned on and committed to.</summary>
public interface IGraphWriter
{
    /// <summary>The graph as it is now, to plan a change on: never behind what anybody committed.</summary>
    Task<IGraph> ToChangeAsync(CancellationToken ct);

    /// <summary>
    /// The right to be the only one who plans and commits, in this process or another, until it is let go of or its process dies. Null
    /// where the engine knows none: a plan on a graph that others changed is then refused, and made anew.
    /// </summary>
    Task<IAsyncDisposable?> LeaseAsync(CancellationToken ct) => Task.FromResult<IAsyncDisposable?>(null);

    /// <summary>One change set is one revision, or nothing.</summary>
    /// <returns>The new revision; null where the change set is empty.</returns>
    /// <exception cref="StaleBaseException">Something was committed since the base revision.</exception>
    Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct);
}

/// <summary>
/// Commits that land together, each a revision of its own: to put something on the disk for good takes longer than to write it. What is
/// planned here sees what was committed here before it; nobody else sees any of it until all of it has landed, or never. Where one
/// goes wrong none of them may land. It holds the lease itself.
/// </summary>
public interface ICommitGroup : IGraphWriter, IAsyncDisposable
{
    /// <summary>Makes all of it durable: when this is done, it may be told. What is disposed of before that was never there.</summary>
    Task LandAsync();
}

namespace Effektkaeder.Storage.Ports;

/// <summary>A store of one graph and all its revisions. The graph is read through what it hands out, one revision at a time.</summary>
public interface IGraphStore : IGraphWriter, IAsyncDisposable
{
    /// <summary>Where the graph is kept, as the user named it; never a password.</summary>
    string Location { get; }

    /// <summary>What is thought of and not made: kept beside the graph.</summary>
    IScenarios Scenarios { get; }

    /// <summary>
    /// The graph as it is now; what was committed here is in it. What others commit while it is asked for may be a moment behind: who
    /// reads never waits for who writes.
    /// </summary>
    Task<IGraph> NewestAsync(CancellationToken ct);

    Task<IGraph> IGraphWriter.ToChangeAsync(CancellationToken ct) => NewestAsync(ct);

    /// <summary>The graph as it was at a revision; 0 is the empty one before the first.</summary>
    /// <exception cref="UnknownRevisionException">There is no such revision.</exception>
    Task<IGraph> AtAsync(long revision, CancellationToken ct);

    Task<Revision?> RevisionAsync(long number, CancellationToken ct);

    /// <summary>What one revision changed: nodes by key, then edges by key.</summary>
    Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct);

    /// <summary>
    /// Begins commits that land together, which holds other writers back until it is disposed of. Null where the engine makes each
    /// durable by itself.
    /// </summary>
    Task<ICommitGroup?> GroupAsync(CancellationToken ct) => Task.FromResult<ICommitGroup?>(null);

    /// <summary>Whether it can be relied on right now, looked at in no time; null where nothing is known against it.</summary>
    async Task<string?> TroubleAsync(CancellationToken ct)
    {
        await NewestAsync(ct);
        return null;
    }

    /// <summary>
    /// What the engine finds wrong with how it keeps the graph, in words for the user; empty when all is sound. Changes nothing.
    /// </summary>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct);

    /// <summary>The same, and whether its revisions together give the graph as it stands.</summary>
    /// <param name="progress">Told how much of how much is gone through, as the engine counts it.</param>
    Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct);

    /// <summary>
    /// Makes anew what the engine keeps derived from the documents' statements and others changed, and tells what that was. Changes
    /// no statement and makes no revision; what cannot be derived stays a fault. Nothing where all that is kept is read with its sum.
    /// </summary>
    Task<IReadOnlyList<string>> MendAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>What is only about numbers.</summary>
public static class RevisionNumbers
{
    /// <summary>The newest revision's number; 0 for an empty store.</summary>
    public static async Task<long> LatestAsync(this IGraphStore store, CancellationToken ct) => (await store.NewestAsync(ct)).Revision;

    /// <summary>The graph at a revision, or the newest where none is named.</summary>
    /// <exception cref="UnknownRevisionException">There is no such revision.</exception>
    public static Task<IGraph> AtAsync(this IGraphStore store, long? revision, CancellationToken ct) =>
        revision is { } number ? store.AtAsync(number, ct) : store.NewestAsync(ct);
}

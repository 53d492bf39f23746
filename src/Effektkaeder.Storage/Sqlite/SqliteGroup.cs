using Effektkaeder.Analysis;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Commits in one transaction of one connection, which also reads: what was written is there to plan on, and for nobody else.
/// </summary>
/// <param name="lease">Held until all has landed.</param>
/// <param name="landed">Told what was made last, when it has landed.</param>
internal sealed class SqliteGroup(WriteTransaction commits, IAsyncDisposable? lease, Action<Revision> landed) : ICommitGroup
{
    public Task<IGraph> ToChangeAsync(CancellationToken ct) => Task.FromResult<IGraph>(new Graph(commits, commits.Latest));

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        ChangeSetRules.Check(changes);
        return await Task.Run(() => commits.Commit(changes, ct), ct);
    }

    public async Task LandAsync()
    {
        // Once it is begun nobody calls it off: who is told that it was would not know whether it landed.
        await Task.Run(commits.Land);
        if (commits.Made is { } made)
        {
            landed(made);
        }
    }

    public async ValueTask DisposeAsync()
    {
        commits.Dispose();
        if (lease is not null)
        {
            await lease.DisposeAsync();
        }
    }

    private sealed class Graph(WriteTransaction commits, long revision) : FileGraph(revision)
    {
        /// <summary>A change is planned on what it touches. Who needs the whole graph reads it here, and nobody keeps it.</summary>
        public override Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) =>
            ReadAsync(
                r =>
                    Udsnit.Of(
                        r.List($"SELECT {Reading.NodeFields("n")} FROM node_version n WHERE n.until_rev IS NULL", row => r.Node(row)),
                        r.List($"SELECT {Reading.EdgeFields("e")} FROM edge_version e WHERE e.until_rev IS NULL", row => r.Edge(row))
                    ),
                ct
            );

        protected override Task<T> ReadAsync<T>(Func<Reading, T> read, CancellationToken ct) =>
            commits.Latest == Revision
                ? Task.FromResult(commits.Read(read, ct))
                : throw new InvalidOperationException($"Revision {Revision} is not the newest of the transaction.");
    }
}

using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>
/// An explicit transaction. Rolled back when disposed without a commit; a server that never hears of that rolls back by itself after a
/// minute.
/// </summary>
internal sealed class ServerTransaction(QueryApi api, string id, string? affinity) : IAsyncDisposable
{
    /// <summary>A cluster says which member holds the transaction, and wants it repeated.</summary>
    public const string AffinityHeader = "neo4j-cluster-affinity";

    private bool _isDone;

    public Task<IReadOnlyList<object?[]>> RunAsync(Statement statement, CancellationToken ct) =>
        api.PostAsync($"/tx/{id}", statement, null, affinity, ct);

    /// <summary>Runs a last statement and commits.</summary>
    public async Task CommitAsync(Statement last, CancellationToken ct)
    {
        await api.PostAsync($"/tx/{id}/commit", last, null, affinity, ct);
        _isDone = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDone)
        {
            return;
        }

        try
        {
            await api.DeleteAsync($"/tx/{id}", affinity, CancellationToken.None);
        }
        catch (StoreException)
        {
            // What failed before this tells more, and the server forgets the transaction anyway.
        }
    }
}

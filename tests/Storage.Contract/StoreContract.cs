using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract;

/// <summary>What every suite begins with: an empty store. An engine passes the contract when it inherits every suite.</summary>
public abstract class StoreContract(IEngine engine) : IAsyncLifetime
{
    private readonly List<IGraphStore> _opened = [];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected IGraphStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await engine.PrepareAsync(Ct);
        Store = await OpenAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        await engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The same place, as another process sees it.</summary>
    protected async Task<IGraphStore> OpenAgainAsync()
    {
        var store = await engine.OpenAsync(Ct);
        _opened.Add(store);
        return store;
    }

    protected async Task<Revision?> PutAsync(
        IEnumerable<Node> nodes,
        IEnumerable<Edge>? edges = null,
        IEnumerable<string>? removeNodes = null,
        IEnumerable<string>? removeEdges = null
    ) =>
        await Store.CommitAsync(
            Given.Changes(await Store.LatestAsync(Ct), [.. nodes], [.. edges ?? []], [.. removeNodes ?? []], [.. removeEdges ?? []]),
            Ct
        );
}

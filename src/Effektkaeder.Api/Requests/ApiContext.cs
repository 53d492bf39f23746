using System.Runtime.CompilerServices;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Requests;

/// <summary>What one request's resolvers work with.</summary>
/// <param name="Store">For what changes something, and for what happens while it is watched. All else is read from
/// <see cref="GraphAsync"/>.</param>
/// <param name="Author">Who commits, where the request changes something.</param>
public sealed record ApiContext(IGraphStore Store, TimeProvider Time, string Author) : IOperationServices
{
    private static readonly ConditionalWeakTable<IGraphAtHand, FragmentMemo> Memos = [];

    private readonly Lock _gate = new();
    private Task<IGraph>? _graph;
    private FragmentMemo? _fragments;

    /// <summary>The graph as this operation sees it: the newest when it is first asked for.</summary>
    public Task<IGraph> GraphAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            return _graph ??= Store.NewestAsync(ct);
        }
    }

    /// <summary>The same graph in memory; null before it is first asked for, and where it lies elsewhere.</summary>
    public IGraphAtHand? AtHand => _graph is { IsCompletedSuccessfully: true, Result.AtHand: { } atHand } ? atHand : null;

    public FragmentMemo? Fragments => _fragments ??= AtHand is { } graph ? Memos.GetValue(graph, _ => new()) : null;

    public IOperationServices ForOperation() => new ApiContext(Store, Time, Author);
}

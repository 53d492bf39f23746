using System.Runtime.CompilerServices;
using Effektkaeder.Application.Indexing;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api;

/// <summary>What one request's resolvers work with.</summary>
/// <param name="Store">For what changes something, and for what happens while it is watched. All else is read by
/// <see cref="Reader"/>.</param>
/// <param name="Author">Who commits, where the request changes something.</param>
public sealed record ApiContext(IGraphStore Store, TimeProvider Time, string Author) : IOperationServices
{
    private static readonly ConditionalWeakTable<GraphIndex, FragmentMemo> Memos = [];

    private FragmentMemo? _fragments;

    /// <summary>The graph as this operation sees it: of one revision, which is chosen when it is first asked.</summary>
    public OneRevision Reader { get; } = new(Store);

    public FragmentMemo? Fragments => _fragments ??= Reader.AtHand is { } index ? Memos.GetValue(index, _ => new()) : null;

    public IOperationServices ForOperation() => new ApiContext(Store, Time, Author);
}

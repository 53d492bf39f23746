using System.Runtime.CompilerServices;
using Effektkaeder.Application.Asking;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Values;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Requests;

/// <summary>What one request's resolvers work with.</summary>
/// <param name="Store">For what changes something, and for what happens while it is watched. All else is read from
/// <see cref="GraphAsync"/>.</param>
/// <param name="Author">Who commits, where the request changes something.</param>
public sealed record ApiContext(IGraphStore Store, TimeProvider Time, string Author) : IOperationServices
{
    private static readonly ConditionalWeakTable<IGraphAtHand, FragmentMemo> Memos = [];

    private const string Directive = "graf";

    private readonly Lock _gate = new();
    private Arguments? _given;
    private Task<IGraph>? _graph;
    private FragmentMemo? _fragments;

    /// <summary>How who asks looks at the graph, where nothing else stands on the operation.</summary>
    public Udsyn Udsyn { get; init; } = Udsyn.Nu;

    /// <summary>The graph as this operation sees it: the newest when it is first asked for, where it asks for no other.</summary>
    /// <exception cref="GraphQL.Errors.GraphQLUserException">It asks for one that is not there.</exception>
    public Task<IGraph> GraphAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            return _graph ??= LookAsync(ct);
        }
    }

    /// <summary>The same graph in memory; null before it is first asked for, and where it lies elsewhere.</summary>
    public IGraphAtHand? AtHand => _graph is { IsCompletedSuccessfully: true, Result.AtHand: { } atHand } ? atHand : null;

    public FragmentMemo? Fragments => _fragments ??= AtHand is { } graph ? Memos.GetValue(graph, _ => new()) : null;

    public IOperationServices ForOperation(IReadOnlyDictionary<string, Arguments> directives) =>
        new ApiContext(Store, Time, Author) { Udsyn = Udsyn, _given = directives.GetValueOrDefault(Directive) };

    /// <summary>What stands on the operation, over what who asks it had chosen.</summary>
    private Udsyn Chosen() =>
        _given is null
            ? Udsyn
            : new(
                _given.Get<int?>("revision") ?? Udsyn.Revision,
                _given.Get<IReadOnlyDictionary<string, object?>>("gaelder") is { } gaelder ? Periods.Read(gaelder) : Udsyn.Gaelder
            );

    private async Task<IGraph> LookAsync(CancellationToken ct)
    {
        var udsyn = Chosen();
        try
        {
            return await (udsyn == Udsyn.Nu ? Store.NewestAsync(ct) : Store.LookAtAsync(udsyn, ct));
        }
        catch (Exception e) when (e is UnknownRevisionException or FormatException)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }
}

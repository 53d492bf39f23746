using Effektkaeder.Analysis.Antal;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>Nodes counted by what they have in common, and how far effects are covered.</summary>
public sealed class CountNodes(IGraph graph)
{
    public async Task<Optaelling> CountAsync(NodeFilter? where, IReadOnlyList<Inddeling> efter, CancellationToken ct)
    {
        var whole = await graph.InMemoryAsync(ct);
        var udsnit = await whole.SelectAsync(Selection.Whole, ct);
        // Columns tell most of what is counted by; a node is read only where they do not.
        var columns = whole.AtHand ?? PartialGraph.Of(whole, udsnit).AtHand!;
        return Optaelling.Of(udsnit, columns.Passing(where, ct), efter, columns.HasTime, new(ct));
    }

    /// <param name="where">Which effects; one that is only named is not asked about.</param>
    /// <param name="efter">What the sums are by.</param>
    public async Task<Daekning> CoverAsync(NodeFilter? where, Inddeling efter, CancellationToken ct)
    {
        NodeFilter effects = new NodeFilter.All([
            new NodeFilter.KindIn([NodeKind.Effekt]),
            new NodeFilter.Flag(FlagField.Henvist, false),
            where ?? new NodeFilter.All([]),
        ]);
        return Daekning.Of(await graph.SelectAsync(Selection.Whole, ct), await NodesAsync(effects, ct), efter);
    }

    private async Task<IReadOnlyList<Node>> NodesAsync(NodeFilter? where, CancellationToken ct) =>
        (await graph.QueryAsync(new(where, [], Page.Everything), ct)).Items;
}

using Effektkaeder.Analysis.Antal;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>Nodes counted by what they have in common, and how far effects are covered.</summary>
public sealed class CountNodes(IGraph graph)
{
    public async Task<Optaelling> CountAsync(NodeFilter? where, IReadOnlyList<Inddeling> efter, CancellationToken ct)
    {
        var nodes = await NodesAsync(where, ct);
        return Optaelling.Of(await graph.SelectAsync(Selection.Whole, ct), nodes, efter);
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

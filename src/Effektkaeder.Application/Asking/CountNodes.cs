using Effektkaeder.Analysis;
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
        var (udsnit, columns) = await ColumnsAsync(ct);
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
        var (udsnit, columns) = await ColumnsAsync(ct);
        return Daekning.Of(udsnit, columns.Passing(effects, ct), efter, new(ct));
    }

    /// <summary>Columns tell most of what is counted by; a node is read only where they do not.</summary>
    private async Task<(Udsnit, IGraphAtHand)> ColumnsAsync(CancellationToken ct)
    {
        var whole = await graph.InMemoryAsync(ct);
        var udsnit = await whole.SelectAsync(Selection.Whole, ct);
        return (udsnit, whole.AtHand ?? PartialGraph.Of(whole, udsnit).AtHand!);
    }
}

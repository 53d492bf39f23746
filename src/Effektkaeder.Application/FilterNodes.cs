using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Which nodes a picture is to show; what is null or empty lets all pass.</summary>
/// <param name="Center">Key of the centre that states them.</param>
/// <param name="Ansvarlig">Key of the organisation or person that answers for them, or for what stands above them.</param>
/// <param name="KunFund">Only what a check has found something about.</param>
public sealed record NodeChoice(string? Center = null, string? Ansvarlig = null, bool KunFund = false)
{
    public bool IsEmpty => this == new NodeChoice();
}

/// <summary>Finds what passes a reader's choice.</summary>
public sealed class FilterNodes(IGraph graph)
{
    /// <returns>Keys of what is drawn: the hierarchy, times, and organisations; null where nothing is chosen, and all pass.</returns>
    public async Task<IReadOnlySet<string>?> FindAsync(NodeChoice choice, CancellationToken ct)
    {
        if (choice.IsEmpty)
        {
            return null;
        }

        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var nodes = udsnit.Nodes.Where(n => n.Kind.IsChain() || n.Kind.IsDate() || n.Kind == NodeKind.Organisation);
        if (choice.Center is { } center)
        {
            nodes = nodes.Where(n =>
                n.Kind == NodeKind.Organisation ? udsnit.CenterOf(n) == center : n.Udsagn.Any(u => u.Center == center && !u.Indhold.Henvist)
            );
        }

        if (choice.Ansvarlig is { } ansvarlig)
        {
            var own = udsnit.Targets(ansvarlig, EdgeType.AnsvarligFor).ToList();
            var met = own.Concat(Slaegt.Below(udsnit, own)).Select(n => n.Key).Append(ansvarlig).ToHashSet(StringComparer.Ordinal);
            nodes = nodes.Where(n => met.Contains(n.Key) || n.Kind.IsDate() && udsnit.OwnersOf(n).Any(o => met.Contains(o.Key)));
        }

        if (choice.KunFund)
        {
            var found = (await new RunChecks(graph).RunAsync([], null, null, ct)).Select(f => f.Node.Key).ToHashSet();
            nodes = nodes.Where(n => found.Contains(n.Key));
        }

        return nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
    }
}

using Effektkaeder.Analysis.Kritiske;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Single points of failure of the stored graph, ranked.</summary>
public sealed class FindCritical(IGraph graph)
{
    /// <param name="kinds">Only nodes of these kinds; none = every kind.</param>
    /// <param name="kommune">Only this municipality's nodes, by its short name.</param>
    public async Task<IReadOnlyList<Kritisk>> FindAsync(IReadOnlyList<NodeKind> kinds, string? kommune, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        return Kritikalitet.Of(
            udsnit,
            n => (kinds.Count == 0 || kinds.Contains(udsnit.KindOf(n))) && (kommune is null || udsnit.KommuneOf(n) == kommune)
        );
    }
}

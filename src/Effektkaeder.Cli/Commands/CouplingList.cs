using Effektkaeder.Application.Lists;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>The couplings of the graph, with what each rests on.</summary>
internal static class CouplingList
{
    /// <param name="kommune">Only with an end in this municipality; null for all.</param>
    /// <param name="conditional">Only those that hang on a condition.</param>
    public static async Task<Listing> ReadAsync(IGraph graph, string? kommune, bool conditional, CancellationToken ct)
    {
        var whole = await graph.SelectAsync(Selection.Whole, ct);
        var only = await NamedNode.KommuneAsync(graph, kommune, ct);
        var edges = whole.Edges.Where(e =>
            e.Type == EdgeType.KoblerTil
            && (!conditional || e.Betinget is not null)
            && (only is null || whole.Find(e.From)!.Kommune == only || whole.Find(e.To)!.Kommune == only)
        );
        return CouplingLists.Of(whole, edges);
    }
}

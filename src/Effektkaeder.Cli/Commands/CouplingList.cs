using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
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
        return Listing.Of<Edge>(
            "koblinger",
            edges,
            new("art", "kind", e => e.Art.ToString()!.ToLowerInvariant()),
            new("status", "status", e => e.Status.ToString().ToLowerInvariant()),
            new("tillid", "certainty", e => e.Tillid),
            new("fra", null, e => whole.Find(e.From)!.Titel),
            new(null, "from", e => e.From),
            new("til", null, e => whole.Find(e.To)!.Titel),
            new(null, "to", e => e.To),
            new("betinget", "condition", e => e.Betinget),
            new("ordene", "quote", e => Evidence(e)?.Ordret),
            new("sted", null, e => Evidence(e) is { } h ? $"{h.Dokument}:{h.Linje}" : null),
            new(null, "key", e => e.Key)
        );
    }

    private static Herkomst? Evidence(Edge edge) => edge.Udsagn.SelectMany(u => u.Evidens).FirstOrDefault();
}

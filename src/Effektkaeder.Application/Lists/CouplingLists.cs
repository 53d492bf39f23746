using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;

namespace Effektkaeder.Application.Lists;

/// <summary>Couplings as a list, with what each rests on.</summary>
public static class CouplingLists
{
    public static Listing Of(Udsnit whole, IEnumerable<Edge> edges) =>
        Listing.Of<Edge>(
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

    private static Herkomst? Evidence(Edge edge) => edge.Udsagn.SelectMany(u => u.Evidens).FirstOrDefault();
}

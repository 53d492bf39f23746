using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Lists;

/// <summary>Nodes as people list them: what stands above each, who states it and when it is due.</summary>
internal static class NodeRows
{
    /// <summary>A sheet has no room for more.</summary>
    private const int Most = 1_000_000;

    /// <summary>Of one kind, in the order that the page has them.</summary>
    public static async Task<Listing> OfKindAsync(IGraph graph, KindInfo kind, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var nodes = await graph.QueryAsync(new(new NodeFilter.KindIn([kind.Kind]), [new(OrderField.Titel)], new(First: Most)), ct);
        return Of(kind.Flertal, udsnit, nodes.Items);
    }

    /// <summary>The whole hierarchy, level by level.</summary>
    public static async Task<Listing> HierarchyAsync(IGraph graph, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var nodes = Enumerable
            .Range(0, udsnit.Nodes.Count)
            .Where(n => udsnit.KindOf(n) == NodeKind.Politik || udsnit.KindOf(n).Level() is not null)
            .OrderBy(n => udsnit.KindOf(n) == NodeKind.Politik ? -1 : udsnit.KindOf(n).Level())
            .ThenBy(udsnit.KeyOf, StringComparer.Ordinal)
            .Take(Most)
            .Select(n => udsnit.Nodes[n]);
        return Of("mål", udsnit, nodes);
    }

    private static Listing Of(string name, Udsnit udsnit, IEnumerable<Node> nodes) =>
        Listing.Of<Node>(
            name,
            nodes,
            new("slags", null, n => n.Kind.Info().Navn),
            new("titel", null, n => n.Titel),
            new("tekst", null, n => n.Indhold.Tekst == n.Titel ? null : n.Indhold.Tekst),
            new("over", null, n => udsnit.Parents(n.Key).Select(p => p.Titel)),
            new("kommune", null, n => n.Kommune),
            new("center", null, n => n.Vist.Center is { } center ? udsnit.Find(center)?.Titel ?? center : null),
            new("tid", null, n => n.Indhold.Tider.Select(t => t.Tekst).Distinct()),
            new("første dag", null, n => n.Indhold.Tider.Select(t => t.Fra ?? t.Til).Min()),
            new("sidste dag", null, n => n.Indhold.Tider.Select(t => t.Til ?? t.Fra).Max()),
            new("kun nævnt", null, n => n.Henvist),
            new(Listing.Key, null, n => n.Key)
        );
}

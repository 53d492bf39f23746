using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Forskelle;

/// <summary>What one agreement or one centre says: a graph narrowed to its statements, to be held against another's.</summary>
public static class Udsagnsdel
{
    /// <param name="aftale">Only what this agreement states; null for all.</param>
    /// <param name="center">Only what this centre states; null for all.</param>
    /// <param name="kommune">Only this municipality's; null for all.</param>
    /// <returns>The graph itself where nothing is to be left out.</returns>
    public static Udsnit Of(Udsnit udsnit, string? aftale, string? center = null, string? kommune = null)
    {
        ArgumentNullException.ThrowIfNull(udsnit);
        return aftale is null && center is null && kommune is null
            ? udsnit
            : Udsnit.Of(udsnit.Nodes.Select(Said).OfType<Node>(), udsnit.Edges.Select(SaidOfEdge).OfType<Edge>());

        Node? Said(Node node)
        {
            // An agreement's own node tells how it was read, and all else is what is compared.
            if (kommune is not null && node.Kommune != kommune || aftale is not null && node.Kind == NodeKind.Kommune)
            {
                return null;
            }

            var said = node.Udsagn.Where(u => Says(u.Aftale, u.Center)).ToList();
            return said.Count == node.Udsagn.Count ? node
                : said.Count == 0 ? null
                : Node.Of(node.Key, node.Kind, node.Kommune, said);
        }

        Edge? SaidOfEdge(Edge edge)
        {
            var said = edge.Udsagn.Where(u => Says(u.Aftale, u.Center)).ToList();
            return said.Count == edge.Udsagn.Count ? edge
                : said.Count == 0 ? null
                : Edge.Of(edge.Type, edge.From, edge.To, edge.Art, said, edge.Afgoerelse);
        }

        bool Says(string statedBy, string? statedIn) => (aftale is null || aftale == statedBy) && (center is null || center == statedIn);
    }
}

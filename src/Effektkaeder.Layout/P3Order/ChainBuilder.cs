using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Draws the edges that simply lead from column to column; an edge over several columns passes each in the lane of its
/// later end, so that it changes lane where the fewest edges are: near the root.
/// </summary>
internal static class ChainBuilder
{
    /// <returns>The edges left for the router: couplings and edges inside a column, short ones first.</returns>
    public static List<int> DrawPlain(Workspace space)
    {
        var graph = space.Graph.Graph;
        var routed = new List<int>();
        for (var e = 0; e < graph.Edges.Length; e++)
        {
            var (source, target, kind) = graph.Edges[e];
            if (source == target)
            {
                space.Connect(e, [source, target], Side.After);
            }
            else if (space.Column[source] == space.Column[target] || kind == EdgeKind.Coupling)
            {
                routed.Add(e);
            }
            else
            {
                Draw(space, e, source, target);
            }
        }

        return [.. routed.OrderBy(e => LaneDistance(space, graph.Edges[e]))];
    }

    private static void Draw(Workspace space, int edge, int source, int target)
    {
        var later = space.Column[source] > space.Column[target] ? source : target;
        var step = Math.Sign(space.Column[target] - space.Column[source]);
        var chain = new List<int> { source };
        for (var c = space.Column[source] + step; c != space.Column[target]; c += step)
        {
            chain.Add(space.AddItem(c, space.Lane[later], edge));
        }

        chain.Add(target);
        space.Connect(edge, chain, Side.Before);
    }

    private static int LaneDistance(Workspace space, EdgeEnds edge) => Math.Abs(space.Lane[edge.Source] - space.Lane[edge.Target]);
}

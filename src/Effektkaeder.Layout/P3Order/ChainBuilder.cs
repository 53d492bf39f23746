using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Draws the edges that simply lead from column to column; an edge over several columns keeps to the lane of its earlier
/// end up to the channel that the fewest edges pass, and there changes to that of its later end.
/// </summary>
internal static class ChainBuilder
{
    /// <returns>The edges left for the router: couplings and edges inside a column, short ones first.</returns>
    public static List<int> DrawPlain(Workspace space, bool early = false)
    {
        var graph = space.Graph.Graph;
        var routed = new List<int>();
        var passing = early ? new int[space.Order.Length + 1] : Passing(space);
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
                Draw(space, e, source, target, passing);
            }
        }

        return [.. routed.OrderBy(e => LaneDistance(space, graph.Edges[e]))];
    }

    private static void Draw(Workspace space, int edge, int source, int target, int[] passing)
    {
        var (first, last) = space.Column[source] < space.Column[target] ? (source, target) : (target, source);
        var change = Change(passing, space.Column[first] + 1, space.Column[last]);
        var step = Math.Sign(space.Column[target] - space.Column[source]);
        var chain = new List<int> { source };
        for (var c = space.Column[source] + step; c != space.Column[target]; c += step)
        {
            chain.Add(space.AddItem(c, space.Lane[c < change ? first : last], edge));
        }

        chain.Add(target);
        space.Connect(edge, chain, Side.Before);
    }

    /// <summary>The column after the channel that the fewest edges pass, the first of equals.</summary>
    private static int Change(int[] passing, int from, int to)
    {
        var best = from;
        for (var c = from + 1; c <= to; c++)
        {
            best = passing[c] < passing[best] ? c : best;
        }

        return best;
    }

    /// <summary>By column, how many edges pass the channel before it.</summary>
    private static int[] Passing(Workspace space)
    {
        var passing = new int[space.Order.Length + 1];
        foreach (var (source, target, kind) in space.Graph.Graph.Edges)
        {
            if (kind != EdgeKind.Coupling)
            {
                passing[Math.Min(space.Column[source], space.Column[target]) + 1]++;
                passing[Math.Max(space.Column[source], space.Column[target]) + 1]--;
            }
        }

        for (var c = 1; c < passing.Length; c++)
        {
            passing[c] += passing[c - 1];
        }

        return passing;
    }

    private static int LaneDistance(Workspace space, EdgeEnds edge) => Math.Abs(space.Lane[edge.Source] - space.Lane[edge.Target]);
}

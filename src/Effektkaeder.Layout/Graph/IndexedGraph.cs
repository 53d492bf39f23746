namespace Effektkaeder.Layout.Graph;

/// <summary>A node in the engine's own frame: levels lead along the main axis, lanes lie across it.</summary>
internal readonly record struct NodeBox(double Length, double Breadth, int? Level, int Lane);

/// <summary>An edge by the indices of its ends.</summary>
internal readonly record struct EdgeEnds(int Source, int Target, EdgeKind Kind)
{
    public bool IsLoop => Source == Target;
}

/// <summary>The input with ids resolved to indices and sizes turned into the engine's frame.</summary>
internal sealed record IndexedGraph(LayoutGraph Input, LayoutOptions Options, NodeBox[] Nodes, EdgeEnds[] Edges, string?[] Lanes)
{
    /// <summary>Both couple the same two lanes, so that where they pass together they may be drawn as one ribbon.</summary>
    public bool AreParallel(int edge, int other)
    {
        var (a, b) = (Edges[edge], Edges[other]);
        var (from, to, start, end) = (Nodes[a.Source].Lane, Nodes[a.Target].Lane, Nodes[b.Source].Lane, Nodes[b.Target].Lane);
        return a.Kind == EdgeKind.Coupling && b.Kind == EdgeKind.Coupling && ((from == start && to == end) || (from == end && to == start));
    }

    /// <exception cref="LayoutInputException">Says which node or edge is wrong, and how.</exception>
    public static IndexedGraph From(LayoutGraph input, LayoutOptions options)
    {
        var index = new Dictionary<string, int>(input.Nodes.Count, StringComparer.Ordinal);
        var laneIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        var lanes = new List<string?>();
        var nameless = -1;
        var nodes = new NodeBox[input.Nodes.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = input.Nodes[i];
            if (!index.TryAdd(node.Id, i))
            {
                throw new LayoutInputException($"Two nodes have the id \"{node.Id}\"; ids must be unique.");
            }

            if (!IsLength(node.Width) || !IsLength(node.Height))
            {
                throw new LayoutInputException($"Node \"{node.Id}\" needs a positive width and height.");
            }

            int lane;
            if (node.Lane is null)
            {
                lane = nameless < 0 ? nameless = Add(null) : nameless;
            }
            else if (!laneIndex.TryGetValue(node.Lane, out lane))
            {
                laneIndex.Add(node.Lane, lane = Add(node.Lane));
            }

            nodes[i] = Frame.Turn(node, options.Direction, lane);
        }

        return new IndexedGraph(input, options, nodes, ResolvedEdges(input, index), [.. lanes]);

        int Add(string? name)
        {
            lanes.Add(name);
            return lanes.Count - 1;
        }
    }

    private static EdgeEnds[] ResolvedEdges(LayoutGraph input, Dictionary<string, int> index)
    {
        var ids = new HashSet<string>(input.Edges.Count, StringComparer.Ordinal);
        var edges = new EdgeEnds[input.Edges.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var edge = input.Edges[i];
            if (!ids.Add(edge.Id))
            {
                throw new LayoutInputException($"Two edges have the id \"{edge.Id}\"; ids must be unique.");
            }

            if (edge.Label is { } label && !(IsLength(label.Width) && IsLength(label.Height)))
            {
                throw new LayoutInputException($"The label of edge \"{edge.Id}\" needs a positive width and height.");
            }

            edges[i] = new EdgeEnds(End(edge, edge.Source), End(edge, edge.Target), edge.Kind);
        }

        return edges;

        int End(LayoutEdge edge, string id) =>
            index.TryGetValue(id, out var node)
                ? node
                : throw new LayoutInputException($"Edge \"{edge.Id}\" leads to \"{id}\", and no node has that id.");
    }

    private static bool IsLength(double value) => double.IsFinite(value) && value > 0;
}

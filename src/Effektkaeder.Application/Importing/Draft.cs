using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// What the store will say of the elements that an import touches, beside what it says now. An element that is absent from
/// both is untouched; null = gone.
/// </summary>
internal sealed class Draft(IGraph graph)
{
    private readonly Dictionary<string, Node?> _storedNodes = new(StringComparer.Ordinal),
        _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Edge?> _storedEdges = new(StringComparer.Ordinal),
        _edges = new(StringComparer.Ordinal);

    /// <summary>The graph that it is made on.</summary>
    public IGraph Graph => graph;

    public IEnumerable<Node> Nodes => _nodes.Values.OfType<Node>();

    public IEnumerable<Edge> Edges => _edges.Values.OfType<Edge>();

    /// <summary>Takes in how stored elements stand, where they are not known already.</summary>
    public void Know(IEnumerable<Node> stored)
    {
        foreach (var node in stored)
        {
            if (_storedNodes.TryAdd(node.Key, node))
            {
                _nodes.TryAdd(node.Key, node);
            }
        }
    }

    public void Know(IEnumerable<Edge> stored)
    {
        foreach (var edge in stored)
        {
            if (_storedEdges.TryAdd(edge.Key, edge))
            {
                _edges.TryAdd(edge.Key, edge);
            }
        }
    }

    public Node? StoredNode(string key) => _storedNodes.GetValueOrDefault(key);

    public Edge? StoredEdge(string key) => _storedEdges.GetValueOrDefault(key);

    public Node? Node(string key) => _nodes.GetValueOrDefault(key);

    public Edge? Edge(string key) => _edges.GetValueOrDefault(key);

    public void Put(Node node) => _nodes[node.Key] = node;

    public void Put(Edge edge) => _edges[edge.Key] = edge;

    public void RemoveNode(string key) => _nodes[key] = null;

    public void RemoveEdge(string key) => _edges[key] = null;

    /// <summary>Takes back one agreement's statements of what is known here; what nobody else states goes.</summary>
    public void Withdraw(string aftale)
    {
        foreach (var node in Nodes.Where(n => n.Udsagn.Any(u => u.Aftale == aftale)).ToList())
        {
            Withdraw(node, aftale);
        }
        foreach (var edge in Edges.Where(e => e.Udsagn.Any(u => u.Aftale == aftale)).ToList())
        {
            Withdraw(edge, aftale);
        }
    }

    /// <summary>Takes back one agreement's statement of a node, which goes where nobody else states it.</summary>
    public void Withdraw(Node node, string aftale) => _nodes[node.Key] = node.Without(aftale);

    public void Withdraw(Edge edge, string aftale) => _edges[edge.Key] = edge.Without(aftale);

    /// <summary>What is gone of what the store holds: whole, or only named by others from now on.</summary>
    public IEnumerable<Node> Gone =>
        _storedNodes.Values.OfType<Node>().Where(n => !n.Henvist && _nodes.GetValueOrDefault(n.Key) is null or { Henvist: true });

    /// <summary>What the store does not hold, or holds as a mere name.</summary>
    public IEnumerable<Node> Fresh => Nodes.Where(n => !n.Henvist && _storedNodes.GetValueOrDefault(n.Key) is null);

    /// <summary>The edges as the store has them.</summary>
    public IEnumerable<Edge> StoredEdges => _storedEdges.Values.OfType<Edge>();

    /// <summary>Only what differs from the store, in key order.</summary>
    public ChangeSet Changes(RevisionNote note) =>
        new(
            graph.Revision,
            note,
            [.. Nodes.Where(n => !n.Equals(_storedNodes.GetValueOrDefault(n.Key))).OrderBy(n => n.Key, StringComparer.Ordinal)],
            [.. Edges.Where(e => !e.Equals(_storedEdges.GetValueOrDefault(e.Key))).OrderBy(e => e.Key, StringComparer.Ordinal)],
            [
                .. _nodes
                    .Where(n => n.Value is null && _storedNodes.GetValueOrDefault(n.Key) is not null)
                    .Select(n => n.Key)
                    .Order(StringComparer.Ordinal),
            ],
            [
                .. _edges
                    .Where(e => e.Value is null && _storedEdges.GetValueOrDefault(e.Key) is not null)
                    .Select(e => e.Key)
                    .Order(StringComparer.Ordinal),
            ]
        );
}

using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>A connection's value is a <see cref="Neighbours"/>: nodes, and where they were reached along edges the edge to each.</summary>
internal static class Forbindelse
{
    public static Neighbours Of(Slice<Node> slice) =>
        new(slice.Items as Node[] ?? [.. slice.Items], [], slice.HasNext, slice.HasPrevious, slice.Total ?? 0);

    public static Neighbours Of(Slice<Neighbour> slice) =>
        new([.. slice.Items.Select(n => n.Node)], [.. slice.Items.Select(n => n.Edge)], slice.HasNext, slice.HasPrevious, slice.Total ?? 0);

    public static IEnumerable<Led> Led(Neighbours page) => page.Nodes.Select((_, i) => Led(page, i));

    /// <summary>The place of one member; of several edges to one node, that of its own.</summary>
    public static string? Cursor(Neighbours page, int place) => page.Nodes.Length == 0 ? null : Led(page, place).Cursor;

    private static Led Led(Neighbours page, int place) => new(page.Nodes[place], place < page.Edges.Length ? page.Edges[place] : null);
}

/// <summary>One member of a page.</summary>
internal sealed record Led(Node Node, Edge? Edge)
{
    public string Cursor => Edge is null ? NodeFields.IdOf(Node) : NodeId.Of(Node.Kind, new Cursor(Node.Key, Edge.Key).ToString());
}

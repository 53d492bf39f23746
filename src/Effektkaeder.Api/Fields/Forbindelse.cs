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

    public static IEnumerable<Led> Led(Neighbours page) =>
        page.Nodes.Select((n, i) => new Led(n, i < page.Edges.Length ? page.Edges[i] : null));
}

/// <summary>One member of a page.</summary>
internal sealed record Led(Node Node, Edge? Edge)
{
    public string Cursor => Edge is null ? NodeFields.IdOf(Node) : NodeId.Of(Node.Kind, new Cursor(Node.Key, Edge.Key).ToString());
}

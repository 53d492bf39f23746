using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>A connection's page: nodes, and the edge to each where it was reached along one.</summary>
internal sealed record Forbindelse(IReadOnlyList<Led> Led, bool HasNext, bool HasPrevious, int Total)
{
    public static Forbindelse Of(Slice<Node> slice) => new([.. slice.Items.Select(n => new Led(n, null))], slice.HasNext, slice.HasPrevious, slice.Total ?? 0);

    public static Forbindelse Of(Slice<Neighbour> slice) => new([.. slice.Items.Select(n => new Led(n.Node, n.Edge))], slice.HasNext, slice.HasPrevious, slice.Total ?? 0);
}

/// <summary>One member of a page.</summary>
internal sealed record Led(Node Node, Edge? Edge)
{
    public string Cursor => NodeFields.IdOf(Node);
}

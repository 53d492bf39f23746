using System.Text;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Ports;

/// <summary>
/// Is told of a whole graph by what its columns say, the nodes first: no element is made of a row. Nodes are numbered from 0 as they
/// come.
/// </summary>
public interface IColumns
{
    /// <param name="key">UTF-8.</param>
    /// <param name="id">UTF-8: see <see cref="Egenskaber.Id"/>; empty where it has none, or more than one.</param>
    /// <param name="kommune">See <see cref="Udsnit.KommuneOf"/>; <paramref name="center"/> <see cref="Udsnit.VistCenterOf"/>.</param>
    void Node(ReadOnlySpan<byte> key, ReadOnlySpan<byte> id, NodeKind kind, string kommune, string? center);

    /// <summary>From the upper node to the lower.</summary>
    void Hierarchy(int from, int to);

    /// <summary>A coupling that is walked: no analyst has refused it.</summary>
    void Coupling(int from, int to);
}

/// <summary>Tells a graph that was selected.</summary>
internal static class Columns
{
    public static void Tell(this Udsnit udsnit, IColumns columns)
    {
        for (var node = 0; node < udsnit.Nodes.Count; node++)
        {
            columns.Node(
                Encoding.UTF8.GetBytes(udsnit.KeyOf(node)),
                Encoding.UTF8.GetBytes(udsnit.Nodes[node].Egenskab(Egenskaber.Id) ?? ""),
                udsnit.KindOf(node),
                udsnit.KommuneOf(node),
                udsnit.VistCenterOf(node)
            );
        }

        for (var edge = 0; edge < udsnit.Edges.Count; edge++)
        {
            if (udsnit.TypeOf(edge).IsHierarchy())
            {
                columns.Hierarchy(udsnit.From(edge), udsnit.To(edge));
            }
            else if (udsnit.TypeOf(edge) == EdgeType.KoblerTil && udsnit.Edges[edge].Tillid > 0)
            {
                columns.Coupling(udsnit.From(edge), udsnit.To(edge));
            }
        }
    }
}

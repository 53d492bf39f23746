using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>A node in the picture of a difference.</summary>
/// <param name="Note">What became of it, in words; null for what only ties the others together.</param>
/// <param name="Mark">The same as a mark.</param>
internal sealed record Forskelsled(Node Node, string? Note, string? Mark)
{
    /// <summary>What was changed or moved is told one by one as long as can be.</summary>
    public bool IsTold => Mark is "m-edited" or "m-moved";

    public static bool IsDate(Node node) => node.Kind is NodeKind.Milepael or NodeKind.Opfoelgning;

    /// <summary>What a date belongs to; null for other nodes, and for a date of nothing.</summary>
    public static Node? Owner(Udsnit udsnit, Node node) =>
        IsDate(node)
            ? udsnit.Sources(node.Key, node.Kind == NodeKind.Milepael ? EdgeType.HarMilepael : EdgeType.FoelgesOp).FirstOrDefault()
            : null;
}

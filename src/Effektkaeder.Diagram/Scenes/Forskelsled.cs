using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>A node in the picture of a difference.</summary>
/// <param name="Note">What became of it, in words; null for what only ties the others together.</param>
/// <param name="Mark">The same as a mark.</param>
internal sealed record Forskelsled(Node Node, string? Note, string? Mark)
{
    /// <summary>What was changed or moved is told one by one as long as can be.</summary>
    public bool IsTold => Mark is "m-edited" or "m-moved";
}

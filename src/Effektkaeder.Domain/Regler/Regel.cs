namespace Effektkaeder.Domain.Regler;

/// <summary>A breach of a rule that the graph must keep: which rule, what breaks it, and in words.</summary>
/// <param name="Regel">The rule's class name, a sentence.</param>
/// <param name="Element">Key of the node or edge.</param>
public sealed record Brud(string Regel, string Element, string Besked);

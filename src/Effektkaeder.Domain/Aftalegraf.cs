namespace Effektkaeder.Domain;

/// <summary>What one document says: the unit that is imported, whole or not at all.</summary>
/// <param name="Aftale">Key of the agreement it states; the same key again is a new edition.</param>
/// <param name="Nodes">One statement a node, ordered by key.</param>
/// <param name="Edges">One statement an edge, ordered by edge key.</param>
public sealed record Aftalegraf(string Aftale, string Kommune, Kilde Kilde, ValueList<AngivetNode> Nodes, ValueList<AngivetEdge> Edges);

/// <summary>A node as one document states it.</summary>
public sealed record AngivetNode(string Key, NodeKind Kind, string Kommune, Udsagn Udsagn);

/// <summary>An edge as one document states it.</summary>
public sealed record AngivetEdge(EdgeType Type, string From, string To, KoblingArt? Art, EdgeUdsagn Udsagn)
{
    public string Key => Edge.KeyOf(Type, From, To, Art);
}

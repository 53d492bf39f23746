using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>A checksum of what an element is and of all that is said of it: the first eight bytes of SHA-256.</summary>
internal static class ElementSums
{
    public static long Of(Node node) => Of(node, ElementBodies.WriteStatements(node));

    public static long Of(Edge edge) => Of(edge, ElementBodies.WriteStatements(edge));

    /// <param name="udsagn">The statements as they were kept before schema 6.</param>
    public static long Of(Node node, string udsagn) => Of($"{node.Key}\n{node.Kind.Info().Code}\n{node.Kommune}\n{udsagn}");

    /// <inheritdoc cref="Of(Node, string)"/>
    public static long Of(Edge edge, string udsagn) => Of($"{edge.Key}\n{edge.From}\n{edge.Afgoerelse}\n{udsagn}");

    private static long Of(string text) => unchecked((long)(ulong)Checksum.Of(text));
}

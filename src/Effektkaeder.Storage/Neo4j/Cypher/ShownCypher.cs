using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// The way between the two layers. A node is kept whole as a <c>_Node</c>, joined to nothing: what the store asks and answers with.
/// Beside it stands the shown node that people query, of its kind's own label alone, and the relationships are between those.
/// They meet by key; a shown node has no label that all of them have, so the index of each kind is asked, which takes microseconds.
/// </summary>
internal static class ShownCypher
{
    /// <summary>Where a shown node's municipality, and the centre whose statement is shown, are told as relationships.</summary>
    public const string InKommune = Faktablad.IKommune,
        InCenter = Faktablad.ICenter;

    /// <summary>The labels of shown nodes, as one expression.</summary>
    public static readonly string Labels = string.Join('|', NodeKinds.All.Select(k => k.Code));

    /// <summary>The types of relationships, as one expression.</summary>
    public static readonly string Types = string.Join('|', EdgeTypes.All.Select(t => t.Code));

    /// <summary>Binds the shown node of a kept one; nothing where it is not there.</summary>
    /// <param name="kinds">The kinds that the kept one can be of; none = any.</param>
    public static string Of(string kept, string shown, IReadOnlyCollection<NodeKind>? kinds = null) =>
        $"MATCH ({shown}:{(kinds is { Count: > 0 } ? string.Join('|', kinds.Distinct().Select(k => k.Info().Code)) : Labels)} "
        + $"{{key: {kept}.key}})";

    /// <summary>Binds the shown node of a key, which is an expression.</summary>
    public static string OfKey(string key, string shown) => $"MATCH ({shown}Kept:_Node {{key: {key}}}) {Of(shown + "Kept", shown)}";

    /// <summary>Takes all labels of kinds away.</summary>
    public static string Unlabel(string shown) => $"REMOVE {shown}:{string.Join(':', NodeKinds.All.Select(k => k.Code))}";

    /// <summary>The condition that a relationship is the store's: people may draw their own beside it.</summary>
    public static string IsOurs(string edge) => $"{edge}._sum IS NOT NULL";
}

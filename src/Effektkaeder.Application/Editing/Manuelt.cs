using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Editing;

/// <summary>
/// What is written by hand belongs to an agreement of its own in each municipality, <c>kommune/aftale/manuelt</c>, of art
/// <c>manuelt</c>: so every statement has its place, and all of it can be withdrawn like a document's. It is made when it is
/// first needed and goes with its last statement. Unsigned, its words are shown only where no document states the same node.
/// </summary>
internal static class Manuelt
{
    public const string Dokument = "manuelt";

    public static string Key(string kommune) => NodeKeys.Manuelt(kommune);

    public static Udsagn Udsagn(string kommune, Indhold indhold, string? center) =>
        new(Key(kommune), null, center, indhold, [], [new Herkomst(Dokument, 1, indhold.Tekst)]);

    public static EdgeUdsagn Kantudsagn(string kommune, string fra, Grund? grund, double tillid, string? betinget, string? begrundelse) =>
        new(Key(kommune), null, null, fra, grund, tillid, betinget, begrundelse is null ? [] : [new Herkomst(Dokument, 1, begrundelse)]);

    /// <summary>The statement by hand of a node; null where only documents state it.</summary>
    public static Udsagn? Of(Node node) => node.Udsagn.FirstOrDefault(u => u.Aftale == Key(node.Kommune));

    public static EdgeUdsagn? Of(Edge edge) => edge.Udsagn.FirstOrDefault(u => NodeKeys.IsManuelt(u.Aftale));

    /// <summary>Puts the agreement where it is missing, and its edge to a node.</summary>
    public static async Task StateAsync(Draft draft, Node kommune, string? node, CancellationToken ct)
    {
        var key = Key(kommune.Key);
        draft.Know(await draft.Graph.NodesAsync([key], ct));
        if (draft.Node(key) is null)
        {
            var titel = $"Skrevet i hånden, {kommune.Titel}";
            draft.Put(
                Node.Of(key, NodeKind.Aftale, kommune.Key, [Udsagn(kommune.Key, new Indhold(titel, titel) { Art = Arter.Manuelt }, null)])
            );
        }
        if (node is not null)
        {
            draft.Put(Edge.Of(EdgeType.Angiver, key, node, null, [Kantudsagn(kommune.Key, key, null, Tillid.Tekst, null, null)]));
        }
    }

    /// <summary>Takes the agreement away again when nothing is stated by hand any more.</summary>
    public static async Task ForgetIfEmptyAsync(Draft draft, string kommune, CancellationToken ct)
    {
        var key = Key(kommune);
        var (nodes, edges) = await draft.Graph.StatedByAsync(key, ct);
        draft.Know(nodes);
        draft.Know(edges);
        if (
            draft.Nodes.Any(n => n.Key != key && n.Udsagn.Any(u => u.Aftale == key))
            || draft.Edges.Any(e => e.Udsagn.Any(u => u.Aftale == key))
        )
        {
            return;
        }

        if (draft.Node(key) is not null)
        {
            draft.RemoveNode(key);
        }
    }
}

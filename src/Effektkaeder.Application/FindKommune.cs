using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>What a user's word for a municipality leads to.</summary>
/// <param name="Key">Its short name; null where nothing in the graph is of it.</param>
/// <param name="Known">Names and short names of the municipalities there are, where it is none of them.</param>
public sealed record KommuneMatch(string? Key, IReadOnlyList<string> Known);

/// <summary>Finds the municipality that a name ("Nynæs", "Nynæs Kommune"), a short name or an id means.</summary>
public sealed class FindKommune(IGraph graph)
{
    public async Task<KommuneMatch> FindAsync(string text, CancellationToken ct)
    {
        var key = KeyOf(text);
        if (graph.AtHand?.Node(key)?.Kind == NodeKind.Kommune)
        {
            return new(key, []);
        }

        // What all share has no node of its own, and a graph from outside may have none for a municipality.
        var filter = new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, [key]);
        if ((await graph.QueryAsync(new(filter, [], new(First: 1)), ct)).Items.Count > 0)
        {
            return new(key, []);
        }

        var known = await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Kommune]), [], Page.Everything), ct);
        return new(null, [.. known.Items.SelectMany(n => new[] { n.Titel, n.Key })]);
    }

    public static string KeyOf(string text) => NodeKeys.Kommune(NodeId.KeyOf(text));
}

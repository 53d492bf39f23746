using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// A mention names an effort or a goal by its short name, while the document that states it gives the whole text: two keys for
/// one thing. Where a municipality has one of that name stated, the mentions of it move there with their couplings, whichever
/// document came first; of several, to the smallest key.
/// </summary>
internal static class Mentions
{
    public static async Task SettleAsync(Draft draft, CancellationToken ct)
    {
        var names = draft.Nodes.Where(Navnefaelle.Has).Select(Navnefaelle.Of).Distinct().ToList();
        if (names.Count == 0)
        {
            return;
        }

        draft.Know(await NamesakesAsync(draft.Graph, names, ct));
        foreach (var namesakes in draft.Nodes.Where(Navnefaelle.Has).GroupBy(Navnefaelle.Of).Where(g => g.Count() > 1).ToList())
        {
            var stated = namesakes.Where(n => !n.Henvist).MinBy(n => n.Key, StringComparer.Ordinal);
            if (stated is null)
            {
                continue;
            }

            foreach (var mention in namesakes.Where(n => n.Henvist))
            {
                await MoveAsync(draft, mention, stated.Key, ct);
            }
        }
    }

    private static async Task<IEnumerable<Node>> NamesakesAsync(IGraph graph, List<Navnefaelle> names, CancellationToken ct)
    {
        var wanted = names.ToHashSet();
        var filter = new NodeFilter.All([
            new NodeFilter.KindIn(Navnefaelle.Kinds),
            new NodeFilter.Text(TextField.Kommune, TextOperator.In, [.. names.Select(n => n.Kommune).Distinct()]),
            new NodeFilter.Text(TextField.Titel, TextOperator.Reads, [.. names.Select(n => n.Navn).Distinct()]),
        ]);
        return (await graph.QueryAsync(new(filter, [], Page.Everything), ct)).Items.Where(n => wanted.Contains(Navnefaelle.Of(n)));
    }

    private static async Task MoveAsync(Draft draft, Node mention, string to, CancellationToken ct)
    {
        // What an agreement states of the target itself stands before what it only mentions.
        var target = draft.Node(to)!;
        draft.Put(mention.Udsagn.ExceptBy(target.Udsagn.Select(u => u.Aftale), u => u.Aftale).Aggregate(target, (n, u) => n.With(u)));
        draft.RemoveNode(mention.Key);

        var stored = (await draft.Graph.ExpandAsync(new([mention.Key], new([], Direction.Either, []), null, [], Page.Everything), ct))[0]
            .Items.Select(n => n.Edge);
        draft.Know(stored);
        var moved = draft.Edges.Where(e => e.From == mention.Key || e.To == mention.Key).ToList();
        var replaced = moved.Select(e => Replaced(e, mention.Key, to)).Where(e => e.From != e.To).ToList();
        draft.Know(await draft.Graph.EdgesAsync([.. replaced.Select(e => e.Key)], ct));
        foreach (var edge in moved)
        {
            draft.RemoveEdge(edge.Key);
        }

        foreach (var edge in replaced)
        {
            draft.Put(
                draft.Edge(edge.Key) is { } there
                    ? Edge.Of(
                        there.Type,
                        there.From,
                        there.To,
                        there.Art,
                        there.Udsagn.UnionBy(edge.Udsagn, u => u.Aftale),
                        there.Afgoerelse ?? edge.Afgoerelse
                    )
                    : edge
            );
        }
    }

    private static Edge Replaced(Edge edge, string from, string to)
    {
        string End(string key) => key == from ? to : key;
        return Edge.Of(
            edge.Type,
            End(edge.From),
            End(edge.To),
            edge.Art,
            edge.Udsagn.Select(u => u with { Fra = End(u.Fra) }),
            edge.Afgoerelse
        );
    }
}

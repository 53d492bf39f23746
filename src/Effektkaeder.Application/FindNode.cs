using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>What a user's words for a node lead to: one node, or the candidates.</summary>
public sealed record NodeMatch(Node? Node, IReadOnlyList<Node> Candidates);

/// <summary>Finds the node that a key, an id or a text means.</summary>
public sealed class FindNode(IGraph graph)
{
    private const int MostCandidates = 10;

    /// <summary>A key or an id; else the one node whose title the text is; else the one whose title or alias holds it.</summary>
    /// <param name="kinds">Only these kinds; none = every kind.</param>
    public async Task<NodeMatch> FindAsync(string text, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var byKey = await graph.NodesAsync([NodeId.KeyOf(text)], ct);
        if (byKey.Count == 1 && (kinds.Count == 0 || kinds.Contains(byKey[0].Kind)))
        {
            return new(byKey[0], []);
        }

        var folded = Fold.Of(text.Trim());
        var holding = await QueryAsync(new NodeFilter.Text(TextField.Titel, TextOperator.Contains, [text.Trim()]), kinds, ct);
        var exact = holding.Where(n => Fold.Of(n.Titel) == folded).ToList();
        if (exact.Count == 1)
        {
            return new(exact[0], []);
        }

        if (exact.Count == 0 && holding.Count == 1)
        {
            return new(holding[0], []);
        }

        if (holding.Count > 0)
        {
            return new(null, exact.Count > 1 ? exact : holding);
        }

        var hits = await graph.SearchAsync(new(text, kinds, null, MostCandidates), ct);
        return new(null, [.. hits.Items.Select(h => h.Node)]);
    }

    private async Task<IReadOnlyList<Node>> QueryAsync(NodeFilter filter, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var all = kinds.Count == 0 ? filter : new NodeFilter.All([filter, new NodeFilter.KindIn(kinds)]);
        return (
            await graph.QueryAsync(new(all, [new(OrderField.Level), new(OrderField.Titel)], new Page(First: 1 + MostCandidates)), ct)
        ).Items;
    }
}

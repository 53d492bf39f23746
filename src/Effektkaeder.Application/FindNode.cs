using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>What a user's words for a node lead to: one node, or the candidates.</summary>
/// <param name="Guessed">No title holds the words: the candidates' texts do.</param>
public sealed record NodeMatch(Node? Node, IReadOnlyList<Node> Candidates, bool Guessed = false);

/// <summary>Finds the node that a key, an id or a text means.</summary>
public sealed class FindNode(IGraph graph)
{
    private const int MostCandidates = 10,
        MostNames = 10_000;

    /// <summary>What people call by name; the rest belong to a document and are named by their key.</summary>
    private static readonly NodeKind[] Named =
    [
        NodeKind.Vision,
        NodeKind.PolitiskMaal,
        NodeKind.Indsats,
        NodeKind.Politik,
        NodeKind.Aftale,
        NodeKind.Organisation,
        NodeKind.Rolle,
        NodeKind.Redskab,
        NodeKind.Emne,
        NodeKind.Kommune,
    ];

    /// <summary>Whether a text is all of a node's key, id or title: who writes or removes does not go by what merely fits.</summary>
    public static bool IsWhole(Node node, string text) => node.Key == NodeId.KeyOf(text) || Fold.Of(node.Titel) == Fold.Of(text.Trim());

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
        var holding = Meant(await QueryAsync(new NodeFilter.Text(TextField.Titel, TextOperator.Contains, [text.Trim()]), kinds, ct));
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
        return new(null, [.. hits.Items.Select(h => h.Node)], Guessed: true);
    }

    /// <summary>The roles that a person of this name holds; none where no one has the name.</summary>
    public async Task<IReadOnlyList<Node>> PersonAsync(string text, CancellationToken ct)
    {
        if (text.Contains('/'))
        {
            return [];
        }

        var roles = await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Rolle]), [], Page.Everything), ct);
        var name = Fold.Of(text.Trim());
        return [.. roles.Items.Where(r => r.Indhold[Egenskaber.Person] is { } person && Fold.Of(person) == name)];
    }

    /// <summary>The names that a wrong one may be near: for a key the keys that stand beside it, else titles.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string text, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var key = NodeId.KeyOf(text);
        for (var slash = key.LastIndexOf('/'); slash > 0; slash = key.LastIndexOf('/', slash - 1))
        {
            var beside = await QueryAsync(
                new NodeFilter.Text(TextField.Key, TextOperator.StartsWith, [key[..(slash + 1)]]),
                kinds,
                ct,
                MostNames
            );
            if (beside.Count > 0)
            {
                return [.. beside.Select(n => n.Key)];
            }
        }

        var named = await QueryAsync(new NodeFilter.KindIn(kinds.Count > 0 ? kinds : Named), [], ct, MostNames);
        return [.. named.Select(n => n.Titel)];
    }

    /// <summary>A goal that only stands for its document is not meant where the document itself has the same title.</summary>
    private static IReadOnlyList<Node> Meant(IReadOnlyList<Node> nodes)
    {
        var own = nodes.Where(n => !n.Indhold.Uspecificeret).Select(n => (n.Kommune, Fold.Of(n.Titel))).ToHashSet();
        return [.. nodes.Where(n => !n.Indhold.Uspecificeret || !own.Contains((n.Kommune, Fold.Of(n.Titel))))];
    }

    private async Task<IReadOnlyList<Node>> QueryAsync(
        NodeFilter filter,
        IReadOnlyList<NodeKind> kinds,
        CancellationToken ct,
        int most = 1 + MostCandidates
    )
    {
        var all = kinds.Count == 0 ? filter : new NodeFilter.All([filter, new NodeFilter.KindIn(kinds)]);
        return (await graph.QueryAsync(new(all, [new(OrderField.Level), new(OrderField.Titel)], new Page(First: most)), ct)).Items;
    }
}

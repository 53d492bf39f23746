using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// A key follows from words, so a title that changed is a new key. What an analyst decided or drew, and what other documents hang on a
/// thing, moves to its new key; what has nothing to stand on any more goes, and is told.
/// </summary>
internal static class Renaming
{
    public static async Task<(IReadOnlyList<Genkendt> Renamed, IReadOnlyList<Edge> Lost)> FollowAsync(Draft draft, CancellationToken ct)
    {
        var gone = draft.Gone.ToList();
        if (gone.Count == 0)
        {
            return ([], []);
        }

        var renamed = Genkendelse.Find(gone, [.. draft.Fresh], draft.StoredEdges.ToList(), draft.Edges.ToList());
        var now = renamed.ToDictionary(g => g.Foer.Key, g => g.Efter.Key, StringComparer.Ordinal);
        await KnowEdgesOfAsync(draft, gone, ct);
        foreach (var edge in draft.StoredEdges.Where(e => now.ContainsKey(e.From) || now.ContainsKey(e.To)).ToList())
        {
            await FollowAsync(draft, edge, now, ct);
        }

        var missing = gone.Where(n => draft.Node(n.Key) is null).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var lost = draft.Edges.Where(e => missing.Contains(e.From) || missing.Contains(e.To)).ToList();
        lost.ForEach(e => draft.RemoveEdge(e.Key));
        return (renamed, [.. lost.Where(e => e.Udsagn.Any(u => NodeKeys.IsManuelt(u.Aftale)))]);
    }

    private static async Task KnowEdgesOfAsync(Draft draft, IReadOnlyList<Node> gone, CancellationToken ct)
    {
        foreach (var some in gone.Select(n => n.Key).Chunk(500))
        {
            var slices = await draft.Graph.ExpandAsync(new(some, new([], Direction.Either, []), null, [], Page.Everything), ct);
            draft.Know(slices.SelectMany(s => s.Items).Select(n => n.Edge));
        }
    }

    private static async Task FollowAsync(Draft draft, Edge stored, Dictionary<string, string> now, CancellationToken ct)
    {
        string End(string key) => now.GetValueOrDefault(key, key);
        bool IsMoving(EdgeUdsagn udsagn) =>
            NodeKeys.IsManuelt(udsagn.Aftale) || draft.Node(stored.From) is null || draft.Node(stored.To) is null;

        var (from, to) = (End(stored.From), End(stored.To));
        var key = Edge.KeyOf(stored.Type, from, to, stored.Art);
        var left = draft.Edge(stored.Key)?.Udsagn.ToLookup(IsMoving);
        if (left?[true].ToList() is { Count: > 0 } moving)
        {
            draft.RemoveEdge(stored.Key);
            if (left[false].Any())
            {
                // What other documents say of a thing that they still call by its old name stays with that name.
                draft.Put(Edge.Of(stored.Type, stored.From, stored.To, stored.Art, left[false], stored.Afgoerelse));
            }

            draft.Know(await draft.Graph.EdgesAsync([key], ct));
            var there = draft.Edge(key);
            draft.Put(
                Edge.Of(
                    stored.Type,
                    from,
                    to,
                    stored.Art,
                    (there?.Udsagn ?? []).UnionBy(moving.Select(u => u with { Fra = End(u.Fra) }), u => u.Aftale),
                    there?.Afgoerelse
                )
            );
        }

        if (stored.Afgoerelse is { } decision && draft.Edge(key) is { Afgoerelse: null } stated)
        {
            draft.Put(stated with { Afgoerelse = decision });
        }
    }
}

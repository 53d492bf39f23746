using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Holds what a document says against what is stored: its agreement's earlier statements are withdrawn, the new ones added,
/// what nobody states any more goes, and an analyst's decisions stay.
/// </summary>
internal static class Reconciliation
{
    /// <summary>The change set that makes the store say what <paramref name="graf"/> says; empty when it does already.</summary>
    public static async Task<ChangeSet> WithAsync(IGraphReader reader, Aftalegraf graf, RevisionNote note, CancellationToken ct)
    {
        var revision = await reader.LatestAsync(ct);
        var (oldNodes, oldEdges) = await reader.StatedByAsync(graf.Aftale, ct);
        var nodes = await StoredAsync(oldNodes, n => n.Key, graf.Noder.Select(n => n.Key), keys => reader.NodesAsync(keys, null, ct));
        var edges = await StoredAsync(oldEdges, e => e.Key, graf.Kanter.Select(k => k.Key), keys => reader.EdgesAsync(keys, null, ct));
        return Between(revision, graf.Aftale, graf.Noder, graf.Kanter, nodes, edges, note);
    }

    /// <summary>The change set that withdraws all that one agreement states.</summary>
    public static async Task<ChangeSet> WithdrawAsync(IGraphReader reader, string aftale, RevisionNote note, CancellationToken ct)
    {
        var revision = await reader.LatestAsync(ct);
        var (nodes, edges) = await reader.StatedByAsync(aftale, ct);
        return Between(revision, aftale, [], [], nodes.ToDictionary(n => n.Key, StringComparer.Ordinal), edges.ToDictionary(e => e.Key, StringComparer.Ordinal), note);
    }

    /// <summary>What a document must keep before a line of it is stored.</summary>
    public static IEnumerable<Brud> Breaches(Aftalegraf graf)
    {
        var kinds = graf.Noder.ToDictionary(n => n.Key, n => n.Kind, StringComparer.Ordinal);
        foreach (var node in graf.Noder)
            if (AKeyBelongsToItsKommune.Check(node.Key, node.Kind, node.Kommune) is { } brud) yield return brud;
        foreach (var kant in graf.Kanter)
        {
            if (!kinds.TryGetValue(kant.From, out var from) || !kinds.TryGetValue(kant.To, out var to))
                yield return new("AnEdgeJoinsNodesOfItsDocument", kant.Key, $"Kanten {kant.Key} peger på en knude, som dokumentet ikke nævner.");
            else if (AnEdgeMayOnlyJoinKindsThatTheTableAllows.Check(kant.Type, kant.From, from, kant.To, to) is { } brud) yield return brud;
        }
        foreach (var brud in TheHierarchyHasNoCycle.Check(graf.Kanter.Where(k => k.Type is EdgeType.HoererUnder).Select(k => (k.From, k.To)))) yield return brud;
    }

    private static ChangeSet Between(
        long revision, string aftale, IReadOnlyList<AngivetNode> newNodes, IReadOnlyList<AngivetKant> newEdges,
        Dictionary<string, Node> nodes, Dictionary<string, Edge> edges, RevisionNote note)
    {
        var stated = newNodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        var statedEdges = newEdges.ToDictionary(k => k.Key, StringComparer.Ordinal);
        List<Node> put = [];
        List<string> remove = [];
        foreach (var key in nodes.Keys.Union(stated.Keys).Order(StringComparer.Ordinal))
        {
            var before = nodes.GetValueOrDefault(key);
            var now = stated.GetValueOrDefault(key);
            var others = before?.Udsagn.Where(u => u.Aftale != aftale) ?? [];
            var udsagn = now is null ? others.ToList() : [.. others, now.Udsagn];
            if (udsagn.Count == 0) { remove.Add(key); continue; }
            var after = Node.Of(key, before?.Kind ?? now!.Kind, before?.Kommune ?? now!.Kommune, udsagn);
            if (!after.Equals(before)) put.Add(after);
        }
        List<Edge> putEdges = [];
        List<string> removeEdges = [];
        foreach (var key in edges.Keys.Union(statedEdges.Keys).Order(StringComparer.Ordinal))
        {
            var before = edges.GetValueOrDefault(key);
            var now = statedEdges.GetValueOrDefault(key);
            var others = before?.Udsagn.Where(u => u.Aftale != aftale) ?? [];
            var udsagn = now is null ? others.ToList() : [.. others, now.Udsagn];
            if (udsagn.Count == 0) { removeEdges.Add(key); continue; }
            var (type, from, to, art) = before is not null ? (before.Type, before.From, before.To, before.Art) : (now!.Type, now.From, now.To, now.Art);
            var after = Edge.Of(type, from, to, art, udsagn, before?.Afgoerelse);
            if (!after.Equals(before)) putEdges.Add(after);
        }
        return new(revision, note, put, putEdges, remove, removeEdges);
    }

    private static async Task<Dictionary<string, T>> StoredAsync<T>(
        IReadOnlyList<T> known, Func<T, string> keyOf, IEnumerable<string> wanted, Func<IReadOnlyCollection<string>, Task<IReadOnlyList<T>>> read)
    {
        var stored = known.ToDictionary(keyOf, StringComparer.Ordinal);
        foreach (var element in await read([.. wanted.Where(k => !stored.ContainsKey(k))])) stored[keyOf(element)] = element;
        return stored;
    }
}

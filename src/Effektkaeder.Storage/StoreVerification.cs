using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage;

/// <summary>
/// Holds a store against its own history: every revision must change what the ones before it left, and all of them together
/// must give the graph as it stands. Of each element only a hash is kept.
/// </summary>
public static class StoreVerification
{
    /// <summary>Elements asked for at a time.</summary>
    private const int Batch = 2_000;

    /// <param name="progress">Told how many revisions of how many are replayed.</param>
    public static async Task<StoreHealth> RunAsync(IGraphStore store, Action<int, int> progress, CancellationToken ct)
    {
        List<string> faults = [.. await store.FaultsAsync(ct)];
        var (latest, nodes, edges) = (
            0L,
            new Dictionary<string, UInt128>(StringComparer.Ordinal),
            new Dictionary<string, UInt128>(StringComparer.Ordinal)
        );
        // What cannot be trusted row by row is not replayed.
        if (faults.Count > 0)
        {
            return new(latest, 0, 0, faults);
        }

        var graph = await store.NewestAsync(ct);
        latest = graph.Revision;
        for (var revision = 1L; revision <= latest; revision++)
        {
            if (await store.RevisionAsync(revision, ct) is null)
            {
                faults.Add($"Revision {revision} mangler.");
            }

            foreach (var change in await store.ChangesAsync(revision, ct))
            {
                var (kept, before, after) = change.IsNode
                    ? (nodes, Hash(change.NodeBefore), Hash(change.NodeAfter))
                    : (edges, Hash(change.EdgeBefore), Hash(change.EdgeAfter));
                if ((kept.TryGetValue(change.Key, out var was) ? was : null as UInt128?) != before)
                {
                    faults.Add($"Revision {revision} ændrer {change.Key} fra noget, den ikke var.");
                }

                if (after is { } now)
                {
                    kept[change.Key] = now;
                }
                else
                {
                    kept.Remove(change.Key);
                }
            }
            progress((int)revision, (int)latest);
        }
        faults.AddRange(await DifferAsync(nodes, async keys => (await graph.NodesAsync(keys, ct)).Select(n => (n.Key, Hash(n)!.Value))));
        faults.AddRange(await DifferAsync(edges, async keys => (await graph.EdgesAsync(keys, ct)).Select(e => (e.Key, Hash(e)!.Value))));
        var total = (await graph.QueryAsync(new(null, [], new(First: 0)) { Count = true }, ct)).Total;
        if (total != nodes.Count)
        {
            faults.Add($"Der er {total} knuder; revisionerne giver {nodes.Count}.");
        }

        return new(latest, nodes.Count, edges.Count, faults);
    }

    private static async Task<IEnumerable<string>> DifferAsync(
        Dictionary<string, UInt128> expected,
        Func<IReadOnlyCollection<string>, Task<IEnumerable<(string Key, UInt128 Hash)>>> read
    )
    {
        var faults = new List<string>();
        foreach (var keys in expected.Keys.Chunk(Batch))
        {
            var found = (await read(keys)).ToDictionary(e => e.Key, e => e.Hash, StringComparer.Ordinal);
            faults.AddRange(
                keys.Where(k => !found.TryGetValue(k, out var hash) || hash != expected[k])
                    .Select(k => $"{k} er ikke, som revisionerne giver den.")
            );
        }
        return faults;
    }

    private static UInt128? Hash(Domain.Node? node) => node is null ? null : Checksum.Of(ElementBodies.Write(node));

    private static UInt128? Hash(Domain.Edge? edge) => edge is null ? null : Checksum.Of(ElementBodies.Write(edge));
}

using System.Runtime.CompilerServices;
using Effektkaeder.Storage.Neo4j.Cypher;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Holds what nodes and edges were against the checksum they were kept with, and against each other: each ends before the next begins,
/// or as it does. An earlier revision is answered from it, so a change in it would be an answer that looks right. Nothing else says
/// what it was, so it cannot be made anew.
/// </summary>
internal static class Neo4jVersions
{
    private const int Batch = 1_000;

    private static readonly Kind[] Kinds =
    [
        new(
            "Knuden",
            "_NodeVersion",
            "v.key",
            ElementCypher.NodeFields("v"),
            "MATCH (n:_Node {key: key}) RETURN n.fromRev",
            fields =>
            {
                var node = ElementCypher.Node(fields);
                return new(node.Key, node.Udsagn.Select(u => u.Aftale), ElementSums.Of(node), IsNode: true);
            }
        ),
        new(
            "Kanten",
            "_EdgeVersion",
            "v.fromKey",
            ElementCypher.VersionFields("v"),
            $"{ElementCypher.MatchEdge("e", "key")} RETURN e._fromRev",
            fields =>
            {
                var edge = ElementCypher.Edge(fields);
                return new(edge.Key, edge.Udsagn.Select(u => u.Aftale), ElementSums.Of(edge), IsNode: false);
            }
        ),
    ];

    /// <param name="Owner">The key that the kept nodes are gone through by: a node's own, and the one that an edge is met with.</param>
    /// <param name="Now">Asks from which revision that one stands which is there now.</param>
    private sealed record Kind(string Name, string Label, string Owner, string Fields, string Now, Func<object?, Was> Read);

    private sealed record Was(string Key, IEnumerable<string> Aftaler, long Sum, bool IsNode);

    /// <summary>Tells the ledger of all that was put by a revision, and that another had an end to before the ledger's newest.</summary>
    /// <returns>What is wrong, in words for the user.</returns>
    public static async IAsyncEnumerable<string> FaultsAsync(
        ConsistentReads reads,
        Ledger ledger,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        foreach (var kind in Kinds)
        {
            for (var after = ""; after is not null;)
            {
                var cypher = new CypherBuilder();
                var (_, rows) = await reads.RowsAsync(
                    cypher,
                    $"MATCH (v:{kind.Label}) WHERE v.key > {cypher.Value(after)} WITH v.key AS key, collect(v) AS all ORDER BY key "
                        + $"LIMIT {Batch} RETURN [key, COLLECT {{ {kind.Now} }}, "
                        + $"[v IN all | [v.sum, v.fromRev, v.untilRev, {kind.Fields}]]] AS row",
                    ct
                );
                foreach (var fault in rows.SelectMany(row => Of(kind, row, ledger)))
                {
                    yield return fault;
                }

                after = rows.Count < Batch ? null : (string)rows[^1][0]!;
            }
        }
    }

    /// <summary>
    /// Tells the ledger what stood at its newest revision and ended since then, between two later ones, before it was come to.
    /// </summary>
    /// <param name="after">The key that the kept nodes have been gone through up to.</param>
    public static async Task StoodAsync(ConsistentReads reads, Ledger ledger, string after, long since, long until, CancellationToken ct)
    {
        foreach (var kind in Kinds)
        {
            var cypher = new CypherBuilder();
            var (_, rows) = await reads.RowsAsync(
                cypher,
                $"MATCH (v:{kind.Label}) WHERE v.untilRev > {cypher.Value(since)} AND v.untilRev <= {cypher.Value(until)} "
                    + $"AND v.fromRev <= {cypher.Value(ledger.UpTo)} AND {kind.Owner} > {cypher.Value(after)} "
                    + $"RETURN [v.fromRev, {kind.Fields}] AS row",
                ct
            );
            foreach (var row in rows)
            {
                // What is not whole is a fault when all that was is gone through.
                if (ElementCypher.OrNull(() => kind.Read(row[1])) is { } was)
                {
                    ledger.Stands(was.Key, was.Aftaler, (long)row[0]!, was.IsNode);
                }
                else
                {
                    ledger.Break();
                }
            }
        }
    }

    private static IEnumerable<string> Of(Kind kind, List<object?> row, Ledger ledger)
    {
        var key = (string)row[0]!;
        List<long> begins = [.. ((List<object?>)row[1]!).OfType<long>()];
        var versions = ((List<object?>)row[2]!).Cast<List<object?>>().OrderBy(v => v[1] as long? ?? 0).ToList();
        if (versions.Any(v => v is not [_, long, long, _]))
        {
            ledger.Break();
            return [$"{kind.Name} {key} har en tidligere udgave uden de revisioner, den stod imellem."];
        }

        begins.AddRange(versions.Select(v => (long)v[1]!));
        return versions.SelectMany(version => Of(kind, key, version, begins, ledger));
    }

    /// <param name="begins">Of which revisions each that is or was of the element stands or stood.</param>
    private static IEnumerable<string> Of(Kind kind, string key, List<object?> version, List<long> begins, Ledger ledger)
    {
        var (from, until) = ((long)version[1]!, (long)version[2]!);
        if (from >= until || begins.Count(b => from <= b && b < until) > 1)
        {
            yield return $"{kind.Name} {key} er der flere udgaver af i revision {from}.";
        }

        var was = ElementCypher.OrNull(() => kind.Read(version[3]));
        if (was is null)
        {
            ledger.Break();
        }
        else if (until <= ledger.UpTo)
        {
            ledger.Put(was.Key, was.Aftaler, from);
            if (!begins.Contains(until))
            {
                ledger.Took(was.Key, until);
            }
        }

        if (was is null || was.Sum != version[0] as long? || was.Key != key)
        {
            yield return $"{kind.Name} {key}, som den var fra revision {from}, er rettet i databasen.";
        }
    }
}

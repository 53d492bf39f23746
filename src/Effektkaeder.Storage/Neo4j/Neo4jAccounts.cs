using Effektkaeder.Storage.Neo4j.Cypher;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// What the revisions say that they put and took: told to a ledger, and held against the graph where that finds a difference.
/// </summary>
internal static class Neo4jAccounts
{
    /// <summary>Each has what one agreement states, up to some thousands of elements.</summary>
    private const int Batch = 20;

    private static readonly string Fields =
        $"[c.revision, c.aftale, coalesce(c.nodes, []), COLLECT {{ {ChangeCypher.EdgeKeys("c")} RETURN key }}]";

    /// <summary>All that stands from a revision, or stood: whether it was put by it or ended with it, and its key.</summary>
    private static readonly string Stood = $$"""
        MATCH (n:_Node) WHERE n.fromRev = {0} RETURN [true, n.key] AS row
        UNION MATCH ()-[e:{{ShownCypher.Types}}]->() WHERE e._fromRev = {0}
          RETURN [true, {{ElementCypher.EdgeKey("e")}}] AS row
        UNION MATCH (v:_NodeVersion|_EdgeVersion) WHERE v.fromRev = {0} RETURN [true, v.key] AS row
        UNION MATCH (v:_NodeVersion|_EdgeVersion) WHERE v.untilRev = {0} RETURN [false, v.key] AS row
        """;

    /// <summary>Tells the ledger all that is said up to its newest revision.</summary>
    public static async Task TellAsync(ConsistentReads reads, Ledger ledger, CancellationToken ct)
    {
        var (revision, skip) = (1L, 0);
        while (true)
        {
            var cypher = new CypherBuilder();
            var (_, rows) = await reads.RowsAsync(
                cypher,
                $"MATCH (c:_Change) WHERE c.revision >= {cypher.Value(revision)} AND c.revision <= {cypher.Value(ledger.UpTo)} "
                    + $"WITH c ORDER BY c.revision, elementId(c) SKIP {cypher.Value(skip)} LIMIT {Batch} RETURN {Fields} AS row",
                ct
            );
            foreach (var row in rows)
            {
                skip = (long)row[0]! == revision ? skip + 1 : 1;
                revision = (long)row[0]!;
                foreach (var key in KeysOf(row))
                {
                    ledger.Says(revision, key, (string?)row[1]);
                }
            }

            if (rows.Count < Batch)
            {
                return;
            }
        }
    }

    /// <summary>What differs between what a revision says and what stands from it, in words for the user.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(ConsistentReads reads, long revision, CancellationToken ct)
    {
        var (cypher, asked) = (new CypherBuilder(), new CypherBuilder());
        var (_, changes) = await reads.RowsAsync(
            cypher,
            $"MATCH (c:_Change {{revision: {cypher.Value(revision)}}}) RETURN {Fields} AS row",
            ct
        );
        var (_, rows) = await reads.RowsAsync(asked, Stood.Replace("{0}", asked.Value(revision), StringComparison.Ordinal), ct);
        var (saysPut, saysTaken) = (Keys(changes.Where(c => c[1] is not null)), Keys(changes.Where(c => c[1] is null)));
        var put = rows.Where(r => (bool)r[0]!).Select(r => (string)r[1]!).ToHashSet(StringComparer.Ordinal);
        var taken = rows.Where(r => !(bool)r[0]!).Select(r => (string)r[1]!).Where(k => !put.Contains(k)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Named(saysPut.Except(put), "mangler, som den blev gemt."),
            .. Named(saysTaken.Except(taken), $"mangler, som den var, før revision {revision} fjernede den."),
            .. Named(put.Except(saysPut), $"står fra revision {revision}, som ikke nævner den."),
            .. Named(taken.Except(saysTaken).Except(saysPut), $"er fjernet i revision {revision}, som ikke nævner den."),
        ];
    }

    private static IEnumerable<string> Named(IEnumerable<string> keys, string what) =>
        keys.Order(StringComparer.Ordinal)
            .Select(key => $"{(key.Contains(' ', StringComparison.Ordinal) ? "Kanten" : "Knuden")} {key} {what}");

    private static HashSet<string> Keys(IEnumerable<List<object?>> changes) =>
        changes.SelectMany(c => KeysOf(c)).ToHashSet(StringComparer.Ordinal);

    /// <summary>A key is none where the numbers that an edge is kept by were changed from outside.</summary>
    private static IEnumerable<string> KeysOf(List<object?> change) =>
        ((List<object?>)change[2]!).Concat((List<object?>)change[3]!).Select(key => key as string ?? "? ? ?");
}

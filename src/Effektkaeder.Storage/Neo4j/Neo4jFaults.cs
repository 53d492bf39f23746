using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Where the plain graph and what the store keeps beside it say different things.</summary>
internal static class Neo4jFaults
{
    /// <summary>More of one kind tell nothing new.</summary>
    private const int Most = 10;

    /// <summary>Binds how many revisions there are, and the last.</summary>
    public const string Revisions = "MATCH (r:_Revision) WHERE r.number > 0 WITH count(r) AS antal, coalesce(max(r.number), 0) AS sidste";

    private static readonly (string Cypher, string Message)[] Rules =
    [
        (
            "MATCH (n:_Node) WHERE n.udsagn IS NULL OR n.slags IS NULL OR n.fromRev IS NULL RETURN [n.key] AS row",
            "Knuden {0} har mistet sine udsagn."
        ),
        (Neo4jStrays.Labelled, Neo4jStrays.LabelledMessage),
        (Neo4jStrays.Cypher, Neo4jStrays.Message),
        (
            $"MATCH (a)-[r:{ShownCypher.Types}]->(b) WHERE r._sum IS NULL OR r._udsagn IS NULL OR "
                + "r._fromRev IS NULL OR r._key IS NOT NULL AND "
                + "(NOT r._key STARTS WITH type(r) OR NOT split(r._key, ' ')[1..] IN [[a.key, b.key], [b.key, a.key]]) "
                + "RETURN [coalesce(r._key, type(r) + ' ' + coalesce(a.key, '?') + ' ' + coalesce(b.key, '?'))] AS row",
            "Relationen {0} er ingen kant i lageret."
        ),
        (
            $"{Revisions} WHERE antal <> sidste RETURN [toString(sidste) + ' mod ' + toString(antal)] AS row",
            "Revisionerne er ikke fortløbende: {0}."
        ),
        (
            $"{Revisions} MATCH (s:_Store {{id: 1}}) WHERE antal = sidste AND s.number <> sidste "
                + "RETURN [toString(s.number) + ', og den sidste er ' + toString(sidste)] AS row",
            "Lagerets nyeste revision er sat til {0}."
        ),
    ];

    /// <param name="progress">Told how many nodes of how many have been gone through.</param>
    public static async Task<StoreHealth> FindAsync(QueryApi api, ConsistentReads reads, Action<int, int> progress, CancellationToken ct)
    {
        if (!await Neo4jSchema.IsReadableAsync(api, ct))
        {
            return new(0, 0, 0, [Neo4jSchema.Unreadable]);
        }

        var faults = new List<string>(await Neo4jSchema.FaultsAsync(api, ct));
        foreach (var (cypher, message) in Rules)
        {
            var rows = (await reads.RowsAsync(new(), $"{cypher} LIMIT {Most}", ct)).Rows;
            faults.AddRange(rows.Select(r => message.Replace("{0}", (string)r[0]!, StringComparison.Ordinal)));
        }

        var (newest, counted) = await reads.RowsAsync(new(), "MATCH (n:_Node) RETURN [count(n)] AS row", ct);
        var (ledger, nodes) = (new Ledger(newest), (int)(long)counted[0][0]!);
        var differences = Neo4jDifferences.FindAsync(reads, ledger, done => progress(done, Math.Max(done, nodes)), ct);
        faults.AddRange(await SomeAsync(differences.Select(d => d.Message), ct));
        faults.AddRange(await SomeAsync(Neo4jVersions.FaultsAsync(reads, ledger, ct), ct));
        // What cannot be trusted by itself is not held against what was said of it.
        if (!ledger.IsBroken)
        {
            await Neo4jAccounts.TellAsync(reads, ledger, ct);
            faults.AddRange(await HistoryAsync(reads, ledger, faults.Count == 0, ct));
        }

        return new(ledger.UpTo, ledger.Nodes, ledger.Edges, faults);
    }

    private static async Task<IEnumerable<string>> HistoryAsync(
        ConsistentReads reads,
        Ledger ledger,
        bool isElseSound,
        CancellationToken ct
    )
    {
        var found = new List<string>();
        foreach (var revision in ledger.Different.Take(Most))
        {
            var named = await Neo4jAccounts.DifferencesAsync(reads, revision, ct);
            found.AddRange(named);
            if (named.Count == 0 && isElseSound)
            {
                found.Add($"Revision {revision} siger andet om, hvilke aftaler der angiver hvad, end det, der står fra den.");
            }
        }

        return found.Take(Most);
    }

    /// <summary>The first, and how many more there are: all of it is gone through, since the ledger is told of all.</summary>
    private static async Task<IReadOnlyList<string>> SomeAsync(IAsyncEnumerable<string> all, CancellationToken ct)
    {
        var (some, more) = (new List<string>(), 0);
        await foreach (var message in all.WithCancellation(ct))
        {
            if (some.Count < Most)
            {
                some.Add(message);
            }
            else
            {
                more++;
            }
        }

        return more == 0 ? some : [.. some, $"Der er {more} forskelle mere af den slags."];
    }

    /// <summary>A commit met something that is not as the store left it.</summary>
    public static StoreException ChangedOutside(Neo4jOptions options) =>
        new(
            $"{options.Location} er ændret uden om effekt, så ændringen er ikke gemt. »effekt verify« siger hvad, "
                + "og »effekt verify --repair« retter det, der kan."
        );
}

using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// One change set in one explicit transaction, its rows in batches. What may pass (a deadlock, a server that restarts) makes the
/// whole commit be tried again; a token in the revision tells whether a commit whose answer was lost came through.
/// </summary>
internal sealed class Neo4jWriter(QueryApi api, ConsistentReads reads, Neo4jHistory history, Neo4jOptions options)
{
    private const int Batch = 5_000;

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        ChangeSetRules.Check(changes);
        var bytes = new byte[16];
        lock (options.Random)
        {
            options.Random.NextBytes(bytes);
        }

        var token = Convert.ToHexStringLower(bytes);
        return await api.RetryAsync(c => TryAsync(changes, token, c), ct);
    }

    private async Task<Revision> TryAsync(ChangeSet changes, string token, CancellationToken ct)
    {
        var (transaction, rows) = await api.BeginAsync(WriteCypher.Lock(token), ct);
        await using var _ = transaction;
        var latest = (long)rows[0][0]!;
        if (latest != changes.BaseRevision)
        {
            await transaction.DisposeAsync();
            await reads.EndAsync(token, ct);
            var (since, own) = await history.SinceAsync(changes.BaseRevision, token, ct);
            return own ?? throw new StaleBaseException(changes.BaseRevision, since);
        }
        var revision = new Revision(
            latest + 1,
            changes.Note.At,
            changes.Note.Author,
            changes.Note.Action,
            changes.Note.Source,
            changes.Note.Summary
        );
        var (removedNodes, removedEdges) = await CloseAsync(transaction, changes, revision.Number, ct);
        await PutAsync(transaction, changes, revision.Number, removedNodes.Existed, ct);
        await reads.DuringAsync(
            token,
            () => transaction.CommitAsync(WriteCypher.Revision(revision, token, removedNodes.Removed, removedEdges), ct),
            ct
        );
        return revision;
    }

    /// <summary>Keeps what is put anew or removed as it was, and takes out what is removed.</summary>
    private static async Task<((HashSet<string> Existed, string[] Removed) Nodes, string[] Edges)> CloseAsync(
        ServerTransaction transaction,
        ChangeSet changes,
        long number,
        CancellationToken ct
    )
    {
        var existed = await CloseAsync(
            changes.PutNodes.Select(n => n.Key).Concat(changes.RemoveNodes),
            keys => WriteCypher.CloseNodes(keys, number)
        );
        // An edge at a node that is new is new itself.
        var made = changes.PutNodes.Select(n => n.Key).Where(k => !existed.Contains(k)).ToHashSet(StringComparer.Ordinal);
        var closed = await CloseAsync(
            changes.PutEdges.Where(e => !made.Contains(e.From) && !made.Contains(e.To)).Select(e => e.Key).Concat(changes.RemoveEdges),
            keys => WriteCypher.CloseEdges(keys, number)
        );
        foreach (var keys in changes.RemoveNodes.Chunk(Batch))
        {
            if ((await transaction.RunAsync(WriteCypher.StillJoined(keys), ct)).FirstOrDefault() is [string loose])
            {
                throw ChangeSetRules.Loose(loose);
            }

            await transaction.RunAsync(WriteCypher.DeleteShown(keys), ct);
            await transaction.RunAsync(WriteCypher.DeleteNodes(keys), ct);
        }
        return ((existed, [.. changes.RemoveNodes.Where(existed.Contains)]), [.. changes.RemoveEdges.Where(closed.Contains)]);

        async Task<HashSet<string>> CloseAsync(IEnumerable<string> all, Func<string[], Statement> close)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var keys in all.Chunk(Batch))
            {
                found.UnionWith((await transaction.RunAsync(close(keys), ct)).Select(r => (string)r[0]!));
            }

            return found;
        }
    }

    private async Task PutAsync(
        ServerTransaction transaction,
        ChangeSet changes,
        long number,
        HashSet<string> existed,
        CancellationToken ct
    )
    {
        var batches = changes
            .PutNodes.ToLookup(n => existed.Contains(n.Key))
            .OrderBy(g => g.Key)
            .SelectMany(same =>
                same.Chunk(Batch)
                    .Select(nodes =>
                        (
                            Build: (Func<Statement>)(() => WriteCypher.PutNodes(nodes, number, isNew: !same.Key)),
                            nodes.Length,
                            Edges: Array.Empty<Edge>()
                        )
                    )
            )
            .Concat(
                changes
                    .PutEdges.Chunk(Batch)
                    .Select(edges => (Build: (Func<Statement>)(() => WriteCypher.PutEdges(edges, number)), edges.Length, Edges: edges))
            )
            .ToList();
        // The rows of the next batch are made while the server writes this one.
        var next = batches.Count == 0 ? null : Task.Run(batches[0].Build, ct);
        for (var i = 0; i < batches.Count; i++)
        {
            var statement = await next!;
            if (i + 1 < batches.Count)
            {
                next = Task.Run(batches[i + 1].Build, ct);
            }

            var put = (long)(await transaction.RunAsync(statement, ct))[0][0]!;
            if (put < batches[i].Length)
            {
                throw (await transaction.RunAsync(WriteCypher.MissingEnds(batches[i].Edges), ct)).FirstOrDefault() is [string loose]
                    ? ChangeSetRules.Loose(loose)
                    : Neo4jFaults.ChangedOutside(options);
            }
        }
    }
}

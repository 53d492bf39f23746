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
        // What it touches of nodes is kept as it was by the statement that takes the lock, so far as one batch goes.
        string[] touched = [.. changes.PutNodes.Select(n => n.Key), .. changes.RemoveNodes];
        var (transaction, rows) = await api.BeginAsync(WriteCypher.Begin(token, changes.BaseRevision, [.. touched.Take(Batch)]), ct);
        await using var _ = transaction;
        var latest = rows is [[long number, _]] ? number : throw Neo4jFaults.ChangedOutside(options);
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
        var existed = ((List<object?>)rows[0][1]!).Cast<string>().ToHashSet(StringComparer.Ordinal);
        await CloseAsync(transaction, touched.Skip(Batch), keys => WriteCypher.CloseNodes(keys, revision.Number), existed, ct);
        string[] removedNodes = [.. changes.RemoveNodes.Where(existed.Contains)];
        var removedEdges = await RemoveAsync(transaction, changes, revision.Number, existed, ct);
        await PutAsync(transaction, changes, revision.Number, existed, ct);
        await reads.DuringAsync(
            token,
            () => transaction.CommitAsync(WriteCypher.Revision(revision, token, removedNodes, removedEdges), ct),
            ct
        );
        return revision;
    }

    /// <summary>Keeps the edges that are put anew or removed as they were, and takes out what is removed.</summary>
    /// <returns>The edges that were there to be removed.</returns>
    private static async Task<string[]> RemoveAsync(
        ServerTransaction transaction,
        ChangeSet changes,
        long number,
        HashSet<string> existed,
        CancellationToken ct
    )
    {
        // An edge at a node that is new is new itself.
        var made = changes.PutNodes.Select(n => n.Key).Where(k => !existed.Contains(k)).ToHashSet(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        await CloseAsync(
            transaction,
            changes.PutEdges.Where(e => !made.Contains(e.From) && !made.Contains(e.To)).Select(e => e.Key).Concat(changes.RemoveEdges),
            keys => WriteCypher.CloseEdges(keys, number),
            closed,
            ct
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

        return [.. changes.RemoveEdges.Where(closed.Contains)];
    }

    private static async Task CloseAsync(
        ServerTransaction transaction,
        IEnumerable<string> all,
        Func<string[], Statement> close,
        HashSet<string> closed,
        CancellationToken ct
    )
    {
        foreach (var keys in all.Chunk(Batch))
        {
            closed.UnionWith((await transaction.RunAsync(close(keys), ct)).Select(r => (string)r[0]!));
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
        // Edges come after all nodes, and a batch holds both where there is room.
        List<object[]> batches = [.. changes.PutNodes.Cast<object>().Concat(changes.PutEdges).Chunk(Batch)];
        Statement Build(object[] batch)
        {
            var nodes = batch.OfType<Node>().ToLookup(n => existed.Contains(n.Key));
            return WriteCypher.Put([.. nodes[false]], [.. nodes[true]], [.. batch.OfType<Edge>()], number);
        }

        // The rows of the next batch are made while the server writes this one.
        var next = batches.Count == 0 ? null : Task.Run(() => Build(batches[0]), ct);
        for (var i = 0; i < batches.Count; i++)
        {
            var statement = await next!;
            if (i + 1 < batches.Count)
            {
                var following = batches[i + 1];
                next = Task.Run(() => Build(following), ct);
            }

            var (edges, put) = (batches[i].OfType<Edge>().ToList(), (await transaction.RunAsync(statement, ct))[0]);
            if (
                (long)put[1]! < edges.Count
                && (await transaction.RunAsync(WriteCypher.MissingEnds(edges), ct)).FirstOrDefault() is [string loose]
            )
            {
                throw ChangeSetRules.Loose(loose);
            }

            if ((long)put[0]! + (long)put[1]! < batches[i].Length)
            {
                throw Neo4jFaults.ChangedOutside(options);
            }
        }
    }
}

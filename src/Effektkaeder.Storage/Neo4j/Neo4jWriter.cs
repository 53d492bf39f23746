using System.Globalization;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// One change set in one explicit transaction, its rows in batches. What may pass (a deadlock, a server that restarts) makes the
/// whole commit be tried again; a token in the revision tells whether a commit whose answer was lost came through.
/// </summary>
internal sealed class Neo4jWriter(QueryApi api, Neo4jReader reader, Random random)
{
    private const int Batch = 5_000;

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        if (changes.Count == 0) return null;
        ChangeSetRules.Check(changes);
        var bytes = new byte[16];
        lock (random) random.NextBytes(bytes);
        var token = Convert.ToHexStringLower(bytes);
        var isFirst = true;
        return await api.RetryAsync(async c =>
        {
            if (!isFirst && await reader.CommittedAsync(token, c) is { } came) return came;
            isFirst = false;
            return await TryAsync(changes, token, c);
        }, ct);
    }

    private async Task<Revision> TryAsync(ChangeSet changes, string token, CancellationToken ct)
    {
        var (transaction, rows) = await api.BeginAsync(WriteCypher.Lock(token), ct);
        await using var _ = transaction;
        var latest = (long)rows[0][0]!;
        if (latest != changes.BaseRevision)
            throw new StaleBaseException(changes.BaseRevision, (await reader.RevisionsAsync(10, ct)).Where(r => r.Number > changes.BaseRevision).ToList());
        var revision = new Revision(latest + 1, changes.Note.At, changes.Note.Author, changes.Note.Action, changes.Note.Source, changes.Note.Summary);
        await WriteAsync(transaction, changes, revision, ct);
        await transaction.RunAsync(WriteCypher.Revision(revision, token), ct);
        await transaction.CommitAsync(ct);
        return revision;
    }

    private static async Task WriteAsync(ServerTransaction transaction, ChangeSet changes, Revision revision, CancellationToken ct)
    {
        var number = revision.Number;
        foreach (var keys in changes.PutEdges.Select(e => e.Key).Concat(changes.RemoveEdges).Chunk(Batch))
        {
            await transaction.RunAsync(WriteCypher.CloseEdges(keys, number), ct);
            await transaction.RunAsync(WriteCypher.Unlink(keys, number), ct);
        }
        foreach (var keys in changes.PutNodes.Select(n => n.Key).Concat(changes.RemoveNodes).Chunk(Batch))
            await transaction.RunAsync(WriteCypher.CloseNodes(keys, number), ct);
        foreach (var keys in changes.RemoveNodes.Chunk(Batch))
        {
            if ((await transaction.RunAsync(WriteCypher.StillJoined(keys), ct)).FirstOrDefault() is [string loose]) throw ChangeSetRules.Loose(loose);
            await transaction.RunAsync(WriteCypher.DeleteNodes(keys), ct);
        }
        foreach (var nodes in changes.PutNodes.Chunk(Batch)) await transaction.RunAsync(WriteCypher.PutNodes(nodes, number), ct);
        foreach (var edges in changes.PutEdges.Chunk(Batch))
        {
            var put = (long)(await transaction.RunAsync(WriteCypher.PutEdges(edges, number), ct))[0][0]!;
            if (put < edges.Length)
                throw ChangeSetRules.Loose((string)(await transaction.RunAsync(WriteCypher.MissingEnds(edges), ct))[0][0]!);
        }
    }
}

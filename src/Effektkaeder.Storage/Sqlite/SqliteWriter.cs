using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// One change set in one transaction: the old versions are closed, the new opened, and all of it or nothing is there afterwards.
/// </summary>
internal sealed class SqliteWriter(SqliteDatabase database)
{
    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        ChangeSetRules.Check(changes);
        await using var connection = database.Open();
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            var latest = await SqliteReader.LatestAsync(connection, ct);
            if (latest != changes.BaseRevision)
            {
                throw new StaleBaseException(
                    changes.BaseRevision,
                    await SqliteReader.RevisionsAsync(connection, ">", changes.BaseRevision, 10, ct)
                );
            }

            var revision = new Revision(
                latest + 1,
                changes.Note.At,
                changes.Note.Author,
                changes.Note.Action,
                changes.Note.Source,
                changes.Note.Summary
            );
            await Task.Run(() => Write(connection, revision, changes), ct);
            if (await LooseEdgeAsync(connection, revision.Number, ct) is { } loose)
            {
                throw ChangeSetRules.Loose(loose);
            }

            await transaction.CommitAsync(ct);
            return revision;
        }
        catch (SqliteException e)
        {
            throw database.Explain(e);
        }
    }

    private static void Write(SqliteConnection connection, Revision revision, ChangeSet changes)
    {
        using var statements = new WriteStatements(connection);
        statements.Revision.Run(
            revision.Number,
            revision.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            revision.Author,
            revision.Action,
            revision.Source,
            revision.Summary
        );
        foreach (var key in changes.RemoveEdges)
        {
            statements.CloseEdge(key, revision.Number);
        }

        foreach (var key in changes.RemoveNodes)
        {
            statements.CloseNode(key, revision.Number);
        }
        // Words, sort keys and bodies are made on the other cores while rows go in, in the change set's order.
        foreach (var row in changes.PutNodes.AsParallel().AsOrdered().Select(NodeRow.Of))
        {
            statements.CloseNode(row.Node.Key, revision.Number);
            Put(statements, row, revision.Number);
        }
        foreach (var (edge, body) in changes.PutEdges.AsParallel().AsOrdered().Select(e => (e, ElementBodies.Write(e))))
        {
            statements.CloseEdge(edge.Key, revision.Number);
            Put(statements, edge, body, revision.Number);
        }
    }

    /// <summary>An edge that this revision put without both its ends, or from under which it took one.</summary>
    private static async Task<string?> LooseEdgeAsync(SqliteConnection connection, long revision, CancellationToken ct)
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"""
            SELECT e.key FROM edge_version e WHERE e.from_rev = {sql.Value(revision)} AND e.until_rev IS NULL AND (
                NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = e.from_key AND n.until_rev IS NULL)
                OR NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = e.to_key AND n.until_rev IS NULL))
            UNION ALL
            SELECT e.key FROM node_version gone
            JOIN edge_version e ON (e.from_key = gone.key OR e.to_key = gone.key) AND e.until_rev IS NULL
            WHERE gone.until_rev = {sql.Value(
                revision
            )} AND NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = gone.key AND n.until_rev IS NULL)
            LIMIT 1
            """
        );
        return (await SqliteReader.ListAsync(sql, connection, r => r.GetString(0), ct)).FirstOrDefault();
    }

    private static void Put(WriteStatements statements, NodeRow row, long revision)
    {
        var (node, indhold, days) = (row.Node, row.Node.Indhold, row.Days);
        var id = statements.Node.Insert(
            node.Key,
            node.Kind.Info().Code,
            node.Kind.LevelOrder(),
            node.Kommune,
            node.Vist.Center,
            indhold.Art,
            indhold.Henvist ? 1 : 0,
            indhold.Uspecificeret ? 1 : 0,
            indhold.Betinget is not null ? 1 : 0,
            indhold.Titel,
            indhold.Tekst,
            row.TitelFold,
            row.TekstFold,
            $" {row.TitelOrd} ",
            row.Sort,
            days.Count == 0 ? "9999-12-31" : days.Min(d => d.First),
            row.Body,
            revision
        );
        foreach (var (first, last) in days)
        {
            statements.Time.Run(id, first, last);
        }

        statements.Words.Run(id, row.Ord);
        foreach (var udsagn in node.Udsagn)
        {
            statements.Statement.Run(udsagn.Aftale, 0, id);
        }
    }

    private static void Put(WriteStatements statements, Edge edge, string body, long revision)
    {
        var id = statements.Edge.Insert(edge.Key, edge.Type.Info().Code, edge.From, edge.To, body, revision);
        foreach (var udsagn in edge.Udsagn)
        {
            statements.Statement.Run(udsagn.Aftale, 1, id);
        }
    }
}

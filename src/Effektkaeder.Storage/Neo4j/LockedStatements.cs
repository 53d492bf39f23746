using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Statements that need the store's lock: while one runs no commit is under way.</summary>
internal static class LockedStatements
{
    /// <summary>Runs a statement that may be sent twice without harm.</summary>
    /// <param name="who">What the lock is taken for.</param>
    public static Task<IReadOnlyList<object?[]>> LockedAsync(this QueryApi api, string who, Statement statement, CancellationToken ct) =>
        api.RetryAsync(
            async c =>
            {
                var (transaction, _) = await api.BeginAsync(WriteCypher.Lock(who), c);
                await using var __ = transaction;
                var rows = await transaction.RunAsync(statement, c);
                await transaction.CommitAsync(WriteCypher.Unlock(), c);
                return rows;
            },
            ct
        );

    /// <summary>A statement over rows of elements that are derived anew, outside any revision.</summary>
    public static Statement Over(string text, ElementRows names, object?[][] rows) =>
        Statement.Of(
            text,
            new()
            {
                ["rows"] = rows,
                ["keys"] = names.Keys,
                ["shown"] = Faktablad.EgneNavne,
                ["revision"] = 0,
            }
        );
}

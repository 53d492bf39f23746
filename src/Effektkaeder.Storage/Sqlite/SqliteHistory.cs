using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What leads from revision to revision, as the versions of the nodes tell it.</summary>
internal sealed class SqliteHistory(SqliteDatabase database) : IHistory
{
    public Task<IReadOnlyList<string>> TouchedAsync(long after, long upTo, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<string>>(
            reading =>
            {
                var sql = new SqlBuilder();
                var (a, b) = (sql.Value(after), sql.Value(upTo));
                sql.Append(
                    $"""
                    SELECT {Reading.NamedKey("key")} FROM (
                      SELECT key FROM node_version WHERE from_rev > {a} AND from_rev <= {b}
                      UNION SELECT key FROM node_version WHERE until_rev > {a} AND until_rev <= {b})
                    """
                );
                return reading.List(sql, r => Reading.Key(r, 0));
            },
            null,
            ct
        );
}

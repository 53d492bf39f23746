using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Storage.Contract.Sqlite;

/// <summary>Deep filters do not go to the file; a statement without an end stands for what may.</summary>
public sealed class SqliteCallOff() : CallOffContract(new SqliteEngine(), TimeSpan.FromMilliseconds(100))
{
    protected override Task AskForeverAsync(IGraph graph, CancellationToken ct) =>
        new SqliteDatabase(Store.Location).ReadAsync(
            r => r.List("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c", row => row.GetInt64(0)),
            null,
            ct
        );
}

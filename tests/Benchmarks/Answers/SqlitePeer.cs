using System.Diagnostics;
using Effektkaeder.Analysis.Opgaver;
using Effektkaeder.Analysis.Tal;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Benchmarks.Answers;

/// <summary>
/// The same graph as two indexed tables of numbers in SQLite's memory, asked with recursive queries; its answers must be as many
/// nodes as ours.
/// </summary>
internal sealed class SqlitePeer : IDisposable
{
    private const string Below = """
        WITH RECURSIVE walk(node, depth) AS (
          VALUES ($node, 0) UNION SELECT lower, depth + 1 FROM walk JOIN hierarchy ON upper = node)
        SELECT count(*) FROM (SELECT node, min(depth) FROM walk WHERE node <> $node GROUP BY node)
        """;

    private const string Coupled = """
        WITH RECURSIVE walk(node, used, depth) AS (
          VALUES ($node, 0, 0)
          UNION SELECT lower, used, depth + 1 FROM walk JOIN hierarchy ON upper = node
          UNION SELECT b, used + 1, depth + 1 FROM walk JOIN coupling ON a = node WHERE used < 3)
        SELECT count(*) FROM (SELECT node, min(depth) FROM walk WHERE node <> $node GROUP BY node)
        """;

    private const string Around = """
        WITH RECURSIVE
          up(node, depth) AS (
            VALUES ($node, 0) UNION SELECT upper, depth + 1 FROM up JOIN hierarchy ON lower = node WHERE depth < 3),
          down(node, depth) AS (
            VALUES ($node, 0) UNION SELECT lower, depth + 1 FROM down JOIN hierarchy ON upper = node WHERE depth < 3)
        SELECT count(*) FROM (SELECT node FROM up UNION SELECT node FROM down)
        """;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Workspace _work;

    public SqlitePeer(Talgraf graph)
    {
        _work = Workspace.On(graph);
        _connection.Open();
        Execute("CREATE TABLE hierarchy (upper INT, lower INT)", "CREATE TABLE coupling (a INT, b INT)", "BEGIN");
        Fill("INSERT INTO hierarchy VALUES ($a, $b)", node => graph.Down(node));
        Fill("INSERT INTO coupling VALUES ($a, $b)", node => graph.Coupled(node));
        Execute(
            "CREATE INDEX hierarchy_down ON hierarchy (upper, lower)",
            "CREATE INDEX hierarchy_up ON hierarchy (lower, upper)",
            "CREATE INDEX coupling_both ON coupling (a, b)",
            "COMMIT",
            "ANALYZE"
        );
    }

    /// <returns>Milliseconds of each question about the goal: T1, T2 over three couplings, T6 three levels around.</returns>
    public double[] Ask(int goal)
    {
        var times = new[] { Time(Below, goal, out var below), Time(Coupled, goal, out var coupled), Time(Around, goal, out var around) };
        Descendants.Find(_work, goal);
        Expect(below);
        CoupledDescendants.Find(_work, goal, 3);
        Expect(coupled);
        Neighbourhood.Find(_work, goal, 3);
        Expect(around);
        return times;
    }

    public void Dispose()
    {
        _work.Dispose();
        _connection.Dispose();
    }

    private void Expect(long nodes)
    {
        if (nodes != _work.Nodes.Length)
        {
            throw new InvalidOperationException($"SQLite finds {nodes} nodes, we {_work.Nodes.Length}.");
        }
    }

    private double Time(string sql, int goal, out long nodes)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$node", goal);
        var started = Stopwatch.GetTimestamp();
        nodes = (long)command.ExecuteScalar()!;
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private void Fill(string sql, Func<int, ReadOnlySpan<int>> row)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        var (a, b) = (command.Parameters.AddWithValue("$a", 0), command.Parameters.AddWithValue("$b", 0));
        for (var node = 0; node < _work.Graph.Count; node++)
        {
            foreach (var other in row(node))
            {
                (a.Value, b.Value) = (node, other);
                command.ExecuteNonQuery();
            }
        }
    }

    private void Execute(params string[] statements)
    {
        foreach (var sql in statements)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}

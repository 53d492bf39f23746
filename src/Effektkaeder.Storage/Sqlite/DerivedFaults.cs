using System.Runtime.InteropServices;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// What the file keeps of its elements to find them by (their times, who states them, their words) held against the elements
/// themselves. Of each element the rows' hashes are added up, in whatever order they come.
/// </summary>
internal sealed class DerivedFaults(Reading reading)
{
    /// <summary>The words are read through a table of the connection's own, which changes nothing in the file.</summary>
    private const string Instances = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.node_instances USING fts5vocab(main, node_words, instance)";

    /// <summary>The same words again, where the tokens are not those that were expected: as SQLite cuts them.</summary>
    private const string Again = """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_again USING fts5(
          titel, andet, content='', detail=column, tokenize='unicode61 remove_diacritics 0');
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances_again USING fts5vocab(temp, words_again, instance);
        """;

    /// <summary>Nodes whose words are not found as they were expected, with what is found.</summary>
    private readonly List<(NodeRow Row, long Found)> _doubtful = [];

    public IEnumerable<string> Find()
    {
        var times = Added("SELECT version, first_day || ' ' || last_day FROM node_time");
        var statements = Added("SELECT 2 * version + is_edge, coalesce((SELECT text FROM term WHERE id = aftale), '') FROM statement");
        Run(Instances);
        var words = Added("SELECT doc, col || ' ' || term FROM temp.node_instances");
        Run("DROP TABLE temp.node_instances");
        List<string> faults =
        [
            .. Nodes(times, statements, words).OfType<string>(),
            .. Edges(statements).OfType<string>(),
            .. Left(times.Count, "tider"),
            .. Left(statements.Count, "udsagn"),
            .. _doubtful.Where(d => d.Found != Tokenized(d.Row)).Select(d => $"Knuden {d.Row.Node.Key} kan ikke findes ved sine ord."),
        ];
        Run("DROP TABLE IF EXISTS temp.instances_again; DROP TABLE IF EXISTS temp.words_again;");
        return faults;
    }

    /// <summary>By element, the sum of its rows' hashes. What is accounted for is taken out.</summary>
    private Dictionary<long, long> Added(string sql)
    {
        var sums = new Dictionary<long, long>();
        reading.List(
            sql,
            r =>
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, r.GetInt64(0), out _);
                sum = unchecked(sum + Keys.Hash(r.GetString(1)));
                return 0;
            }
        );
        return sums;
    }

    private List<string?> Nodes(Dictionary<long, long> times, Dictionary<long, long> statements, Dictionary<long, long> words) =>
        reading.List(
            $"SELECT v.id, v.until_rev IS NULL, {Reading.NodeFields("v")}, v.fact FROM node_version v",
            r =>
            {
                var (id, stands, node) = (r.GetInt64(0), r.GetBoolean(1), reading.Node(r, 2));
                var row = NodeRow.Of(node);
                if (IsWrong(Reading.Optional(r, 2 + Reading.NodeWidth), row.Fact, r.GetInt64(1 + Reading.NodeWidth)))
                {
                    return $"Hvad en kontrol kan finde i knuden {node.Key}, er ikke, hvad der blev skrevet.";
                }

                var days = Sum(row.Days.Distinct().Select(d => $"{d.First} {d.Last}"));
                if (Taken(times, id) != days)
                {
                    return $"Knuden {node.Key} kan ikke findes ved sine tider.";
                }

                if (!stands)
                {
                    return null;
                }

                if (Taken(words, id) is var found && found != Expected(row))
                {
                    _doubtful.Add((row, found));
                }

                return Taken(statements, 2 * id) == Stated(node.Udsagn.Select(u => u.Aftale))
                    ? null
                    : $"Knuden {node.Key} kan ikke findes ved sine udsagn.";
            }
        );

    private List<string?> Edges(Dictionary<long, long> statements) =>
        reading.List(
            $"SELECT v.id, {Reading.EdgeFields("v")}, v.fact FROM edge_version v WHERE v.until_rev IS NULL",
            r =>
            {
                var edge = reading.Edge(r, 1);
                if (IsWrong(Reading.Optional(r, 1 + Reading.EdgeWidth), ElementFacts.Of(edge.Grund), r.GetInt64(Reading.EdgeWidth)))
                {
                    return $"Hvad kanten {edge.Key} hviler på, er ikke, hvad der blev skrevet.";
                }

                return Taken(statements, (2 * r.GetInt64(0)) + 1) == Stated(edge.Udsagn.Select(u => u.Aftale))
                    ? null
                    : $"Kanten {edge.Key} kan ikke findes ved sine udsagn.";
            }
        );

    /// <summary>Who asks works it out where it is not known, so what is not there is no fault.</summary>
    private static bool IsWrong(long? stored, byte fact, long sum) => stored is not null && StoredFact.Read(stored, sum) != fact;

    private static string[] Left(int count, string what) =>
        count == 0 ? [] : [$"{count} elementer, der ikke er der, kan findes ved deres {what}."];

    private static long Taken(Dictionary<long, long> sums, long id) => sums.Remove(id, out var sum) ? sum : 0;

    private static long Stated(IEnumerable<string> aftaler) => Sum(aftaler.Distinct(StringComparer.Ordinal));

    private static long Expected(NodeRow row) =>
        unchecked(Sum(Words(row.Titelord).Select(w => $"titel {w}")) + Sum(Words(row.Andetord).Select(w => $"andet {w}")));

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static long Sum(IEnumerable<string> rows) => rows.Aggregate(0L, (sum, row) => unchecked(sum + Keys.Hash(row)));

    private long Tokenized(NodeRow row)
    {
        Run(Again);
        using (var put = reading.Connection.CreateCommand())
        {
            put.CommandText =
                "INSERT INTO temp.words_again (words_again) VALUES ('delete-all'); "
                + "INSERT INTO temp.words_again (rowid, titel, andet) VALUES (1, @p0, @p1);";
            put.Parameters.AddWithValue("@p0", row.Titelord);
            put.Parameters.AddWithValue("@p1", row.Andetord);
            put.ExecuteNonQuery();
        }

        return Added("SELECT doc, col || ' ' || term FROM temp.instances_again").GetValueOrDefault(1);
    }

    private void Run(string sql)
    {
        using var command = reading.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

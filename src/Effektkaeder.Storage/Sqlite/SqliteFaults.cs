using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What SQLite, the rules of our tables and the checksums find wrong with a file.</summary>
internal static class SqliteFaults
{
    /// <summary>More of one kind tell nothing new.</summary>
    private const int Most = 10;

    private static readonly string NodeName = Reading.KeyOf("n.key"),
        FromName = Reading.KeyOf("e.from_key"),
        ToName = Reading.KeyOf("e.to_key");

    private static readonly (string Sql, string Message)[] Rules =
    [
        (
            $"SELECT coalesce({NodeName}, 'nr. ' || n.key) FROM node_version n GROUP BY n.key HAVING sum(until_rev IS NULL) > 1",
            "Knuden {0} står to gange."
        ),
        (
            $"SELECT {FromName} || ' – ' || {ToName} FROM edge_version e WHERE until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM "
                + "node_version n WHERE n.key = e.from_key AND n.until_rev IS NULL)",
            "Kanten {0} begynder i en knude, der ikke er der."
        ),
        (
            $"SELECT {FromName} || ' – ' || {ToName} FROM edge_version e WHERE until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM "
                + "node_version n WHERE n.key = e.to_key AND n.until_rev IS NULL)",
            "Kanten {0} ender i en knude, der ikke er der."
        ),
        (
            $"SELECT {NodeName} FROM node_version n WHERE n.until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM node_words_docsize d WHERE "
                + "d.id = n.id)",
            "Knuden {0} kan ikke findes ved søgning."
        ),
        (
            $"SELECT {NodeName} FROM node_version n LEFT JOIN statement s ON s.version = n.id AND s.is_edge = 0 WHERE n.until_rev IS "
                + "NULL GROUP BY n.id HAVING count(s.version) = 0",
            "Knuden {0} angives af intet dokument."
        ),
        ("SELECT name FROM key WHERE hash <> key_hash(name)", "Nøglen {0} er ikke den, der blev gemt."),
        (
            "SELECT coalesce(max(number), 0) || ' mod ' || count(*) FROM revision HAVING coalesce(max(number), 0) <> count(*)",
            "Revisionerne er ikke fortløbende: {0}."
        ),
    ];

    public static Task<IReadOnlyList<string>> FindAsync(SqliteDatabase database, CancellationToken ct)
    {
        try
        {
            return Task.FromResult(database.Read(Find, null, ct));
        }
        catch (Ports.StoreException e)
        {
            return Task.FromResult<IReadOnlyList<string>>([e.Message]);
        }
    }

    private static IReadOnlyList<string> Find(Reading reading)
    {
        List<string> faults =
        [
            .. Texts(reading, "PRAGMA integrity_check(10)").Where(t => t != "ok").Select(t => $"SQLite: {t}"),
            .. Texts(reading, "SELECT \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check LIMIT 10")
                .Select(t => $"SQLite: en række peger på noget, der ikke er der: {t}"),
        ];
        // A file with damaged pages is not asked anything more.
        if (faults.Count > 0)
        {
            return faults;
        }

        foreach (var (sql, message) in Rules)
        {
            faults.AddRange(Texts(reading, $"{sql} LIMIT {Most}").Select(t => message.Replace("{0}", t, StringComparison.Ordinal)));
        }

        faults.AddRange(Sums(reading).Take(Most));
        return faults;
    }

    /// <summary>A row that is not what was written, or a revision whose rows are not those it had.</summary>
    private static IEnumerable<string> Sums(Reading reading)
    {
        var sums = new RowSums();
        var nodes = reading.List(
            $"SELECT n.sum, n.key, kind, flags, kommune, center, owner, art, first_day, titel, tekst, body, {NodeName} FROM node_version n",
            r =>
                sums.Node(
                    r.GetInt64(1),
                    r.GetInt32(2),
                    r.GetInt32(3),
                    r.GetInt32(4),
                    Optional(r, 5),
                    Optional(r, 6),
                    Optional(r, 7),
                    r.GetInt32(8),
                    r.GetString(9),
                    r.IsDBNull(10) ? null : r.GetString(10),
                    (byte[])r.GetValue(11)
                ) == r.GetInt64(0)
                    ? null
                    : $"Knuden {(r.IsDBNull(12) ? "uden navn" : r.GetString(12))} er ikke, som den blev gemt."
        );
        var edges = reading.List(
            $"SELECT e.sum, type, from_key, to_key, art, afgoerelse, body, {FromName} || ' – ' || {ToName} FROM edge_version e",
            r =>
                sums.Edge(r.GetInt32(1), r.GetInt64(2), r.GetInt64(3), (int?)Optional(r, 4), (int?)Optional(r, 5), (byte[])r.GetValue(6))
                == r.GetInt64(0)
                    ? null
                    : $"Kanten {(r.IsDBNull(7) ? "uden navn" : r.GetString(7))} er ikke, som den blev gemt."
        );
        var revisions = reading
            .List("SELECT number, sum FROM revision ORDER BY number", r => (Number: r.GetInt64(0), Sum: r.GetInt64(1)))
            .Where(r => RevisionSum.Of(reading, r.Number, sums) != r.Sum)
            .Select(r => $"Revision {r.Number} holder andre rækker end dem, den blev gemt med.");
        return nodes.Concat(edges).OfType<string>().Concat(revisions);
    }

    private static long? Optional(SqliteDataReader r, int at) => r.IsDBNull(at) ? null : r.GetInt64(at);

    private static List<string> Texts(Reading reading, string sql) => reading.List(sql, r => r.GetString(0));
}

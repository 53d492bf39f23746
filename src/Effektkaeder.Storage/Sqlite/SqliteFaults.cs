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
            "SELECT name FROM scenario WHERE seal <> key_hash(name || char(10) || changes || char(10) || author || char(10) || at)",
            "Scenariet {0} er ikke, som det blev gemt."
        ),
        ("SELECT text FROM term WHERE hash <> key_hash(text)", "Teksten »{0}« er ikke den, der blev gemt."),
        (
            "SELECT coalesce(max(number), 0) || ' mod ' || count(*) FROM revision HAVING coalesce(max(number), 0) <> count(*)",
            "Revisionerne er ikke fortløbende: {0}."
        ),
    ];

    /// <summary>What is found. It is remembered of the file until it is looked for again: nobody is told that all is well.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(SqliteDatabase database, CancellationToken ct)
    {
        try
        {
            var found = database.Read(Find, null, ct);
            database.Damage = found is [var first, ..] ? $"Lageret {database.Path} er beskadiget: {first}" : null;
            return Task.FromResult(found);
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

        faults.AddRange(Revisions(reading).Take(Most));
        faults.AddRange(Elements(reading, "node_version", r => reading.Node(r), Reading.NodeFields("v")).Take(Most));
        faults.AddRange(Elements(reading, "edge_version", r => reading.Edge(r), Reading.EdgeFields("v")).Take(Most));
        // What follows from the elements is held against them, where they are sound themselves.
        return faults.Count > 0 ? faults : [.. new DerivedFaults(reading).Find().Take(Most)];
    }

    /// <summary>Elements that are not what was written.</summary>
    private static List<string> Elements<T>(Reading reading, string table, Func<SqliteDataReader, T> read, string fields) =>
        [
            .. reading
                .List(
                    $"SELECT {fields} FROM {table} v",
                    r =>
                    {
                        try
                        {
                            Reading.Row(r, read);
                            return null;
                        }
                        catch (DamagedRowException e)
                        {
                            return e.Message;
                        }
                    }
                )
                .OfType<string>(),
        ];

    /// <summary>Revisions whose rows are not those they had, or of which something else is told.</summary>
    private static IEnumerable<string> Revisions(Reading reading)
    {
        var sums = new RowSums();
        foreach (
            var (number, sum, isAsWritten) in reading.List(
                $"SELECT {RevisionSeal.Fields}, seal FROM revision ORDER BY number",
                r => (r.GetInt64(0), r.GetInt64(6), RevisionSeal.Of(r) == r.GetInt64(7))
            )
        )
        {
            if (!isAsWritten)
            {
                yield return $"Det, der står om revision {number}, er ikke, hvad der blev skrevet.";
            }

            if (RevisionSum.Of(reading, number, sums) != sum)
            {
                yield return $"Revision {number} holder andre rækker end dem, den blev gemt med.";
            }
        }
    }

    private static List<string> Texts(Reading reading, string sql) => reading.List(sql, r => r.GetString(0));
}

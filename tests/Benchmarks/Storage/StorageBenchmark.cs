using System.Diagnostics;
using System.Globalization;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Benchmarks.Storage;

/// <summary>
/// Both engines over the same graphs: import, point read, a level, the whole, the whole as it was, and five questions of impact
/// from selection to judgement; a commit of one agreement; and rows into bare SQLite tables as the limit of an import.
/// </summary>
internal static class StorageBenchmark
{
    private const int Reads = 200,
        Commits = 20;

    private static readonly string[] Columns =
    [
        "engine",
        "nodes",
        "import, nodes/s",
        "of raw",
        "point, ms",
        "level, ms",
        "page, ms",
        "search, ms",
        "whole, s",
        "whole as it was, s",
        "MB",
        "below, ms",
        "3 couplings, ms",
        "justification, ms",
        "paths, ms",
        "3 around, ms",
        "below as it was, ms",
        "commit, ms",
    ];

    /// <param name="args"><c>--nodes 10000,100000</c>, <c>--neo4j neo4j+http://host:port/database</c> (an empty one; password from
    /// EFFEKT__NEO4J__PASSWORD), <c>--bolt bolt://host:port --peers FOLDER</c>: the same statements over Bolt by Neo4j's driver, from
    /// a copy of <c>peers</c> in which npm has installed.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var sizes = (Option(args, "--nodes") ?? "10000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
        await output.WriteLineAsync(
            $"| {string.Join(" | ", Columns)} |\n|---|{string.Concat(Enumerable.Repeat("---:|", Columns.Length - 1))}"
        );
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("effekt-bench-").FullName;
            try
            {
                var raw = await RawAsync(size, Path.Combine(folder, "raw.db"), output);
                await using (var sqlite = await SqliteStore.OpenAsync(Path.Combine(folder, "graf.db"), default))
                {
                    await MeasureAsync(
                        "sqlite",
                        sqlite,
                        size,
                        raw,
                        output,
                        () => new DirectoryInfo(folder).GetFiles("graf.db*").Sum(f => f.Length)
                    );
                }

                if (Option(args, "--neo4j") is not { } location)
                {
                    continue;
                }

                var options = Neo4jOptions.Of(
                    Neo4jAddress.Parse(location),
                    "neo4j",
                    Environment.GetEnvironmentVariable("EFFEKT__NEO4J__PASSWORD"),
                    null,
                    new Random(1)
                );
                var peer = Option(args, "--bolt") is null ? null : new BoltPeer();
                options = options with { Handler = peer };
                await using var neo4j = await Neo4jStore.OpenAsync(options, default);
                if (await neo4j.LatestAsync(default) > 0)
                {
                    await output.WriteLineAsync($"{location} is not empty");
                    return 1;
                }
                await MeasureAsync("neo4j", neo4j, size, raw, output, null, peer);
                if (peer is not null)
                {
                    var medians = await peer.AskAsync(Option(args, "--peers")!, Option(args, "--bolt")!, options.Password);
                    await output.WriteLineAsync(
                        "the same statements over Bolt, ms: "
                            + string.Join(", ", medians.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value:0.0}")))
                    );
                }
            }
            finally
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
            }
        }
        return 0;
    }

    private static async Task MeasureAsync(
        string engine,
        IGraphStore store,
        int size,
        double raw,
        TextWriter output,
        Func<long>? bytes,
        BoltPeer? peer = null
    )
    {
        var importing = TimeSpan.Zero;
        foreach (var agreements in AgreementGraphs.Batches(size))
        {
            importing += await CommitAsync(store, agreements);
        }
        var random = new Random(9);
        int Agreement() => random.Next(size / AgreementGraphs.NodesEach);
        var (pointTimes, pointAsked) = (
            Reads,
            (Func<Task<int>>)(
                async () =>
                    (
                        await (await store.NewestAsync(default)).NodesAsync([AgreementGraphs.Key(Agreement(), NodeKind.Bidrag, 3)], default)
                    ).Count
            )
        );
        var (levelTimes, levelAsked) = (
            Reads / 4,
            (Func<Task<int>>)(
                async () =>
                    (
                        await (await store.NewestAsync(default)).ExpandAsync(
                            new(
                                [.. Enumerable.Range(0, 20).Select(i => AgreementGraphs.Key(Agreement(), NodeKind.Bidrag, i))],
                                new(Walk.Hierarchy, Direction.Out, []),
                                null,
                                [new(OrderField.Titel)],
                                new(First: 50)
                            ),
                            default
                        )
                    ).Sum(s => s.Items.Count)
            )
        );
        var (pageTimes, pageAsked) = (
            Reads / 4,
            (Func<Task<int>>)(
                async () =>
                    (
                        await (await store.NewestAsync(default)).QueryAsync(
                            new(
                                new NodeFilter.All([
                                    new NodeFilter.KindIn([NodeKind.Effekt]),
                                    new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, [$"by{Agreement() % 98}"]),
                                ]),
                                [new(OrderField.Titel)],
                                new(First: 50)
                            ),
                            default
                        )
                    )
                        .Items
                        .Count
            )
        );
        var (searchTimes, searchAsked) = (
            Reads / 8,
            (Func<Task<int>>)(
                async () =>
                    (
                        await (await store.NewestAsync(default)).SearchAsync(
                            new("recovery borgere", [], $"by{Agreement() % 98}", 20),
                            default
                        )
                    )
                        .Items
                        .Count
            )
        );
        var (point, level, page, search) = (
            await MedianAsync(pointTimes, pointAsked),
            await MedianAsync(levelTimes, levelAsked),
            await MedianAsync(pageTimes, pageAsked),
            await MedianAsync(searchTimes, searchAsked)
        );
        var start = Stopwatch.GetTimestamp();
        var whole = await (await store.NewestAsync(default)).SelectAsync(Selection.Whole, default);
        var load = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        await (await store.AtAsync(await store.LatestAsync(default) - 1, default)).SelectAsync(Selection.Whole, default);
        var then = Stopwatch.GetElapsedTime(start);
        var impacts = new List<double>();
        foreach (var ask in Impacts(store, random, Agreement))
        {
            impacts.Add(await MedianAsync(Reads / 2, ask));
        }

        // A new agreement each time, as a document that is imported gives it.
        var agreement = size / AgreementGraphs.NodesEach;
        var commits = new List<double>();
        for (var i = 0; i < Commits * 2; i++)
        {
            commits.Add((await CommitAsync(store, AgreementGraphs.One(agreement++))).TotalMilliseconds);
        }

        var commit = commits.Skip(Commits).Order().ElementAt(Commits / 2);
        if (peer is not null)
        {
            var requests = await peer.RecordAsync("commit", Commits, () => CommitAsync(store, AgreementGraphs.One(agreement)), "aftale-");
            await output.WriteLineAsync($"requests of a commit: {requests}");
            var asked = new (string Name, int Times, Func<Task<int>> Ask)[]
            {
                ("point", pointTimes, pointAsked),
                ("level", levelTimes, levelAsked),
                ("page", pageTimes, pageAsked),
                ("search", searchTimes, searchAsked),
                ("below", Reads / 2, Impacts(store, random, Agreement).First()),
            };
            foreach (var (name, times, ask) in asked)
            {
                await peer.RecordAsync(name, times, ask);
            }
        }

        var speed = whole.Nodes.Count / importing.TotalSeconds;
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine} | {whole.Nodes.Count} | {speed:0} | {speed / raw:0.000} | {point:0.00} | {level:0.0} | {page:0.0} | "
                    + $"{search:0.0} | {load.TotalSeconds:0.00} | {then.TotalSeconds:0.00} | "
                    + $"{(bytes is null ? "" : $"{bytes() / 1e6:0}")} | "
                    + $"{string.Join(" | ", impacts.Append(commit).Select(i => i.ToString("0.0", CultureInfo.InvariantCulture)))} |"
            )
        );
    }

    private static async Task<TimeSpan> CommitAsync(IGraphStore store, (IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges) agreements)
    {
        var changes = new ChangeSet(
            await store.LatestAsync(default),
            new(DateTimeOffset.UnixEpoch, "bench", "import", null, "bench"),
            agreements.Nodes,
            agreements.Edges,
            [],
            []
        );
        var started = Stopwatch.GetTimestamp();
        await store.CommitAsync(changes, default);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>
    /// All below a goal, the same over three couplings, what loses its only justification, the paths between two, three levels around one,
    /// and the first as the graph was after its first revision.
    /// </summary>
    private static IEnumerable<Func<Task<int>>> Impacts(IGraphStore store, Random random, Func<int> agreement)
    {
        string Goal() => AgreementGraphs.Key(agreement(), NodeKind.PolitiskMaal, 0);
        async Task<int> Ask(string key, AendringArt art, Paavirkningsvalg valg, long? revision = null) =>
            1 + (await new AskImpact(await store.AtAsync(revision, default)).AskAsync([new(key, art)], valg, default)).Beroerte.Count;
        yield return () => Ask(Goal(), AendringArt.Aendres, new(Koblingshop: 0));
        yield return () => Ask(Goal(), AendringArt.Aendres, new(Koblingshop: 3));
        yield return () => Ask(Goal(), AendringArt.Bortfalder, new(Koblingshop: 0));
        yield return async () =>
            agreement() is var a
                ? 1
                    + (
                        await new FindPaths(await store.NewestAsync(default)).FindAsync(
                            AgreementGraphs.Key(a, NodeKind.PolitiskMaal, 0),
                            AgreementGraphs.Key(a, NodeKind.Indikator, 0),
                            0,
                            10,
                            default
                        )
                    )
                        .Stier
                        .Count
                : 0;
        yield return () =>
            Ask(AgreementGraphs.Key(agreement(), NodeKind.Bidrag, 3), AendringArt.Aendres, new(Retning.Begge, Koblingshop: 1, Dybde: 3));
        yield return () =>
            Ask(
                AgreementGraphs.Key(random.Next(AgreementGraphs.AgreementsEach), NodeKind.PolitiskMaal, 0),
                AendringArt.Aendres,
                new(Koblingshop: 0),
                1
            );
    }

    /// <summary>The same graphs as bare rows in one transaction a batch: what no store over this file can pass.</summary>
    private static async Task<double> RawAsync(int size, string path, TextWriter output)
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        Execute(
            connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE node (key TEXT PRIMARY KEY, kind TEXT, titel TEXT, "
                + "tekst TEXT); CREATE TABLE edge (key TEXT PRIMARY KEY, a TEXT, b TEXT);"
        );
        var (writing, count) = (TimeSpan.Zero, 0);
        foreach (var (nodes, edges) in AgreementGraphs.Batches(size))
        {
            var rows = nodes.Select(n => new[] { n.Key, n.Kind.Info().Code, n.Titel, n.Indhold.Tekst }).ToList();
            var links = edges.Select(e => new[] { e.Key, e.From, e.To }).ToList();
            var started = Stopwatch.GetTimestamp();
            await using (var transaction = connection.BeginTransaction())
            {
                Insert(connection, "INSERT INTO node VALUES (@p0, @p1, @p2, @p3)", rows);
                Insert(connection, "INSERT INTO edge VALUES (@p0, @p1, @p2)", links);
                transaction.Commit();
            }
            writing += Stopwatch.GetElapsedTime(started);
            count += nodes.Count;
        }
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| SQLite, bare rows | {count} | {count / writing.TotalSeconds:0} | 1 "
                    + $"|{string.Concat(Enumerable.Repeat(" |", Columns.Length - 4))}"
            )
        );
        return count / writing.TotalSeconds;
    }

    private static void Insert(SqliteConnection connection, string sql, List<string[]> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < rows[0].Length; i++)
        {
            command.Parameters.AddWithValue($"@p{i}", "");
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            command.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<double> MedianAsync(int times, Func<Task<int>> work)
    {
        for (var i = 0; i < times; i++)
        {
            await work(); // warm, the client and the server
        }

        var measured = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            if (await work() == 0)
            {
                throw new InvalidOperationException("The question found nothing.");
            }

            measured.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        measured.Sort();
        return measured[times / 2];
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}

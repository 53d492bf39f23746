using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>
/// Requests a second and latency of the product against other GraphQL servers and a bare endpoint, on loopback. All servers
/// stand at once and are asked in turns, A B C D A B C D, so that a busy moment of the machine meets each of them.
/// </summary>
internal static class GraphQLBenchmark
{
    private const int Connections = 16,
        FirstPort = 5390;

    private sealed record Server(string Name, string Kind, int Port)
    {
        public Process? Process { get; set; }
    }

    private sealed record Sample(double PerSecond, double[] Milliseconds);

    public static async Task<int> RunAsync(string peers, int rounds, double seconds, string only, TextWriter output, TextWriter log)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-bench-").FullName;
        Server[] servers =
        [
            .. new[]
            {
                ("Kestrel, bare", "bare"),
                ("effektkaeder", "product"),
                ("mercurius, jit", "mercurius.mjs"),
                ("graphql-yoga", "yoga.mjs"),
            }.Select((s, i) => new Server(s.Item1, s.Item2, FirstPort + i)),
        ];
        try
        {
            await using (var store = await SqliteStore.OpenAsync(Path.Combine(folder, "bench.db"), default))
            {
                await BenchGraph.FillAsync(store);
            }

            BenchGraph.Write(Path.Combine(folder, "data.json"));
            // The bare endpoint writes what the product answers, so that stands first.
            foreach (var server in servers.OrderBy(s => s.Kind == "bare"))
            {
                if (server.Kind == "bare")
                {
                    await SaveAnswersAsync(servers.First(s => s.Kind == "product"), folder);
                }

                server.Process = Start(server, peers, folder);
                await ReadyAsync(server);
            }
            await SameAnswersAsync(servers);
            Question[] questions = [.. Questions.All.Where(q => q.Name.Contains(only, StringComparison.Ordinal))];
            var samples = await MeasureAsync(servers, questions, rounds, seconds, log);
            output.Write(Table(servers, questions, samples));
            return 0;
        }
        finally
        {
            foreach (var server in servers.Where(s => s.Process is { HasExited: false }))
            {
                server.Process!.Kill();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Dictionary<(string, string), List<Sample>>> MeasureAsync(
        Server[] servers,
        Question[] questions,
        int rounds,
        double seconds,
        TextWriter log
    )
    {
        var samples = new Dictionary<(string, string), List<Sample>>();
        foreach (var question in questions)
        {
            foreach (var server in servers)
            {
                await LoadAsync(server, question, 1.5);
            }

            for (var round = 1; round <= rounds; round++)
            {
                foreach (var server in servers)
                {
                    var sample = await LoadAsync(server, question, seconds);
                    if (!samples.TryGetValue((question.Name, server.Name), out var list))
                    {
                        samples[(question.Name, server.Name)] = list = [];
                    }

                    list.Add(sample);
                    log.WriteLine($"{question.Name} {round} {server.Name}: {sample.PerSecond:F0}/s");
                }
            }
        }
        return samples;
    }

    private static async Task<Sample> LoadAsync(Server server, Question question, double seconds)
    {
        var requests = Connection.Requests(server.Port, question);
        var (next, clock, all) = (0, Stopwatch.StartNew(), new List<double>[Connections]);
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var times = all[i] = [];
                        using var connection = new Connection();
                        await connection.OpenAsync(server.Port);
                        while (clock.Elapsed.TotalSeconds < seconds)
                        {
                            var start = clock.Elapsed;
                            await connection.AskAsync(requests[Interlocked.Increment(ref next) % requests.Count]);
                            times.Add((clock.Elapsed - start).TotalMilliseconds);
                        }
                    })
                )
        );
        var took = clock.Elapsed.TotalSeconds;
        double[] sorted = [.. all.SelectMany(t => t).Order()];
        return new(sorted.Length / took, sorted);
    }

    private static string Table(Server[] servers, Question[] questions, Dictionary<(string, string), List<Sample>> samples)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{BenchGraph.Count} nodes, {Connections} connections on loopback, {Environment.ProcessorCount} cores shared by client "
                + $"and servers; median of the rounds, alternating.\n\n"
        );
        text.Append("| question | server | requests/s | p50 ms | p99 ms | of mercurius | of bare |\n|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var question in questions)
        {
            foreach (var server in servers)
            {
                var own = samples[(question.Name, server.Name)];
                double[] times = [.. own.SelectMany(s => s.Milliseconds).Order()];
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {question.Name} | {server.Name} | {Median(own):F0} | {times[times.Length / 2]:F2} | "
                        + $"{times[times.Length * 99 / 100]:F2} | {Median(own) / Of("mercurius.mjs"):F2}× | "
                        + $"{Median(own) / Of("bare"):F2}× |\n"
                );
            }

            double Of(string kind) => Median(samples[(question.Name, servers.First(s => s.Kind == kind).Name)]);
        }
        return text.ToString();
    }

    private static double Median(List<Sample> samples) => samples.Select(s => s.PerSecond).Order().ElementAt(samples.Count / 2);

    private static Process Start(Server server, string peers, string folder)
    {
        var port = server.Port.ToString(CultureInfo.InvariantCulture);
        var start = server.Kind.EndsWith(".mjs", StringComparison.Ordinal)
            ? new ProcessStartInfo("node", [Path.Combine(peers, server.Kind), port, Path.Combine(folder, "data.json")])
            : new ProcessStartInfo(
                Environment.ProcessPath!,
                [
                    .. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                        ? new[] { Environment.GetCommandLineArgs()[0] }
                        : [],
                    "graphql-host",
                    server.Kind,
                    port,
                    folder,
                ]
            );
        return Process.Start(start)!;
    }

    private static async Task ReadyAsync(Server server)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await AnswerAsync(server, Questions.All[0], 0);
                return;
            }
            catch (Exception e)
                when (e is IOException or System.Net.Sockets.SocketException && attempt < 100 && server.Process is { HasExited: false })
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<byte[]> AnswerAsync(Server server, Question question, int variant)
    {
        using var connection = new Connection();
        await connection.OpenAsync(server.Port);
        return (await connection.AskAsync(Connection.Requests(server.Port, question)[variant])).ToArray();
    }

    private static async Task SaveAnswersAsync(Server product, string folder)
    {
        foreach (var question in Questions.All)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, question.Name + ".json"), await AnswerAsync(product, question, 0));
        }
    }

    /// <summary>A server that answers something else is not measured: each question is tried in several of its variants.</summary>
    private static async Task SameAnswersAsync(Server[] servers)
    {
        foreach (
            var (question, variant) in Questions.All.SelectMany(q =>
                Enumerable.Range(0, 5).Select(i => (q, i * q.Bodies.Count / 5)).DistinctBy(v => v.Item2)
            )
        )
        {
            var answers = new List<JsonElement>();
            foreach (var server in servers.Where(s => variant == 0 || s.Kind != "bare"))
            {
                var text = Encoding.UTF8.GetString(await AnswerAsync(server, question, variant));
                answers.Add(JsonDocument.Parse(text[text.IndexOf('{')..(text.LastIndexOf('}') + 1)]).RootElement.GetProperty("data"));
            }
            for (var i = 1; i < answers.Count; i++)
            {
                if (!JsonElement.DeepEquals(answers[0], answers[i]))
                {
                    var (theirs, ours) = (Head(answers[i]), Head(answers[0]));
                    var server = servers[^(answers.Count - i)].Name;
                    throw new InvalidOperationException($"{server} answers {question.Name} otherwise: {theirs}\n{ours}");
                }
            }
        }
    }

    private static string Head(JsonElement answer) => answer.GetRawText() is { Length: > 400 } text ? text[..400] : answer.GetRawText();
}

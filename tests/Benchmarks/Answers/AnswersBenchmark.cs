using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Effektkaeder.Analysis.Opgaver;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Application.Answering;
using Effektkaeder.Domain;

namespace Effektkaeder.Benchmarks.Answers;

/// <summary>
/// Six kinds of tasks over a graph read from JSON-lines, as <c>effekt graph answer</c> answers them: each task's own <c>ms</c>,
/// the best of three rounds, so that what else the machine does is not taken for ours. Each size is a process of its own, so
/// that its memory is its own.
/// </summary>
internal static class AnswersBenchmark
{
    private const int Rounds = 3,
        PeerTasks = 30;

    private static readonly (int Nodes, string[] Country)[] Sizes =
    [
        (10_000, ["10", "10", "1"]),
        (100_000, ["98", "10", "1"]),
        (1_000_000, ["98", "10", "14"]),
    ];

    private static readonly (string Name, string More)[] Tasks =
    [
        ("T1", ""),
        ("T2", ",\"max_kobling\":3"),
        ("T3", ""),
        ("T4", ",\"max_kobling\":2"),
        ("T5", ",\"top\":20"),
        ("T6", ",\"radius\":3"),
    ];

    /// <param name="args"><c>--most 1000000</c> nodes, <c>--tasks 500</c> of each kind.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (most, tasks) = (Number(args, "--most", 1_000_000), Number(args, "--tasks", 500));
        var folder = Directory.CreateTempSubdirectory("effekt-bench-").FullName;
        try
        {
            await output.WriteLineAsync(
                "| knuder | kanter | klar, s | MB | ændring, ms | bærere, ms | "
                    + $"{string.Join(" | ", Tasks.Select(t => $"{t.Name}, ms"))} |\n"
                    + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
            );
            foreach (var (nodes, country) in Sizes.Where(s => s.Nodes <= most))
            {
                var lines = Path.Combine(folder, $"{nodes}.jsonl");
                await ChildAsync(["synthesis-step", "lines", lines, .. country]);
                await output.WriteLineAsync((await ChildAsync(["answers-step", lines, $"{tasks}"])).Trim());
                await output.WriteLineAsync((await ChildAsync(["answers-peer", lines])).Trim());
                File.Delete(lines);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        await output.WriteLineAsync(
            "\nÆndring: en knude og to kanter mere, som en ny graf; bærere: hvad der bærer hvad, forfra (del af klar)."
                + $" Opgaver: median / 99 % af {tasks} tilfældige opgaver af hver slags, den bedste af {Rounds} gange hver;"
                + $" halvdelen med digest."
                + $" SQLite: rekursive forespørgsler i hukommelsen, median / mest af {PeerTasks} mål, kun antallet; samme antal som vi."
        );
        return 0;
    }

    /// <summary>One size; prints its row.</summary>
    public static async Task<int> StepAsync(string file, int tasks)
    {
        Talgraf graph = null!;
        var edges = 0L;
        var questions = new MemoryStream();
        var answers = new Times();
        await AnswerTasks.RunAsync(
            ct =>
            {
                using var stream = File.OpenRead(file);
                graph = GraphLineReader.Read(stream, ct);
                return Task.FromResult(new NamedGraph(graph));
            },
            new Later(() => Questions(graph, tasks, out edges)),
            answers,
            default
        );
        var row = new StringBuilder();
        row.Append(CultureInfo.InvariantCulture, $"| {graph.Count} | {edges} | {answers.Loaded / 1000:0.00} | ");
        row.Append(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0}");
        row.Append(CultureInfo.InvariantCulture, $" | {Median(() => Changed(graph)):0.###}");
        row.Append(CultureInfo.InvariantCulture, $" | {Median(() => graph.Edit().Commit().Support):0.#}");
        for (var kind = 0; kind < Tasks.Length; kind++)
        {
            var times = answers.Best(kind * tasks, tasks);
            row.Append(CultureInfo.InvariantCulture, $" | {times[tasks / 2]:0.###} / {times[(int)Math.Ceiling(tasks * 0.99) - 1]:0.###}");
        }

        Console.WriteLine(row.Append(" |"));
        return 0;
    }

    /// <summary>SQLite over the same graph, fewer tasks; prints its row.</summary>
    public static int Peer(string file)
    {
        using var stream = File.OpenRead(file);
        var graph = GraphLineReader.Read(stream, default);
        var goals = Enumerable.Range(0, graph.Count).Where(n => graph.KindOf(n) == NodeKind.PolitiskMaal).ToArray();
        new Random(1).Shuffle(goals);
        using var peer = new SqlitePeer(graph);
        var times = goals.Take(PeerTasks).Select(peer.Ask).ToList();
        var columns = Enumerable.Range(0, 3).Select(kind => times.Select(t => t[kind]).Order().ToArray());
        var texts = columns.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t[t.Length / 2]:0.#} / {t[^1]:0.#}")).ToArray();
        Console.WriteLine($"| SQLite | | | | | | {texts[0]} | {texts[1]} | | | | {texts[2]} |");
        return 0;
    }

    /// <summary>A graph with one more node under a node, and one more coupling.</summary>
    private static Talgraf Changed(Talgraf graph)
    {
        var (middle, edit) = (graph.Count / 2, graph.Edit());
        var node = edit.Put("~ny"u8, graph.Groups[graph.GroupOf(middle)]);
        edit.AddHierarchy(middle, node);
        edit.AddCoupling(0, node);
        return edit.Commit();
    }

    private static double Median(Func<object> work)
    {
        var times = new double[21];
        foreach (ref var time in times.AsSpan())
        {
            var started = Stopwatch.GetTimestamp();
            work();
            time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }

    /// <summary>So many of each kind, one kind after the other.</summary>
    private static byte[] Questions(Talgraf graph, int tasks, out long edges)
    {
        var random = new Random(1);
        var nodes = Enumerable.Range(0, graph.Count).ToArray();
        var policies = nodes.Where(n => graph.KindOf(n) == NodeKind.PolitiskMaal).ToArray();
        edges = nodes.Sum(n => (long)graph.Down(n).Length) + nodes.Sum(n => (long)graph.Coupled(n).Length) / 2;
        using var work = Workspace.On(graph);
        var lines = new StringBuilder();
        foreach (var (name, rest) in Tasks)
        {
            for (var i = 0; i < tasks; i++)
            {
                var policy = policies[random.Next(policies.Length)];
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"{{\"id\":{i},\"task\":\"{name}\",\"detail\":\"{(i % 2 == 0 ? "full" : "digest")}\""
                );
                lines.Append($",\"policy\":{Id(policy)},\"node\":{Id(random.Next(graph.Count))},\"effekt\":{Id(Effekt(policy))}{rest}}}\n");
            }
        }

        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(lines.ToString(), Rounds)));

        string Id(int node) => JsonSerializer.Serialize(Encoding.UTF8.GetString(graph.IdOf(node)));

        // One that paths lead to, mostly over couplings.
        int Effekt(int policy)
        {
            CoupledDescendants.Find(work, policy, 1);
            var effekter = work.Nodes.ToArray().Where(n => graph.KindOf(n) == NodeKind.Effekt).DefaultIfEmpty(policy).ToArray();
            return effekter[random.Next(effekter.Length)];
        }
    }

    private static async Task<string> ChildAsync(string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var arg in args.Prepend(typeof(AnswersBenchmark).Assembly.Location))
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : standard;

    /// <summary>Tasks that are made once the graph is there.</summary>
    private sealed class Later(Func<byte[]> make) : MemoryStream
    {
        private byte[]? _bytes;
        private int _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            _bytes ??= make();
            var read = Math.Min(count, _bytes.Length - _at);
            _bytes.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }
    }

    /// <summary>Keeps of each answer its time.</summary>
    private sealed class Times : MemoryStream
    {
        public double Loaded { get; private set; } = -1;

        private readonly List<double> _ms = [];

        /// <summary>The best time of each of so many tasks, rising.</summary>
        public double[] Best(int first, int count) =>
            [
                .. Enumerable
                    .Range(first, count)
                    .Select(task => Enumerable.Range(0, Rounds).Min(round => _ms[round * (_ms.Count / Rounds) + task]))
                    .Order(),
            ];

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            using var answer = JsonDocument.Parse(buffer.ToArray());
            if (!answer.RootElement.TryGetProperty("ms", out var time))
            {
                throw new InvalidOperationException(answer.RootElement.GetProperty("error").GetString());
            }

            if (Loaded < 0)
            {
                Loaded = time.GetDouble();
            }
            else
            {
                _ms.Add(time.GetDouble());
            }
        }
    }
}

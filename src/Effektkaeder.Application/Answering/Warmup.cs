using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// What is part of being ready: the answers' ground (what holds up what, where couplings lie) is found, and each kind of task has
/// been answered a few times, so that the first one asked does not wait for code to be compiled.
/// </summary>
internal static class Warmup
{
    private const int Rounds = 40;

    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(300);

    public static void Run(Talgraf graph, Answerer answerer)
    {
        _ = graph.Support;
        var json = new Utf8JsonWriter(Stream.Null);
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds && (round == 0 || Stopwatch.GetElapsedTime(started) < AtMost); round++)
        {
            foreach (var task in Tasks(graph, round))
            {
                answerer.Answer(task, json);
                json.Flush();
                json.Reset();
            }
        }
    }

    private static IEnumerable<byte[]> Tasks(Talgraf graph, int round)
    {
        var (policy, effekt) = (Some(graph, NodeKind.PolitiskMaal, round), Some(graph, NodeKind.Effekt, round));
        foreach (var detail in new[] { "full", "digest" })
        {
            for (var task = 1; task <= 6; task++)
            {
                var buffer = new ArrayBufferWriter<byte>();
                using var json = new Utf8JsonWriter(buffer);
                json.WriteStartObject();
                json.WriteString("task", $"T{task}");
                json.WriteString("detail", detail);
                json.WriteString("policy", policy);
                json.WriteString("node", policy);
                json.WriteString("effekt", effekt);
                json.WriteNumber("max_kobling", 1);
                json.WriteNumber("top", 1);
                json.WriteNumber("radius", 2);
                json.WriteEndObject();
                json.Flush();
                yield return buffer.WrittenSpan.ToArray();
            }
        }
    }

    /// <summary>The id of a node of a kind, another each round; empty where there is none.</summary>
    private static string Some(Talgraf graph, NodeKind kind, int round)
    {
        for (var i = 0; i < graph.Count; i++)
        {
            var node = (int)((i + (long)round * graph.Count / Rounds) % graph.Count);
            if (graph.Lives(node) && graph.KindOf(node) == kind)
            {
                return Encoding.UTF8.GetString(graph.IdOf(node));
            }
        }

        return "";
    }
}

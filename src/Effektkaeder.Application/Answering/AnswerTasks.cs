using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Application.Loading;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// Answers a stream of tasks, a JSON object a line, with as many lines: the first says how long the graph took to be ready, then
/// one a task, in their order, each written out before the next task is read.
/// </summary>
public static class AnswerTasks
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="load">Gives the graph; timed.</param>
    /// <returns>Tasks answered.</returns>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<NamedGraph>> load,
        Stream tasks,
        Stream answers,
        CancellationToken ct
    )
    {
        var started = Stopwatch.GetTimestamp();
        var graph = await load(ct);
        using var answerer = new Answerer(graph);
        Warmup.Run(graph.Graf, answerer);
        using var lines = new LineReader(tasks);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        json.WriteString("event", "loaded");
        json.WriteNumber("ms", Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1));
        json.WriteEndObject();
        Send();
        var answered = 0;
        while (Next())
        {
            ct.ThrowIfCancellationRequested();
            Send();
            answered++;
        }

        return answered;

        bool Next()
        {
            while (lines.Next(out var line))
            {
                if (!line.Trim(" \t"u8).IsEmpty)
                {
                    answerer.Answer(line, json);
                    return true;
                }
            }

            return false;
        }

        void Send()
        {
            json.Flush();
            buffer.GetSpan(1)[0] = (byte)'\n';
            buffer.Advance(1);
            answers.Write(buffer.WrittenSpan);
            answers.Flush();
            buffer.ResetWrittenCount();
            json.Reset();
        }
    }
}

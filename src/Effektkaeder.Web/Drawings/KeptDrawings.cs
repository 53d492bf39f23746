using System.Collections.Concurrent;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Telling;

namespace Effektkaeder.Web.Drawings;

/// <summary>
/// Drawings that were asked for. Each is made once, however many ask for it at the same time, and no more at a time than
/// <see cref="Hands"/> has hands for. When they are too many they are let go of.
/// </summary>
internal sealed class KeptDrawings(IGraphStore store, Hands hands)
{
    /// <summary>Of characters, two bytes each.</summary>
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Task> _making = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Drawing> _kept = new(StringComparer.Ordinal);
    private long _characters;

    /// <summary>A drawing of the graph as one request sees it.</summary>
    /// <param name="question">All that it depends on besides the graph, in words that no other question has.</param>
    /// <param name="isOfAll">Whether it is of the whole graph, not of one node.</param>
    /// <param name="draw">Makes it; may be called off.</param>
    public async Task<Drawing> OfAsync(
        IGraph graph,
        string question,
        bool isOfAll,
        Func<CancellationToken, Task<Drawing>> draw,
        CancellationToken ct
    )
    {
        var tag = await RevisionTag.OfAsync(store, graph, ct);
        var name = $"{tag} {question}";
        while (true)
        {
            if (Find(name) is { } kept)
            {
                return kept;
            }

            var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = _making.GetOrAdd(name, own.Task);
            if (first == own.Task)
            {
                try
                {
                    return Keep(name, await hands.WorkAsync(isOfAll, () => MakeAsync(draw, ct), ct));
                }
                finally
                {
                    _making.TryRemove(name, out _);
                    own.SetResult();
                }
            }

            // Whoever makes it may be called off, or find that it cannot be made: then the next one tries.
            await first.WaitAsync(ct);
        }
    }

    private static async Task<Drawing> MakeAsync(Func<CancellationToken, Task<Drawing>> draw, CancellationToken ct)
    {
        using var span = Telemetry.Spans.StartActivity("draw");
        return await Task.Run(() => draw(ct), ct);
    }

    private Drawing? Find(string name)
    {
        lock (_gate)
        {
            return _kept.GetValueOrDefault(name);
        }
    }

    private Drawing Keep(string name, Drawing drawing)
    {
        lock (_gate)
        {
            if (_characters + drawing.Svg.Length > MostCharacters)
            {
                _kept.Clear();
                _characters = 0;
            }

            if (drawing.Svg.Length <= MostCharacters && _kept.TryAdd(name, drawing))
            {
                _characters += drawing.Svg.Length;
            }
        }

        return drawing;
    }
}

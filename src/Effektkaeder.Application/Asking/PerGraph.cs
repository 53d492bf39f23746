using System.Runtime.CompilerServices;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>What is worked out once of each graph, and kept as long as somebody has the graph. What went wrong is tried again.</summary>
/// <param name="make">Not cancelled by who asked first: others wait for the same.</param>
internal sealed class PerGraph<T>(Func<IGraph, Task<T>> make)
{
    private readonly ConditionalWeakTable<IGraph, Task<T>> _kept = [];

    public Task<T> OfAsync(IGraph graph, CancellationToken ct)
    {
        lock (_kept)
        {
            if (!_kept.TryGetValue(graph, out var made) || made.IsFaulted)
            {
                _kept.AddOrUpdate(graph, made = make(graph));
            }

            return made.WaitAsync(ct);
        }
    }
}

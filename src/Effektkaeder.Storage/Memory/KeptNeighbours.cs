using System.Collections.Concurrent;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>
/// All neighbours of the nodes that were asked for them, by walk, filter and order. When they are too many they are forgotten:
/// what is still asked for is soon there again.
/// </summary>
internal sealed class KeptNeighbours(int nodes)
{
    private const int MostNeighbours = 500_000,
        MostQuestions = 100,
        MostPlaces = 20_000_000;

    private ConcurrentDictionary<string, Neighbours?[]> _questions = new(StringComparer.Ordinal);
    private int _neighbours;

    /// <summary>A place for each node's neighbours under one question.</summary>
    public Neighbours?[] For(string question)
    {
        if (Volatile.Read(ref _neighbours) > MostNeighbours || _questions.Count > Math.Min(MostQuestions, 1 + MostPlaces / (nodes + 1)))
        {
            _questions = new(StringComparer.Ordinal);
            Interlocked.Exchange(ref _neighbours, 0);
        }
        return _questions.GetOrAdd(question, _ => new Neighbours?[nodes]);
    }

    public void Keep(Neighbours?[] places, int node, Neighbours found)
    {
        places[node] = found;
        Interlocked.Add(ref _neighbours, found.Nodes.Length + 1);
    }
}

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
        MostQuestions = 100;

    private ConcurrentDictionary<string, NodePlaces<Neighbours>> _questions = new(StringComparer.Ordinal);
    private int _neighbours;

    /// <summary>A place for each node's neighbours under one question.</summary>
    public NodePlaces<Neighbours> For(string question)
    {
        if (Volatile.Read(ref _neighbours) > MostNeighbours || _questions.Count > MostQuestions)
        {
            _questions = new(StringComparer.Ordinal);
            Interlocked.Exchange(ref _neighbours, 0);
        }
        return _questions.GetOrAdd(question, _ => new(nodes));
    }

    public void Keep(NodePlaces<Neighbours> places, int node, Neighbours found)
    {
        places[node] = found;
        Interlocked.Add(ref _neighbours, found.Nodes.Length + 1);
    }
}

/// <summary>A place for each node of a graph, made where one is used: few of a large graph's are.</summary>
internal sealed class NodePlaces<T>(int nodes)
    where T : class
{
    private const int Bits = 10;

    private readonly T?[]?[] _parts = new T?[]?[(nodes >> Bits) + 1];

    public T? this[int node]
    {
        get => _parts[node >> Bits]?[node & ((1 << Bits) - 1)];
        set
        {
            var part = _parts[node >> Bits] ?? Interlocked.CompareExchange(ref _parts[node >> Bits], new T?[1 << Bits], null);
            (part ?? _parts[node >> Bits]!)[node & ((1 << Bits) - 1)] = value;
        }
    }
}

using System.Text;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// A graph of a store as numbers. A node's id is the one that it was loaded with, where it has one and no other node is called the
/// same; else its key, which every node is found by. Refused couplings are left out; places are named as the lines that were loaded
/// name them, else as people read them, the municipality without the word.
/// </summary>
public sealed class StoreGraph : IColumns
{
    private const string Word = " Kommune";

    private readonly TalgrafBuilder _builder = new();

    /// <summary>The keys of the nodes that are called something else, and at the same place their numbers.</summary>
    private readonly ByteList _keys = new();
    private readonly List<int> _nodesOfKeys = [];

    /// <summary>Ids that more than one node has, or that are another's key; with the keys of those that have it.</summary>
    private readonly Dictionary<string, List<string>> _shared;

    /// <summary>By node, its place; many stand in one.</summary>
    private readonly List<int> _placeOf = [];
    private readonly Dictionary<(NodeKind Kind, string Kommune, string? Center), int> _places = [];
    private bool _isClear = true;

    private StoreGraph(IEnumerable<string> shared) =>
        _shared = shared.ToDictionary(id => id, _ => new List<string>(), StringComparer.Ordinal);

    public static async Task<NamedGraph> ReadAsync(IGraph graph, CancellationToken ct)
    {
        var told = new StoreGraph([]);
        await graph.TellAsync(told, ct);
        // Keys are each one node's, so every further reading has fewer that are called the same.
        while (!told._isClear)
        {
            told = new(told._shared.Keys);
            await graph.TellAsync(told, ct);
        }

        List<string> keys = [.. told._places.Keys.SelectMany(p => new[] { p.Kommune, p.Center }).OfType<string>().Distinct()];
        var named = (await graph.NodesAsync(keys, ct)).ToDictionary(n => n.Key, NameOf, StringComparer.Ordinal);
        return told.Build(key => named.GetValueOrDefault(key) ?? key);
    }

    void IColumns.Node(ReadOnlySpan<byte> key, ReadOnlySpan<byte> id, NodeKind kind, string kommune, string? center)
    {
        var name = id.IsEmpty ? key : id;
        if (!id.IsEmpty && _shared.Count > 0 && _shared.TryGetValue(Encoding.UTF8.GetString(id), out var all))
        {
            all.Add(Encoding.UTF8.GetString(key));
            name = key;
        }

        var (before, number) = (_builder.Count, _builder.Number(name));
        if (number < before)
        {
            _isClear = false;
            _shared.TryAdd(Encoding.UTF8.GetString(name), []);
        }

        if (!name.SequenceEqual(key))
        {
            _keys.Add(key);
            _nodesOfKeys.Add(number);
        }

        if (!_places.TryGetValue((kind, kommune, center), out var place))
        {
            _places.Add((kind, kommune, center), place = _places.Count);
        }

        _placeOf.Add(place);
    }

    void IColumns.Hierarchy(int from, int to)
    {
        if (_isClear)
        {
            _builder.Hierarchy(from, to);
        }
    }

    void IColumns.Coupling(int from, int to)
    {
        if (_isClear)
        {
            _builder.Coupling(from, to);
        }
    }

    private static string NameOf(Node place) =>
        place.Egenskab(Egenskaber.Skrevet) is { } written ? written
        : place.Indhold.Tekst is var text && text.EndsWith(Word, StringComparison.Ordinal) ? text[..^Word.Length]
        : text;

    private NamedGraph Build(Func<string, string> nameOf)
    {
        var places = _places
            .OrderBy(p => p.Value)
            .Select(p => (p.Key.Kind, Kommune: Name(p.Key.Kommune), Center: Name(p.Key.Center)))
            .ToArray();
        for (var node = 0; node < _placeOf.Count; node++)
        {
            var (kind, kommune, center) = places[_placeOf[node]];
            _builder.Node(node, kind, kommune, center);
        }

        var graf = _builder.Build(out var numbers);
        return new(graf) { Also = new(_keys, [.. _nodesOfKeys.Select(n => numbers[n])]), Shared = _shared };

        byte[] Name(string? key) => key is null ? [] : Encoding.UTF8.GetBytes(nameOf(key));
    }
}

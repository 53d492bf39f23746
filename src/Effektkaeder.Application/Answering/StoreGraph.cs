using System.Text;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// A graph of a store as numbers. A node's id is its key; refused couplings are left out; places are named as people read
/// them, the municipality without the word.
/// </summary>
public sealed class StoreGraph : IColumns
{
    private const string Word = " Kommune";

    private readonly TalgrafBuilder _builder = new();

    /// <summary>By node, its place; many stand in one.</summary>
    private readonly List<int> _placeOf = [];
    private readonly Dictionary<(NodeKind Kind, string Kommune, string? Center), int> _places = [];

    private StoreGraph() { }

    public static async Task<Talgraf> ReadAsync(IGraph graph, CancellationToken ct)
    {
        var told = new StoreGraph();
        await graph.TellAsync(told, ct);
        List<string> keys = [.. told._places.Keys.SelectMany(p => new[] { p.Kommune, p.Center }).OfType<string>().Distinct()];
        var named = (await graph.NodesAsync(keys, ct)).ToDictionary(n => n.Key, n => n.Indhold.Tekst, StringComparer.Ordinal);
        return told.Build(key => named.GetValueOrDefault(key) ?? key);
    }

    void IColumns.Node(ReadOnlySpan<byte> key, NodeKind kind, string kommune, string? center)
    {
        _builder.Number(key);
        if (!_places.TryGetValue((kind, kommune, center), out var place))
        {
            _places.Add((kind, kommune, center), place = _places.Count);
        }

        _placeOf.Add(place);
    }

    void IColumns.Hierarchy(int from, int to) => _builder.Hierarchy(from, to);

    void IColumns.Coupling(int from, int to) => _builder.Coupling(from, to);

    private Talgraf Build(Func<string, string> textOf)
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

        return _builder.Build();

        byte[] Name(string? key)
        {
            var text = key is null ? "" : textOf(key);
            return Encoding.UTF8.GetBytes(text.EndsWith(Word, StringComparison.Ordinal) ? text[..^Word.Length] : text);
        }
    }
}

using System.Text;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// A graph of a store as numbers. A node's id is its key; refused couplings are left out; places are named as people read
/// them, the municipality without the word.
/// </summary>
public sealed class StoreGraph(IGraph graph)
{
    private const string Word = " Kommune";

    public async Task<Talgraf> ReadAsync(CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var builder = new TalgrafBuilder();
        var names = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        // By the columns: an element that is looked at is read in the store.
        var numbers = new int[udsnit.Nodes.Count];
        for (var node = 0; node < numbers.Length; node++)
        {
            numbers[node] = builder.Number(Encoding.UTF8.GetBytes(udsnit.KeyOf(node)));
            var centre = udsnit.VistCenterOf(node) is { } key ? Name(key) : [];
            builder.Node(numbers[node], udsnit.KindOf(node), Name(udsnit.KommuneOf(node)), centre);
        }

        for (var edge = 0; edge < udsnit.Edges.Count; edge++)
        {
            var (from, to) = (numbers[udsnit.From(edge)], numbers[udsnit.To(edge)]);
            if (udsnit.TypeOf(edge).IsHierarchy())
            {
                builder.Hierarchy(from, to);
            }
            else if (udsnit.TypeOf(edge) == EdgeType.KoblerTil && udsnit.Edges[edge].Tillid > 0)
            {
                builder.Coupling(from, to);
            }
        }

        return builder.Build();

        byte[] Name(string key)
        {
            if (!names.TryGetValue(key, out var name))
            {
                var text = udsnit.Find(key)?.Indhold.Tekst ?? key;
                names.Add(key, name = Encoding.UTF8.GetBytes(text.EndsWith(Word, StringComparison.Ordinal) ? text[..^Word.Length] : text));
            }

            return name;
        }
    }
}

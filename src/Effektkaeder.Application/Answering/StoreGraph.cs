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
        foreach (var node in udsnit.Nodes)
        {
            builder.Node(Number(node.Key), node.Kind, Name(node.Kommune), node.Vist.Center is { } centre ? Name(centre) : []);
        }

        foreach (var edge in udsnit.Edges)
        {
            if (edge.Type.IsHierarchy())
            {
                builder.Hierarchy(Number(edge.From), Number(edge.To));
            }
            else if (edge.Type == EdgeType.KoblerTil && edge.Tillid > 0)
            {
                builder.Coupling(Number(edge.From), Number(edge.To));
            }
        }

        return builder.Build();

        int Number(string key) => builder.Number(Encoding.UTF8.GetBytes(key));

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

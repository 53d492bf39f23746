using System.Text;
using Effektkaeder.Analysis.Tal;

namespace Effektkaeder.Application.Answering;

/// <summary>A graph that tasks are asked of, and by what names.</summary>
/// <param name="Graf">Each node by its id.</param>
public sealed record NamedGraph(Talgraf Graf)
{
    /// <summary>How many of those that share a name are told.</summary>
    private const int Told = 3;

    /// <summary>What some nodes are found by too.</summary>
    internal OtherNames Also { get; init; } = new(new(), []);

    /// <summary>What no node is found by, because it could be any of several, and the ids of those.</summary>
    internal IReadOnlyDictionary<string, List<string>> Shared { get; init; } = new Dictionary<string, List<string>>();

    /// <param name="field">What the task calls it.</param>
    /// <exception cref="FormatException">No node has the name.</exception>
    public int Find(string field, ReadOnlySpan<byte> name)
    {
        if (Graf.Find(name) is >= 0 and var node)
        {
            return node;
        }

        if (Also.Find(name) is { } other)
        {
            return other;
        }

        var text = Encoding.UTF8.GetString(name);
        throw new FormatException(
            !Shared.TryGetValue(text, out var all)
                ? $"{field} »{text}« er ikke i grafen"
                : $"{field} »{text}« er {all.Count} knuders id; spørg ved nøglen: {string.Join(", ", all.Take(Told))}"
                    + (all.Count > Told ? " …" : "")
        );
    }
}

/// <summary>Names, and at the same place the node. Found by once somebody asks by one.</summary>
internal sealed class OtherNames(ByteList names, int[] nodes)
{
    private readonly Lazy<ByteTable> _names = new(() =>
    {
        var table = new ByteTable();
        for (var name = 0; name < names.Count; name++)
        {
            table.Add(names[name]);
        }

        return table;
    });

    public int? Find(ReadOnlySpan<byte> name) => _names.Value.Find(name) is >= 0 and var at ? nodes[at] : null;
}

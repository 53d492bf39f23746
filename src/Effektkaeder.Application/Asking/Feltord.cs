using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>The words of the forms' own fields, of persons and of other properties, and the nodes that have them.</summary>
internal sealed class Feltord
{
    /// <summary>A graph with more such nodes is not read whole for a search.</summary>
    private const int MostNodes = 50_000;

    private static readonly NodeKind[] Kinds = [NodeKind.Indsats, NodeKind.Bidrag, NodeKind.Aftale, NodeKind.Rolle, NodeKind.Opfoelgning];

    private static readonly PerGraph<Feltord?> Kept = new(ReadAsync);

    private static readonly Ordregister.Line Registers = new(
        Kinds,
        MostNodes,
        node => Texts(node).Prepend(node.Titel).SelectMany(Soegeord.Split)
    );

    private readonly Ordregister _byStem;

    private Feltord(Ordregister byStem) => _byStem = byStem;

    /// <summary>What a node says beside its title and text.</summary>
    public static IEnumerable<string> Texts(Node node) =>
        node.Udsagn.SelectMany(u => u.Felter).Select(f => f.Tekst).Concat(node.Indhold.Egenskaber.Where(IsSaid).Select(e => e.Vaerdi));

    /// <summary>Null where the graph has too many of them. Worked out once a graph.</summary>
    public static Task<Feltord?> OfAsync(IGraph graph, CancellationToken ct) => Kept.OfAsync(graph, ct);

    /// <summary>The keys of the nodes that have every word.</summary>
    public IReadOnlyList<string> Find(string words)
    {
        HashSet<string>? found = null;
        foreach (var readings in Soegeord.Asked(words))
        {
            var having = readings.SelectMany(_byStem.Having).ToHashSet(StringComparer.Ordinal);
            if (found is null)
            {
                found = having;
            }
            else
            {
                found.IntersectWith(having);
            }
        }

        return [.. found ?? []];
    }

    private static bool IsSaid(Egenskab property) =>
        property.Navn is Egenskaber.Person or Egenskaber.Til or Egenskaber.Nummer or Egenskaber.Vaerdi;

    private static async Task<Feltord?> ReadAsync(IGraph graph) => await Registers.OfAllAsync(graph) is { } byStem ? new(byStem) : null;
}

using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>Two graphs laid together to be drawn as one: all as it is after, and what is gone.</summary>
/// <param name="Noder">What became of each node that differs, by the key that it is drawn under.</param>
/// <param name="NyeKanter">Keys of the edges that only the later graph has.</param>
/// <param name="FjernedeKanter">Keys, as drawn, of the edges that only the earlier graph has.</param>
internal sealed record Sammenlagt(
    Udsnit Udsnit,
    IReadOnlyDictionary<string, Nodeforskel> Noder,
    IReadOnlySet<string> NyeKanter,
    IReadOnlySet<string> FjernedeKanter
)
{
    public static Sammenlagt Of(Udsnit foer, Udsnit efter, Forskel forskel)
    {
        var noder = forskel.Noder.ToDictionary(f => f.Node.Key, StringComparer.Ordinal);
        var now = forskel.Genkendte.ToDictionary(g => g.Foer.Key, g => g.Efter.Key, StringComparer.Ordinal);
        var removed = foer
            .Edges.Where(e => Is(e, Forskelsart.Fjernet))
            .Concat(forskel.FjernedeKanter.Select(k => k.Kant))
            .Select(AsDrawn)
            .DistinctBy(e => e.Key, StringComparer.Ordinal)
            .ToList();
        return new(
            Udsnit.Of(
                [.. efter.Nodes, .. noder.Values.Where(f => f.Art == Forskelsart.Fjernet).Select(f => f.Node)],
                [.. efter.Edges, .. removed]
            ),
            noder,
            efter
                .Edges.Where(e => Is(e, Forskelsart.Ny))
                .Concat(forskel.NyeKanter.Select(k => k.Kant))
                .Select(e => e.Key)
                .ToHashSet(StringComparer.Ordinal),
            removed.Select(e => e.Key).ToHashSet(StringComparer.Ordinal)
        );

        bool Is(Edge edge, Forskelsart art) => Became(edge.From) == art || Became(edge.To) == art;

        Forskelsart? Became(string key) => noder.TryGetValue(key, out var found) ? found.Art : null;

        // What was drawn from a thing that has another key now is drawn from it as it is now.
        Edge AsDrawn(Edge edge) =>
            now.ContainsKey(edge.From) || now.ContainsKey(edge.To)
                ? Edge.Of(edge.Type, Now(edge.From), Now(edge.To), edge.Art, edge.Udsagn, edge.Afgoerelse)
                : edge;

        string Now(string key) => now.GetValueOrDefault(key, key);
    }
}

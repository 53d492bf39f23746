using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>An agreement's appendix: the effect chain of each contribution it states, in the order of the efforts.</summary>
internal static class Bilagskaeder
{
    public static IReadOnlyList<Picture> Of(Udsnit udsnit, Node aftale, long revision)
    {
        if (aftale.Kind != NodeKind.Aftale)
        {
            throw new SceneException($"»{aftale.Titel}« er {aftale.Kind.Info().Navn}; et bilag hører til en aftale.");
        }

        var contributions = udsnit
            .Targets(aftale.Key, EdgeType.Angiver)
            .Where(n => n.Kind == NodeKind.Bidrag && !n.Henvist)
            .OrderBy(n => udsnit.Parents(n.Key).Select(p => p.Titel).FirstOrDefault() ?? "", StringComparer.Ordinal)
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .ToList();
        return contributions.Count > 0
            ? [.. contributions.Select(bidrag => Kaede.Of(udsnit, bidrag, revision))]
            : throw new SceneException($"»{aftale.Titel}« angiver ingen bidrag, så der er ingen effektkæder at vedlægge.");
    }
}

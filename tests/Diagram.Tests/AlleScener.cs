using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Tests;

/// <summary>Every scene, drawn over the same small graph.</summary>
internal static class AlleScener
{
    private static readonly Dictionary<string, Func<Testgraf, SceneRequest>> Requests = new(StringComparer.Ordinal)
    {
        ["effektkaede"] = _ => new(Scene.Effektkaede, Testgraf.Key(NodeKind.Bidrag, "b1"), null, 3),
        ["center"] = _ => new(Scene.Center, Testgraf.CenterA, null, 3),
        ["overblik"] = _ => new(Scene.Overblik, null, null, 3),
        ["bortfald"] = graf =>
            new(Scene.Paavirkning, null, Svar(graf, new(Testgraf.Key(NodeKind.PolitiskMaal, "g1"), AendringArt.Bortfalder)), 3),
        ["udskydelse"] = graf =>
            new(Scene.Paavirkning, null, Svar(graf, new(Testgraf.Key(NodeKind.Bidrag, "b1"), AendringArt.Udskydes, new(0, 6, 0, 0))), 3),
        ["koblinger"] = _ => new(Scene.Koblinger, null, null, 3),
        ["tidslinje"] = _ => new(Scene.Tidslinje, null, null, 3) { IDag = new DateOnly(2026, 5, 5) },
        ["maalbillede"] = _ => new(Scene.Maalbillede, null, null, 3),
        ["politik"] = _ => new(Scene.Politik, Testgraf.Key(NodeKind.Politik, "p"), null, 3),
        ["koblinger-aabnet"] = _ => new(Scene.Overblik, null, null, 3) { Koblinger = true },
        ["forskel"] = graf => new(Scene.Forskel, null, null, 3) { Foer = (Foer().Udsnit, 2) },
    };

    /// <summary>The small graph as it was before: one goal had another title, an effect was not there, another contribution was.</summary>
    private static Testgraf Foer()
    {
        var foer = Testgraf.ToCentre().Uden(Testgraf.Key(NodeKind.Effekt, "e3")).Uden(Testgraf.Key(NodeKind.PolitiskMaal, "g1"));
        return foer.Node(NodeKind.PolitiskMaal, "g1", "Flere unge i job")
            .Node(NodeKind.Bidrag, "gammelt", "Et bidrag, der er holdt op")
            .Kant(EdgeType.Omfatter, Testgraf.Key(NodeKind.Indsats, "i1"), Testgraf.Key(NodeKind.Bidrag, "gammelt"));
    }

    public static IEnumerable<string> Navne => Requests.Keys;

    /// <param name="vendt">The same graph, its nodes and edges read in the opposite order.</param>
    public static Drawing Tegn(string scene, bool vendt = false)
    {
        var udsnit = Testgraf.ToCentre().Udsnit;
        return Diagrams.Draw(
            vendt ? Udsnit.Of(udsnit.Nodes.Reverse(), udsnit.Edges.Reverse()) : udsnit,
            Requests[scene](Testgraf.ToCentre())
        );
    }

    private static Paavirkningssvar Svar(Testgraf graf, Aendring aendring) => Paavirkningsanalyse.Judge(graf.Udsnit, [aendring], new());
}

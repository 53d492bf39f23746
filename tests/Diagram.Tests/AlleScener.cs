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
        ["bortfald"] = graf => new(Scene.Paavirkning, null, Svar(graf, new(Testgraf.Key(NodeKind.PolitiskMaal, "g1"), AendringArt.Bortfalder)), 3),
        ["udskydelse"] = graf => new(Scene.Paavirkning, null, Svar(graf, new(Testgraf.Key(NodeKind.Bidrag, "b1"), AendringArt.Udskydes, new(0, 6, 0, 0))), 3),
    };

    public static IEnumerable<string> Navne => Requests.Keys;

    public static Drawing Tegn(string scene) => Diagrams.Draw(Testgraf.ToCentre().Udsnit, Requests[scene](Testgraf.ToCentre()));

    private static Paavirkningssvar Svar(Testgraf graf, Aendring aendring) => Paavirkningsanalyse.Vurder(graf.Udsnit, [aendring], new());
}

using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What effects are measured on, as lists under a picture that it would be too much for.</summary>
internal static class Maalt
{
    private const int MostIndicators = 6;

    /// <summary>More indicators than can be taken in are a column that makes everything before it empty.</summary>
    public static bool IsMany(IEnumerable<Node> nodes) => nodes.Count(n => n.Kind == NodeKind.Indikator) > MostIndicators;

    /// <summary>One list for each of the nodes that is measured, in their order.</summary>
    public static IEnumerable<TextList> Lists(Udsnit udsnit, IEnumerable<Node> nodes) =>
        nodes.Select(n => new TextList($"Måles på: {n.Titel}", [.. Items(udsnit, n)])).Where(l => l.Items.Count > 0);

    private static IEnumerable<TextItem> Items(Udsnit udsnit, Node node) =>
        udsnit
            .Children(node.Key)
            .Where(n => n.Kind == NodeKind.Indikator)
            .Select(n => new TextItem(null, n.Titel, n.Indhold.Tekst.Length > 0 ? n.Indhold.Tekst : n.Titel, n.Key));
}

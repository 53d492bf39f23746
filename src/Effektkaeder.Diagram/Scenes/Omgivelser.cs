using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// What a form says around an effort or a contribution, as lists: why, for whom, by whom, when, and what it is coupled to.
/// </summary>
internal static class Omgivelser
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    private static readonly (string Title, string[] Labels)[] Felter =
    [
        ("Afsæt", ["Afsæt"]),
        ("Problem", ["Problem"]),
        ("Evidens", ["Evidens"]),
        ("Baseline", ["Baseline"]),
        ("Økonomi", ["Økonomi", "Ressourcer"]),
    ];

    private static readonly (string Title, EdgeType[] Types)[] Hvem =
    [
        ("Ansvarlig", [EdgeType.AnsvarligFor]),
        ("Koordinator", [EdgeType.Koordinerer]),
        ("Yder", [EdgeType.Yder]),
        ("Forpligtet", [EdgeType.ForpligtetI]),
    ];

    /// <summary>The lists that have anything in them; a contribution has its effort's too, where it has none of its own.</summary>
    public static IEnumerable<TextList> Of(Udsnit udsnit, Node node)
    {
        IReadOnlyList<Node> asked = node.Kind is NodeKind.Bidrag or NodeKind.Indsats
            ? [node, .. udsnit.Parents(node.Key).Where(p => node.Kind == NodeKind.Bidrag && p.Kind == NodeKind.Indsats)]
            : [];
        IEnumerable<TextItem> First(Func<Node, IEnumerable<TextItem>> items) =>
            asked.Select(n => items(n).ToList()).FirstOrDefault(i => i.Count > 0) ?? [];
        List<TextList> lists =
        [
            .. Felter.Select(f => new TextList(f.Title, [.. First(n => Stated(n, f.Labels))])),
            new("Målgruppe", [.. First(n => udsnit.Targets(n.Key, EdgeType.RettetMod).Select(m => Item(m, null)))]),
            .. Hvem.Select(h => new TextList(
                h.Title,
                [.. First(n => h.Types.SelectMany(t => udsnit.Sources(n.Key, t)).Select(w => Item(w, null)))]
            )),
            new("Milepæle", [.. First(n => Dated(udsnit.Targets(n.Key, EdgeType.HarMilepael)))]),
            new("Opfølgning", [.. First(n => Dated(udsnit.Targets(n.Key, EdgeType.FoelgesOp)))]),
            new("Risici", [.. First(n => udsnit.Targets(n.Key, EdgeType.TruesAf).Select(r => Item(r, null)))]),
            new("Koblinger", [.. Koblinger(udsnit, node)]),
        ];
        return lists.Where(l => l.Items.Count > 0);
    }

    /// <summary>Each coupling of a node: its kind, how certain, and the other end.</summary>
    public static IEnumerable<TextItem> Koblinger(Udsnit udsnit, Node node) =>
        udsnit
            .EdgesOf(node.Key)
            .Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0)
            .Select(e => (Edge: e, Other: udsnit.Find(e.Other(node.Key))!))
            .DistinctBy(p => (p.Edge.Art, p.Other.Key))
            .OrderBy(p => Domain.Tekst.SortKey.Of(p.Other.Titel), StringComparer.Ordinal)
            .Select(p => Item(p.Other, Caption(p.Edge, p.Other)));

    private static string Caption(Edge edge, Node other)
    {
        var art = (edge.Art?.ToString().ToLowerInvariant() ?? "kobling").Capitalised();
        var certain = edge.Tillid < 1 ? $", tillid {edge.Tillid.ToString("0.##", Danish)}" : "";
        return $"{art} · {SceneBuilder.Art(other)}{certain}";
    }

    private static IEnumerable<TextItem> Stated(Node node, string[] labels) =>
        node
            .Vist.Felter.Where(f => labels.Contains(f.Label, StringComparer.OrdinalIgnoreCase) && f.Tekst.Length > 0)
            .Select(f => new TextItem(null, f.Tekst, f.Tekst));

    private static IEnumerable<TextItem> Dated(IEnumerable<Node> nodes) =>
        nodes
            .OrderBy(n => n.Indhold.Tider.Select(t => t.Fra ?? t.Til ?? DateOnly.MaxValue).DefaultIfEmpty(DateOnly.MaxValue).Min())
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .Select(n => Item(n, SceneBuilder.Dated(n)));

    private static TextItem Item(Node node, string? caption) =>
        new(caption, node.Titel, node.Indhold.Tekst.Length > 0 ? node.Indhold.Tekst : node.Titel, node.Key);
}

using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// The hierarchy that one centre, or one agreement, states, with all that stands above it. What it couples to is told at the box it is
/// coupled from and listed under the picture: as lines it would be a fence.
/// </summary>
internal static class Maalhierarki
{
    private const int MostNodes = 160;

    public static Picture OfCentre(Udsnit udsnit, Node center, long revision)
    {
        var own = udsnit.Nodes.Where(n => Stated(n, u => u.Center == center.Key)).ToList();
        return own.Count > 0
            ? Of(udsnit, center, own, center.Key, revision)
            : throw new SceneException($"»{center.Titel}« angiver ingen mål. Vælg et center, som har en aftale.");
    }

    /// <summary>Of an agreement, or of all that a party has made; null where they state no goals, as one that is only named.</summary>
    public static Picture? OfAgreements(Udsnit udsnit, Node about, IReadOnlyList<Node> aftaler, long revision)
    {
        var own = StatedBy(udsnit, aftaler).ToList();
        return own.Count > 0 ? Of(udsnit, about, own, new Baner(udsnit).Of(about), revision, aftaler) : null;
    }

    /// <summary>What of the hierarchy agreements state.</summary>
    public static IEnumerable<Node> StatedBy(Udsnit udsnit, IReadOnlyList<Node> aftaler) =>
        aftaler
            .SelectMany(a => udsnit.Targets(a.Key, EdgeType.Angiver).Where(n => Stated(n, u => u.Aftale == a.Key)))
            .DistinctBy(n => n.Key);

    /// <summary>What one only names belongs to who states it.</summary>
    private static bool Stated(Node node, Func<Udsagn, bool> by) =>
        node.Kind.IsChain() && node.Udsagn.Any(u => by(u) && !u.Indhold.Henvist);

    private static Picture Of(Udsnit udsnit, Node about, List<Node> own, string lane, long revision, IReadOnlyList<Node>? statedBy = null)
    {
        var scene = new SceneBuilder(udsnit);
        // Deepest levels fold first when there is too much to read.
        var deepest = Foldning.Deepest(own, MostNodes, 2);
        var listed = Maalt.IsMany(own) && deepest == 5;
        deepest = listed ? 4 : deepest;
        var shown = own.Where(n => n.Level <= deepest).ToList();
        var ties = shown.ToDictionary(n => n.Key, n => Omgivelser.Koblinger(udsnit, n).ToList(), StringComparer.Ordinal);
        foreach (var node in shown)
        {
            scene.Add(node, Foldning.Note(udsnit, node, deepest) ?? SceneBuilder.Shared(node), lane: lane, tie: Tie(ties[node.Key]));
        }

        scene.AddAbove(shown, lane);

        scene.AddEdges(couplings: false);
        var count = shown
            .SelectMany(n => udsnit.EdgesOf(n.Key))
            .Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0)
            .DistinctBy(e => e.Key)
            .Count();
        var picture = scene.Build(
            $"Målhierarki: {about.Titel}",
            $"{shown.Count} led, som {string.Join(" og ", (statedBy ?? [about]).Select(a => a.Titel))} angiver, "
                + $"det der står over dem, og {count} koblinger.",
            [],
            listed ? 0 : own.Count - shown.Count,
            revision
        );
        var inOrder = shown.OrderBy(n => n.Level).ThenBy(n => n.Key, StringComparer.Ordinal).ToList();
        return picture with
        {
            Lists =
            [
                .. inOrder.Where(n => ties[n.Key].Count > 0).Select(n => new TextList($"Koblinger: {n.Titel}", ties[n.Key])),
                .. listed ? Maalt.Lists(udsnit, inOrder) : [],
            ],
        };
    }

    /// <summary>"Kobler til Jobcentret, Campus og 2 mere".</summary>
    private static string? Tie(List<TextItem> ties) =>
        ties.Count == 0 ? null
        : ties.Count == 1 ? $"Kobler til {ties[0].Text}"
        : $"{ties.Count} koblinger, se listen";
}

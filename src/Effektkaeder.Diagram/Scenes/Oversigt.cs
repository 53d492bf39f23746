using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// All centres side by side: policies and visions with what they frame, a column a level, the rest folded with counts. A level that is
/// too much to take in is one box a centre, so that none is left out. The couplings between two centres are one line with their number
/// and kinds, or, where they are asked for, a line each.
/// </summary>
internal static class Oversigt
{
    /// <summary>The contributions: effects and what they are measured on are always counted.</summary>
    private const int Deepest = 3;

    /// <summary>More boxes of one level than these are a column that nobody can take in.</summary>
    private const int MostOfALevel = 48;

    /// <summary>More bands than this are a strip.</summary>
    internal const int MostLanes = 36;

    /// <summary>More lines between centres than these are a tangle; then the matrix tells.</summary>
    private const int MostTies = 24;
    private const int MostFrames = 40;

    /// <summary>The one lane of a picture of centres: as many columns as it needs.</summary>
    internal const string Alle = "Centre";

    /// <summary>The centres of one municipality, or its box alone where it has stated nothing.</summary>
    public static Picture? OfKommune(Udsnit udsnit, Node kommune, long revision)
    {
        var own = Enumerable.Range(0, udsnit.Nodes.Count).Where(n => udsnit.KommuneOf(n) == kommune.Kommune).ToList();
        var edges = own.SelectMany(n => udsnit.Out(n).ToArray()).Where(e => udsnit.KommuneOf(udsnit.To(e)) == kommune.Kommune);
        if (!own.Exists(n => udsnit.KindOf(n).IsChain()))
        {
            return null;
        }

        var picture = Of(Udsnit.Of(own.Select(n => udsnit.Nodes[n]), edges.Select(e => udsnit.Edges[e])), revision);
        return picture with { Caption = picture.Caption with { Title = $"{picture.Caption.Title}: {kommune.Titel}" } };
    }

    public static Picture Of(Udsnit udsnit, long revision, bool koblinger = false)
    {
        var chain = udsnit.Nodes.Where(n => n.Kind.IsChain()).ToList();
        if (chain.Count == 0)
        {
            throw new SceneException("Her er ingen mål. Indlæs en aftale, eller vælg et større udsnit.");
        }

        var deepest = Enumerable.Range(1, Deepest).TakeWhile(l => l == 1 || chain.Count(n => n.Level == l) <= MostOfALevel).Last();
        if (
            chain.Count(n => n.Level <= deepest) > 3 * MostOfALevel
            || chain.Select(new Baner(udsnit).Of).Distinct(StringComparer.Ordinal).Count() > MostLanes
        )
        {
            return Centeroversigt.Of(udsnit, chain, revision);
        }

        var shown = chain.Where(n => n.Level <= deepest).ToList();
        var counted = deepest < Deepest ? chain.Where(n => n.Level == deepest + 1).ToList() : [];
        var scene = new SceneBuilder(udsnit);
        foreach (var node in shown)
        {
            var note =
                node.Kind == NodeKind.Vision ? Frames(udsnit, node)
                : counted.Count == 0 ? Foldning.Note(udsnit, node, deepest)
                : Foldning.Note(udsnit, node, deepest, n => n.Level == deepest + 1);
            scene.Add(node, note, lane: scene.Home(node));
        }

        foreach (var politik in shown.SelectMany(n => udsnit.Sources(n.Key, EdgeType.Indeholder)))
        {
            scene.Add(politik, lane: scene.Home(politik));
        }

        AddCounted(scene, counted);
        scene.AddEdges(koblinger);
        AddFrames(scene, shown);
        if (!koblinger)
        {
            AddTies(scene, [.. shown, .. counted], counted.Count == 0 ? deepest + 1 : deepest + 2);
        }

        var folded = chain.Count - shown.Count;
        var centers = shown.Concat(counted).Select(n => n.Vist.Center).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var picture = scene.Build(
            "Overblik over målene",
            $"{centers} centre side om side: {shown.Count} led fra vision til {NodeKinds.Levels[deepest].Navn}"
                + (counted.Count == 0 ? "." : $"; {NodeKinds.Levels[deepest + 1].Flertal} er talt for hvert center."),
            [],
            folded,
            revision,
            freeLanes: true,
            repeats: true
        );
        return picture with
        {
            OneColumnALevel = true,
            Lanes = [.. picture.Lanes.Select(l => l with { Facts = [.. Facts(scene, chain, l)] })],
        };
    }

    /// <summary>How many of each level a centre has, shown or folded.</summary>
    private static IEnumerable<LaneFact> Facts(SceneBuilder scene, List<Node> chain, Lane lane) =>
        lane.Id == Baner.Faelles
            ? []
            : chain
                .Where(n => scene.Baner.Of(n) == lane.Id)
                .GroupBy(n => n.Kind)
                .OrderBy(g => g.Key)
                .Select(g => new LaneFact($"{g.Count()}", g.Count() == 1 ? g.Key.Info().Navn : g.Key.Info().Flertal));

    private static string? Frames(Udsnit udsnit, Node vision) =>
        udsnit.Targets(vision.Key, EdgeType.RammeFor).Count() is > 0 and var count
            ? $"ramme for {count} {(count == 1 ? "aftale" : "aftaler")}"
            : null;

    /// <summary>A vision that frames agreements is tied to their goals that no vision carries, or, where one carries all, to all.</summary>
    private static void AddFrames(SceneBuilder scene, List<Node> shown)
    {
        var udsnit = scene.Udsnit;
        List<Line> lines = [];
        foreach (var vision in shown.Where(n => n.Kind == NodeKind.Vision))
        {
            var framed = udsnit.Targets(vision.Key, EdgeType.RammeFor).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
            var goals = shown.Where(n => n.Level == 1 && n.Udsagn.Any(u => framed.Contains(u.Aftale))).ToList();
            var bare = goals.Where(n => !udsnit.Parents(n.Key).Any(p => p.Kind == NodeKind.Vision)).ToList();
            lines.AddRange(
                (bare.Count > 0 ? bare : goals).Select(n => new Line(
                    $"ramme {vision.Key} {n.Key}",
                    vision.Key,
                    scene.Box(n.Key),
                    "aside",
                    false,
                    $"{vision.Titel} er ramme for den aftale, der angiver {n.Titel}"
                ))
            );
        }

        foreach (var line in lines.Count > MostFrames ? [] : lines)
        {
            scene.Add(line);
        }
    }

    /// <summary>The level that is too much to take in: one box a centre, led to from what stands above any of it.</summary>
    private static void AddCounted(SceneBuilder scene, List<Node> counted)
    {
        foreach (var own in counted.GroupBy(scene.Home, StringComparer.Ordinal))
        {
            var (id, first) = ($"flere {own.Key} {own.First().Kind}", own.First());
            var box = new Box(id, first.Kind.Info().Slug, SceneBuilder.Column(first), own.Key, null, "", "");
            scene.Add(Foldning.Counted(scene.Udsnit, box, [.. own]));
            foreach (var above in own.SelectMany(n => scene.Udsnit.Parents(n.Key)).Select(p => p.Key).Distinct().Where(scene.Has))
            {
                var from = scene.Box(above);
                var title = scene.Udsnit.Find(above)!.Titel;
                scene.Add(new Line($"fold {from} {id}", from, id, "", false, $"{title} bærer noget af det, der er foldet sammen"));
            }
        }
    }

    /// <summary>At the end of each lane, in a level's column, what ties its centre to others; and between two of them one line.</summary>
    private static void AddTies(SceneBuilder scene, List<Node> shown, int level)
    {
        var lanes = shown.Select(scene.Baner.Of).ToHashSet(StringComparer.Ordinal);
        var ties = Centerkoblinger.Of(scene.Udsnit).Where(t => t.Kanter.Count > 0 && lanes.Contains(t.A) && lanes.Contains(t.B)).ToList();
        if (ties.Count > MostTies)
        {
            return;
        }

        foreach (var lane in ties.SelectMany(t => new[] { t.A, t.B }).Distinct(StringComparer.Ordinal))
        {
            var own = ties.Where(t => t.A == lane || t.B == lane).ToList();
            var each = own.Select(t => $"{Short(scene.Udsnit, t.A == lane ? t.B : t.A)}: {t.Kanter.Count}").ToList();
            var full = $"{scene.Udsnit.Find(lane)?.Titel ?? lane}: {string.Join("; ", each)}";
            scene.Add(new Box($"bånd {lane}", "kobling", SceneBuilder.ColumnOf(level), lane, "Koblinger", string.Join("; ", each), full));
        }

        foreach (var tie in ties)
        {
            var (a, b) = (scene.Udsnit.Find(tie.A)?.Titel ?? tie.A, scene.Udsnit.Find(tie.B)?.Titel ?? tie.B);
            var shared = tie.Faelles.Count == 0 ? "" : $" Fælles: {string.Join(", ", tie.Faelles.Select(n => n.Titel))}.";
            scene.Add(
                new Line(
                    $"koblinger {tie.A} {tie.B}",
                    $"bånd {tie.A}",
                    $"bånd {tie.B}",
                    "coupling between",
                    true,
                    $"{a} og {b}: {Word(tie)}.{shared}"
                )
                {
                    Word = Word(tie),
                }
            );
        }
    }

    /// <summary>"Sundhed og Omsorg": what all centres are called is left out.</summary>
    private static string Short(Udsnit udsnit, string center)
    {
        var title = udsnit.Find(center)?.Titel ?? center;
        const string Center = "Center for ";
        return title.StartsWith(Center, StringComparison.Ordinal) ? title[Center.Length..] : title;
    }

    /// <summary>"3 (2 omtale, 1 lov)".</summary>
    private static string Word(Centerkobling tie)
    {
        var kinds = tie
            .Kanter.GroupBy(e => e.Art!.Value)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}")
            .ToList();
        return kinds.Count == 1 ? kinds[0] : $"{tie.Kanter.Count} ({string.Join(", ", kinds)})";
    }
}

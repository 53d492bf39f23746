using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// What every scene is made of: nodes become boxes in the column of their level (with room between for bundles, and for effects of long
/// sight, which follow those of short), edges become lines, and lines of a bundle that only the form pairs are drawn as one.
/// </summary>
internal sealed class SceneBuilder
{
    /// <summary>More words than these on couplings are a crowd, and each line says its own when it is pointed at.</summary>
    private const int MostWords = 40;

    /// <summary>More lines than these from what centres share down through their lanes are a fence.</summary>
    private const int MostAcross = 12;

    private readonly Dictionary<string, Box> _boxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Edge> _weak = new(StringComparer.Ordinal);

    /// <summary>Goals that only stand for the policy they are named in, by the policy whose box is theirs.</summary>
    private readonly Dictionary<string, string> _merged = new(StringComparer.Ordinal);

    public SceneBuilder(Udsnit udsnit)
    {
        Udsnit = udsnit;
        Baner = new(udsnit);
    }

    public Udsnit Udsnit { get; }

    public Baner Baner { get; }

    public IEnumerable<string> Keys => _boxes.Values.Select(b => b.Key).OfType<string>().Concat(_merged.Keys);

    public bool Has(string key) => _boxes.ContainsKey(BoxOf(key));

    /// <summary>From one level's column to the next; a junction stands one after the boxes it is led from.</summary>
    public const int ALevel = 4;

    /// <summary>From the effects to those of long sight.</summary>
    private const int AStage = 2;

    /// <summary>The column of a level; a node outside the hierarchy stands beside the contributions.</summary>
    public static int Column(Node node) =>
        ColumnOf(node.Kind == NodeKind.Politik ? 0 : node.Level ?? NodeKind.Bidrag.Level()!.Value) + (IsLate(node) ? AStage : 0);

    public static int ColumnOf(int level) => ALevel * level;

    /// <summary>What stands in the column of a level without being of it: policies above goals, times after what they belong to.</summary>
    private static readonly NodeKind[] Beside = [NodeKind.Politik, NodeKind.Milepael, NodeKind.Opfoelgning];

    private static bool IsLate(Node node) => node.Kind == NodeKind.Effekt && node.Indhold[Egenskaber.Sigt] == "langt";

    /// <summary>Adds a node; a policy and its own goal that is not specified are one box, in the column of the goals.</summary>
    /// <param name="column">Where that is not the column of its level.</param>
    public void Add(
        Node node,
        string? note = null,
        string? mark = null,
        string? lane = null,
        string? caption = null,
        string? tie = null,
        int? column = null
    )
    {
        var (politik, goal) = Merged(node);
        if (politik is not null && goal is not null)
        {
            (_merged[goal.Key], node) = (politik.Key, politik);
        }

        _boxes.TryAdd(
            node.Key,
            new Box(
                node.Key,
                node.Kind.Info().Slug,
                column ?? Column(goal ?? node),
                lane ?? Baner.Of(node),
                caption ?? (goal is null ? Caption(node) : "Politik, målet er ikke nævnt"),
                node.Titel,
                node.Indhold.Tekst.Length > 0 ? node.Indhold.Tekst : node.Titel,
                note,
                Classes(mark, node),
                node.Key
            )
            {
                Tie = tie,
            }
        );
    }

    /// <summary>What a node is drawn as, where a policy and the goal that only stands for it are one box: the goal.</summary>
    public Node Drawn(Node node) => Merged(node) is (not null, { } goal) ? goal : node;

    /// <summary>A policy with the goal that only stands for it, from either of the two; nulls where there is no such pair.</summary>
    private (Node? Politik, Node? Goal) Merged(Node node)
    {
        var goal =
            node.Kind == NodeKind.PolitiskMaal && node.Indhold.Uspecificeret ? node
            : node.Kind == NodeKind.Politik
            && Udsnit.Targets(node.Key, EdgeType.Indeholder).ToList() is [var only]
            && only.Indhold.Uspecificeret
                ? only
            : null;
        var politik = goal is null ? null : Udsnit.Sources(goal.Key, EdgeType.Indeholder).FirstOrDefault();
        return politik is not null && Udsnit.Targets(politik.Key, EdgeType.Indeholder).Count() == 1 ? (politik, goal) : (null, null);
    }

    /// <summary>The box that stands for a node.</summary>
    public string Box(string key) => BoxOf(key);

    private string BoxOf(string key) => _merged.GetValueOrDefault(key, key);

    /// <summary>
    /// All that stands above some nodes, in the one lane that the picture is about; the aim that a contribution says it supports stands
    /// above it too. What other centres state as well says so.
    /// </summary>
    /// <param name="lane">Null where the picture is about several: then each stands in its own.</param>
    public void AddAbove(IReadOnlyCollection<Node> nodes, string? lane)
    {
        var aims = nodes.SelectMany(n => Udsnit.Targets(n.Key, EdgeType.Understoetter)).Where(n => n.Kind.IsChain()).ToList();
        foreach (var above in aims.Concat(Slaegt.Above(Udsnit, [.. nodes, .. aims])))
        {
            Add(above, lane is null ? null : Shared(above), lane: lane);
        }
    }

    /// <summary>What to note on a node that several centres state, where one lane holds all; else null.</summary>
    public static string? Shared(Node node) =>
        node.Udsagn.Select(u => u.Center).OfType<string>().Distinct(StringComparer.Ordinal).Count() is > 1 and var centres
            ? $"fælles for {centres} centre"
            : null;

    /// <summary>A box that is made already; one of a policy stands for its own goal here as it did where it was made.</summary>
    public void Add(Box box)
    {
        _boxes.TryAdd(box.Id, box);
        if (
            box.Id == box.Key
            && Udsnit.Find(box.Key) is { Kind: NodeKind.Politik } politik
            && Drawn(politik) is var goal
            && goal != politik
        )
        {
            _merged[goal.Key] = politik.Key;
        }
    }

    /// <summary>A line between two boxes that are there; a pair that only the form ties waits to be bundled.</summary>
    public void Add(Edge edge, string? style = null)
    {
        if (!Has(edge.From) || !Has(edge.To) || BoxOf(edge.From) == BoxOf(edge.To))
        {
            return;
        }

        if (edge.Type.IsHierarchy() && edge.Grund == Grund.Skabelon && style is null)
        {
            _weak[edge.Key] = edge;
        }
        else
        {
            _lines[edge.Key] = ToLine(edge, style);
        }
    }

    public void Add(Line line) => _lines.TryAdd(line.Id, line);

    /// <summary>A line of what merely belongs together: it says so, and moves nothing.</summary>
    public void AddAside(Edge edge)
    {
        if (!Has(edge.From) || !Has(edge.To) || BoxOf(edge.From) == BoxOf(edge.To))
        {
            return;
        }

        var full = $"{Udsnit.Find(edge.From)!.Titel} {edge.Type.Info().Navn} {Udsnit.Find(edge.To)!.Titel}";
        Add(new Line(edge.Key, BoxOf(edge.From), BoxOf(edge.To), "aside belongs", true, full));
    }

    /// <summary>All hierarchy edges and couplings among the boxes.</summary>
    public void AddEdges(bool couplings)
    {
        foreach (var key in Keys.ToList())
        {
            foreach (var edge in Udsnit.EdgesOf(key))
            {
                if (
                    edge.Type.IsHierarchy()
                    || edge.Type == EdgeType.Understoetter
                    || couplings && edge.Type == EdgeType.KoblerTil && edge.Tillid > 0 && !IsEvidence(edge)
                )
                {
                    Add(edge);
                }
            }
        }
    }

    /// <summary>A coupling to the policy that the node's own goal stands under says again what the hierarchy says.</summary>
    public bool IsEvidence(Edge edge) =>
        edge.Type == EdgeType.KoblerTil
        && new[] { (edge.From, edge.To), (edge.To, edge.From) }.Any(p =>
            Udsnit.Find(p.Item1) is { Kind: NodeKind.Politik } politik
            && Udsnit.Find(p.Item2) is { } node
            && Slaegt.Above(Udsnit, [node]).Any(a => a.Key == politik.Key)
        );

    public Picture Build(
        string title,
        string description,
        IReadOnlyList<LegendEntry> marks,
        int folded,
        long revision,
        bool freeLanes = false,
        IReadOnlyList<string>? sources = null,
        bool repeats = false
    )
    {
        Bundle();
        if (repeats)
        {
            RepeatShared();
        }

        List<Box> all = [.. _boxes.Values.OrderBy(b => b.Id, StringComparer.Ordinal)];
        List<Line> drawn = [.. _lines.Values.OrderBy(l => l.Id, StringComparer.Ordinal)];
        if (drawn.Count(l => l.Word is not null) > MostWords)
        {
            drawn = [.. drawn.Select(l => l with { Word = null })];
        }

        var lanes = Baner.Used(all);
        // What only folded ones have is not there to be seen, and its mark would be looked for in vain.
        var worn = all.SelectMany(b => b.Marks).ToHashSet(StringComparer.Ordinal);
        var leading = freeLanes ? lanes.Count(l => l.Id == Baner.Faelles) : lanes.Count;
        var caption = new Caption(
            title,
            description,
            [.. Signaturer.Of(all, drawn), .. marks.Where(m => m.IsLine || m.Mark is null || worn.Contains(m.Mark.Split(' ')[^1]))],
            Kildelinje.Of(Udsnit, sources ?? Keys, revision),
            folded
        );
        return new(caption, all, drawn, lanes, [.. Headings(all)], leading);
    }

    /// <summary>A picture with the boxes that have been added to it here, and the hierarchy lines that reach them.</summary>
    public Picture Extend(Picture picture)
    {
        var was = picture.Boxes.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        AddEdges(couplings: false);
        foreach (var line in _lines.Where(l => was.Contains(l.Value.From) && was.Contains(l.Value.To)).ToList())
        {
            _lines.Remove(line.Key);
        }

        foreach (var line in _weak.Where(w => was.Contains(BoxOf(w.Value.From)) && was.Contains(BoxOf(w.Value.To))).ToList())
        {
            _weak.Remove(line.Key);
        }

        Bundle();
        // What a centre has once more is what leads to the rest of it there.
        foreach (var (id, line) in _lines.ToList())
        {
            if (Again(line.From, _boxes[line.To].Lane) is var again && _boxes.ContainsKey(again))
            {
                _lines[id] = line with { From = again };
            }
        }

        List<Box> all = [.. _boxes.Values.OrderBy(b => b.Id, StringComparer.Ordinal)];
        List<Lane> lanes = [.. Baner.Used(all).Select(lane => picture.Lanes.FirstOrDefault(l => l.Id == lane.Id) ?? lane)];
        return picture with
        {
            Boxes = all,
            Lines =
            [
                .. picture.Lines.Where(l => _boxes.ContainsKey(l.From) && _boxes.ContainsKey(l.To)),
                .. _lines.Values.OrderBy(l => l.Id, StringComparer.Ordinal),
            ],
            Lanes = lanes,
            LeadingLanes = picture.LeadingLanes == picture.Lanes.Count ? lanes.Count : lanes.Count(l => l.Id == Baner.Faelles),
            Levels = [.. Headings(all)],
        };
    }

    private IEnumerable<LevelHeading> Headings(List<Box> all) => NodeKinds.Levels.SelectMany(k => Headings(all, k));

    /// <summary>
    /// What a level's column holds: the level, and policies where they stand above the goals; where effects are told apart by their
    /// sight, each stage has a column and a heading.
    /// </summary>
    private IEnumerable<LevelHeading> Headings(List<Box> all, KindInfo level)
    {
        var column = ColumnOf(level.Level!.Value);
        var here = all.Where(b => b.Level == column && !b.IsJunction).ToList();
        var kinds = here.Select(b => b.Kind).ToHashSet(StringComparer.Ordinal);
        var names = Beside.Select(k => k.Info()).Prepend(level).Where(k => kinds.Contains(k.Slug)).Select(k => k.Flertal).ToList();
        if (kinds.Contains(NodeKind.Milepael.Info().Slug) && kinds.Contains(NodeKind.Opfoelgning.Info().Slug))
        {
            names = [.. names.SkipLast(2), "tider"];
        }

        // An organisation or a law that is coupled to stands where it is reached, and is none of what the column is called after.
        if (names.Count > 0 && kinds.Any(k => k != level.Slug && Beside.All(b => b.Info().Slug != k)))
        {
            names.Add("andet");
        }

        if (names.Count > 0)
        {
            var early = level.Kind == NodeKind.Effekt && here.TrueForAll(b => b.Key is { } key && Sight(key) == "kort");
            var title = names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} og {names[^1]}";
            yield return new(column, title.Capitalised() + (early ? " på kort sigt" : ""));
        }

        if (level.Kind == NodeKind.Effekt && all.Any(b => b.Level == column + AStage && !b.IsJunction))
        {
            yield return new(column + AStage, $"{level.Flertal.Capitalised()} på længere sigt");
        }

        string? Sight(string key) => Udsnit.Find(key)?.Indhold[Egenskaber.Sigt];
    }

    /// <summary>
    /// The kind as people name it: a milestone that is a deadline is a frist, a follow-up that is reported a rapportering.
    /// </summary>
    internal static string Art(Node node) =>
        node.Kind switch
        {
            NodeKind.Milepael => node.Indhold.Art == "frist" ? "frist" : "milepæl",
            NodeKind.Opfoelgning => node.Indhold.Art == "rapportering" ? "rapportering" : "opfølgning",
            _ => node.Kind.Info().Navn,
        };

    /// <summary>Above a dated box: its kind and the words of its dates.</summary>
    internal static string Dated(Node node)
    {
        var dates = string.Join(", ", node.Indhold.Tider.Select(t => t.Tekst).Distinct(StringComparer.Ordinal));
        return Art(node).Capitalised() + (dates.Length > 0 && dates != node.Titel ? ": " + dates : "");
    }

    public static string? Caption(Node node)
    {
        if (node.Kind.IsChain())
        {
            return node.Henvist ? "Nævnt, ikke indlæst"
                : node.Kind == NodeKind.Effekt && node.Indhold[Egenskaber.Sigt] is { } sigt
                    ? (sigt == "langt" ? "På længere sigt" : "På kort sigt")
                : null;
        }

        return Art(node).Capitalised() + (node.Henvist && node.Kind is NodeKind.Aftale or NodeKind.Politik ? " (ikke indlæst)" : "");
    }

    private static string? Classes(string? mark, Node node) =>
        node.Henvist
            ? mark is null
                ? "ghost"
                : mark + " ghost"
            : mark;

    private Line ToLine(Edge edge, string? style)
    {
        var coupling = edge.Type == EdgeType.KoblerTil;
        var (from, to) = (Udsnit.Find(edge.From)!, Udsnit.Find(edge.To)!);
        // The layout reads a hierarchy line from the shallower end.
        var down = coupling || _boxes[BoxOf(edge.From)].Level <= _boxes[BoxOf(edge.To)].Level;
        var art = edge.Art?.ToString().ToLowerInvariant();
        var about =
            coupling ? $"kobler til ({art}, tillid {edge.Tillid.Invariant()})"
            : edge.Type.IsHierarchy() ? $"{edge.Type.Info().Navn} (grund: {(edge.Grund == Grund.Skabelon ? "skabelon" : "tekst")})"
            : edge.Type.Info().Navn;
        return new(
            edge.Key,
            BoxOf(down ? edge.From : edge.To),
            BoxOf(down ? edge.To : edge.From),
            style
                ?? (
                    coupling
                        ? edge.Tillid > Tillid.Udledt
                            ? "coupling"
                            : "inferred"
                        : edge.Grund == Grund.Skabelon
                            ? "weak"
                            : ""
                ),
            coupling,
            $"{from.Titel} {about} {to.Titel}"
        )
        {
            Word = coupling ? art : null,
        };
    }

    /// <summary>What no centre states, but only one builds on, stands with that one: in the common lane is what several share.</summary>
    public string Home(Node node)
    {
        if (Baner.Of(node) is var lane && lane != Baner.Faelles || node.Udsagn.Select(u => u.Center).Distinct().Count() > 1)
        {
            return lane;
        }

        var users = Slaegt
            .Below(Udsnit, [node])
            .Select(Baner.Of)
            .Concat(Udsnit.Targets(node.Key, EdgeType.RammeFor).Select(a => a.Vist.Center ?? Baner.Faelles))
            .Where(l => l != Baner.Faelles)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return users is [var only] ? only : lane;
    }

    /// <summary>
    /// Where lines from what centres share would be a fence, each centre has the shared thing once more before what it leads to there,
    /// and the common lane says how much that is.
    /// </summary>
    private void RepeatShared()
    {
        var across = _lines
            .Values.Where(l => !l.IsCoupling || l.Style == "aside")
            .Where(l => _boxes[l.From] is { Lane: Baner.Faelles, IsJunction: false } && _boxes[l.To].Lane != Baner.Faelles)
            .ToList();
        if (across.Count <= MostAcross)
        {
            return;
        }

        foreach (var line in across)
        {
            var (shared, lane) = (_boxes[line.From], _boxes[line.To].Lane);
            var kind = NodeKinds.Find(shared.Kind)!;
            var again = shared with
            {
                Id = Again(shared.Id, lane),
                Lane = lane,
                Caption = shared.Key is null ? "Fælles" : $"Fælles {kind.Navn}",
                // Of several in one box only some lead here.
                Text = shared.Key is null ? kind.Flertal.Capitalised() : shared.Text,
                Note = null,
            };
            Add(again);
            _lines[line.Id] = line with { From = again.Id };
        }

        foreach (var led in across.GroupBy(l => l.From, StringComparer.Ordinal))
        {
            var box = _boxes[led.Key];
            var centres = led.Select(l => _boxes[l.To].Lane).Distinct(StringComparer.Ordinal).Count();
            if (centres > 1)
            {
                _boxes[led.Key] = box with { Note = box.Note is { } said ? $"{said}; hos {centres} centre" : $"hos {centres} centre" };
            }
        }
    }

    /// <summary>What a shared box is called where a lane has it once more.</summary>
    private static string Again(string id, string lane) => $"igen {id} {lane}";

    /// <summary>Sources with the very same targets, tied by the form alone, meet in one junction: m + n lines for m × n.</summary>
    private void Bundle()
    {
        foreach (
            var bundle in _weak
                .Values.GroupBy(e => BoxOf(e.From), StringComparer.Ordinal)
                .GroupBy(g => string.Join('|', g.Select(e => BoxOf(e.To)).Distinct().Order(StringComparer.Ordinal)), StringComparer.Ordinal)
        )
        {
            var edges = bundle.SelectMany(g => g).ToList();
            var (sources, targets) = (bundle.Select(g => g.Key).ToList(), bundle.First().Select(e => BoxOf(e.To)).Distinct().ToList());
            if (sources.Count * targets.Count <= sources.Count + targets.Count)
            {
                foreach (var edge in edges)
                {
                    _lines[edge.Key] = ToLine(edge, null);
                }

                continue;
            }
            var (last, lower) = (sources.Max(s => _boxes[s].Level), _boxes[targets[0]]);
            var id = "bundt " + string.Join('|', sources) + ">" + bundle.Key;
            var full = $"{sources.Count} gange {targets.Count} led, som kun står i samme skema";
            Add(
                new Box(id, "other", last + 1, targets.Select(t => _boxes[t].Lane).FirstOrDefault() ?? lower.Lane, null, "", full)
                {
                    IsJunction = true,
                }
            );
            foreach (var source in sources)
            {
                Add(new Line($"{id} {source}", source, id, "weak", false, full));
            }

            foreach (var target in targets)
            {
                Add(new Line($"{id} > {target}", id, target, "weak", false, full));
            }
        }
        _weak.Clear();
    }
}

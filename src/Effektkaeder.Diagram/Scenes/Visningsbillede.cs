using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>A scene's picture as a reader chose to see it: opened, filtered, focused and folded, in this order.</summary>
/// <remarks>Linear in the picture.</remarks>
internal static class Visningsbillede
{
    /// <param name="opens">The nodes that can be opened.</param>
    public static Picture Of(Picture picture, Udsnit udsnit, Visning visning, Func<Node, bool> opens)
    {
        var scene = new SceneBuilder(udsnit);
        var opened = visning
            .Aabnet.Where(key => udsnit.Find(key) is { } node && opens(scene.Drawn(node)))
            .ToHashSet(StringComparer.Ordinal);
        var shown = Open(picture, udsnit, opened);
        shown = Keep(shown, box => !visning.Skjulte.Contains(box.Kind));
        shown = visning.Passer is { } passer ? Pass(shown, udsnit, passer) : shown;
        shown = visning.Fokus is { } fokus ? Focus(shown, fokus) : shown;
        if (visning.Foldet.Count > 0)
        {
            shown = Fold(FoldLevels(FoldLanes(shown, udsnit, visning.Foldet), udsnit, visning.Foldet), udsnit, visning.Foldet);
        }

        var folded = Math.Max(0, picture.Caption.Folded + Drawn(picture) - Drawn(shown));
        return shown with { Caption = shown.Caption with { Folded = folded } };
    }

    /// <summary>How many nodes have a box of their own; one that stands for what is folded has none.</summary>
    private static int Drawn(Picture picture) =>
        picture.Boxes.Where(b => b.Key is not null && b.Members.Count == 0).DistinctBy(b => b.Key, StringComparer.Ordinal).Count();

    /// <summary>Says of each box how many of its children are not in the picture.</summary>
    /// <param name="opens">The nodes whose children are all in the selection.</param>
    public static Picture Count(Picture picture, Udsnit udsnit, Func<Node, bool> opens)
    {
        var shown = picture.Boxes.Select(b => b.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var scene = new SceneBuilder(udsnit);
        return picture with
        {
            Boxes =
            [
                .. picture.Boxes.Select(b =>
                    b.Key is { } key
                    && udsnit.Find(key) is { } node
                    && scene.Drawn(node) is var drawn
                    && drawn.Kind.IsChain()
                    && opens(drawn)
                        ? b with
                        {
                            More = udsnit.Children(drawn.Key).Count(c => !shown.Contains(c.Key)),
                        }
                        : b
                ),
            ],
        };
    }

    private static Picture Open(Picture picture, Udsnit udsnit, IReadOnlySet<string> opened)
    {
        if (opened.Count == 0)
        {
            return picture;
        }

        var scene = new SceneBuilder(udsnit);
        // A policy and the goal that only stands for it are one box, and what is below the goal is what it opens to.
        List<Node> above = [.. opened.Select(udsnit.Find).OfType<Node>().Select(scene.Drawn)];
        var children = above.SelectMany(n => udsnit.Children(n.Key)).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var box in picture.Boxes)
        {
            if (box.Members.Any(children.Contains))
            {
                List<Node> left = [.. box.Members.Where(m => !children.Contains(m)).Select(udsnit.Find).OfType<Node>()];
                if (left.Count > 0)
                {
                    scene.Add(Foldning.Counted(udsnit, box, left));
                }
            }
            else
            {
                scene.Add(opened.Contains(box.Key ?? "") ? box with { Note = null } : box);
            }
        }

        // Whatever the order they were opened in, what stands above comes first.
        foreach (var node in above.OrderBy(n => n.Level).ThenBy(n => n.Key, StringComparer.Ordinal))
        {
            if (scene.Has(node.Key))
            {
                foreach (var child in udsnit.Children(node.Key))
                {
                    var below = Foldning.Count(Slaegt.Below(udsnit, [child]));
                    scene.Add(child, opened.Contains(child.Key) || below.Length == 0 ? null : "+" + below);
                }
            }
        }

        // What is opened shows all that it leads to, and leads no more to a box that counts the rest.
        var counts = picture.Boxes.Where(b => b.Members.Count > 0).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var open = picture.Boxes.Where(b => opened.Contains(b.Key ?? "")).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        return scene.Extend(picture with { Lines = [.. picture.Lines.Where(l => !(open.Contains(l.From) && counts.Contains(l.To)))] });
    }

    /// <summary>
    /// What passes with all above it; a box that counts others counts those that pass, and what ties a lane to others goes with the lane.
    /// </summary>
    private static Picture Pass(Picture picture, Udsnit udsnit, IReadOnlySet<string> passer)
    {
        var counted = picture with { Boxes = [.. picture.Boxes.Select(Recounted)] };
        var lanes = counted.Boxes.Where(IsMet).Select(b => b.Lane).ToHashSet(StringComparer.Ordinal);
        return lanes.Count > 0
            ? Keep(counted, With(Above, counted, b => b.Kind == "kobling" ? lanes.Contains(b.Lane) : IsMet(b)))
            : throw new SceneException("Intet i billedet passer til det, der er valgt.");

        bool IsMet(Box box) => box.Key is { } key ? passer.Contains(key) : box.Members.Count > 0;

        Box Recounted(Box box)
        {
            List<Node> met = [.. box.Members.Where(passer.Contains).Select(udsnit.Find).OfType<Node>()];
            return met.Count == box.Members.Count ? box
                : met.Count == 0 ? box with { Members = [] }
                : Foldning.Recounted(udsnit, box, met);
        }
    }

    private static Picture Focus(Picture picture, string key)
    {
        bool IsAsked(Box box) => box.Key == key;
        var (above, below) = (With(Above, picture, IsAsked), With(Below, picture, IsAsked));
        return picture.Boxes.Any(IsAsked) ? Keep(picture, box => above(box) || below(box)) : picture;
    }

    /// <summary>A folded lane is one box that counts what stood in it.</summary>
    private static Picture FoldLanes(Picture picture, Udsnit udsnit, IReadOnlySet<string> folded)
    {
        var lanes = picture.Lanes.Where(l => folded.Contains(l.Id)).ToDictionary(l => l.Id, StringComparer.Ordinal);
        return Gather(picture, udsnit, box => lanes.ContainsKey(box.Lane) ? box.Lane : null, Lane, evenOne: true);

        Box Lane(string id, IReadOnlyList<Box> inside) =>
            new(id, "organisation", inside.Min(b => b.Level), id, null, "", lanes[id].Title) { Key = udsnit.Find(id)?.Key };
    }

    /// <summary>A folded level is one box in each lane that counts what stood there; a box alone tells more than a count.</summary>
    private static Picture FoldLevels(Picture picture, Udsnit udsnit, IReadOnlySet<string> folded)
    {
        return Gather(picture, udsnit, Level, Counted, evenOne: false);

        string? Level(Box box) => folded.Contains(Visning.Niveau(box.Level)) ? $"{Visning.Niveau(box.Level)} {box.Lane}" : null;

        static Box Counted(string id, IReadOnlyList<Box> inside) => new(id, inside[0].Kind, inside[0].Level, inside[0].Lane, null, "", "");
    }

    /// <summary>Boxes that belong together become one, and what leads to any of them or out of it leads to that one.</summary>
    /// <param name="groupOf">What the group of a box is called; null where it has none.</param>
    /// <param name="make">The box of a group, which is told what it counts.</param>
    /// <param name="evenOne">Whether a box that is alone in its group is counted too.</param>
    private static Picture Gather(
        Picture picture,
        Udsnit udsnit,
        Func<Box, string?> groupOf,
        Func<string, IReadOnlyList<Box>, Box> make,
        bool evenOne
    )
    {
        var below = Below(picture);
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        var gathered = new Dictionary<string, Box>(StringComparer.Ordinal);
        foreach (
            var group in picture.Boxes.Where(b => !b.IsJunction && b.Kind != "kobling" && groupOf(b) is not null).GroupBy(b => groupOf(b)!)
        )
        {
            List<Box> inside = [.. group];
            if (evenOne || inside.Count > 1)
            {
                var keys = inside.SelectMany(b => b.Key is { } key ? [key] : b.Members).Distinct(StringComparer.Ordinal);
                var box = Foldning.Counted(udsnit, make(group.Key, inside), [.. keys.Select(udsnit.Find).OfType<Node>()]);
                // What stands below is told where it is not drawn.
                gathered[group.Key] = box with
                {
                    Note = inside.Exists(b => below[b.Id].Any()) ? null : box.Note,
                    IsFolded = true,
                };
                inside.ForEach(b => boxes[b.Id] = gathered[group.Key]);
            }
        }

        if (boxes.Count == 0)
        {
            return picture;
        }

        var all = picture.Boxes.ToDictionary(b => b.Id, StringComparer.Ordinal);
        Box End(string id) => boxes.GetValueOrDefault(id) ?? all[id];
        var moved = picture
            .Lines.Select(l => (Line: l, From: End(l.From), To: End(l.To)))
            .Where(l => l.From.Id != l.To.Id && (l.Line.IsCoupling || l.From.Level < l.To.Level))
            .Select(l => l.Line with { From = l.From.Id, To = l.To.Id })
            .DistinctBy(l => (l.From, l.To, l.Style));
        var left = picture.Boxes.Where(b => !boxes.ContainsKey(b.Id)).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var whole = picture with { Lines = [.. moved], Boxes = [.. picture.Boxes, .. gathered.Values] };
        return Keep(whole, box => gathered.ContainsKey(box.Id) || left.Contains(box.Id));
    }

    /// <summary>What only folded boxes lead to is hidden; what another box leads to as well stays.</summary>
    private static Picture Fold(Picture picture, Udsnit udsnit, IReadOnlySet<string> folded)
    {
        // A lane or a level is folded already, and what it leads to elsewhere stays.
        folded = folded.Except(picture.Boxes.Where(b => b.IsFolded).Select(b => b.Id)).ToHashSet(StringComparer.Ordinal);
        var below = Below(picture);
        var led = picture.Lines.Where(l => !l.IsCoupling).Select(l => l.To).ToHashSet(StringComparer.Ordinal);
        var seen = Walk(picture.Boxes.Where(b => !led.Contains(b.Id)).Select(b => b.Id), id => folded.Contains(id) ? [] : below[id]);
        var hidden = picture.Boxes.Where(b => !seen.Contains(b.Id)).ToDictionary(b => b.Id, b => b.Key, StringComparer.Ordinal);
        var shown = Keep(picture, box => seen.Contains(box.Id));
        return shown with
        {
            Boxes = [.. shown.Boxes.Select(b => folded.Contains(b.Id) ? b with { Note = Note(b.Id), IsFolded = true } : b)],
        };

        string? Note(string id)
        {
            var under = Walk([id], next => below[next]).Where(hidden.ContainsKey).Select(next => hidden[next]).OfType<string>();
            var count = Foldning.Count(under.Select(udsnit.Find).OfType<Node>());
            return count.Length == 0 ? null : "+" + count;
        }
    }

    /// <summary>Boxes that pass with all that lead to them, or that they lead to.</summary>
    private static Func<Box, bool> With(Func<Picture, ILookup<string, string>> next, Picture picture, Func<Box, bool> passes)
    {
        var steps = next(picture);
        var met = Walk(picture.Boxes.Where(passes).Select(b => b.Id), id => steps[id]);
        return box => met.Contains(box.Id);
    }

    private static ILookup<string, string> Below(Picture picture) =>
        picture.Lines.Where(l => !l.IsCoupling).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);

    private static ILookup<string, string> Above(Picture picture) =>
        picture.Lines.Where(l => !l.IsCoupling).ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);

    private static HashSet<string> Walk(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(from);
        while (waiting.TryPop(out var id))
        {
            if (met.Add(id))
            {
                foreach (var step in next(id))
                {
                    waiting.Push(step);
                }
            }
        }

        return met;
    }

    private static Picture Keep(Picture picture, Func<Box, bool> passes)
    {
        var kept = picture.Boxes.Where(b => b.IsJunction || passes(b)).ToDictionary(b => b.Id, StringComparer.Ordinal);
        if (kept.Count == picture.Boxes.Count)
        {
            return picture;
        }

        List<Line> Lines() => [.. picture.Lines.Where(l => kept.ContainsKey(l.From) && kept.ContainsKey(l.To))];
        // A junction that lines lead to or from only is the end of nothing.
        var (into, outOf) = (Lines().Select(l => l.To).ToHashSet(), Lines().Select(l => l.From).ToHashSet());
        foreach (var junction in kept.Values.Where(b => b.IsJunction && !(into.Contains(b.Id) && outOf.Contains(b.Id))).ToList())
        {
            kept.Remove(junction.Id);
        }

        var (lanes, levels) = (kept.Values.Select(b => b.Lane).ToHashSet(), kept.Values.Select(b => b.Level).ToHashSet());
        return picture with
        {
            Boxes = [.. picture.Boxes.Where(b => kept.ContainsKey(b.Id))],
            Lines = Lines(),
            Lanes = [.. picture.Lanes.Where(l => lanes.Contains(l.Id))],
            LeadingLanes = picture.Lanes.Take(picture.LeadingLanes).Count(l => lanes.Contains(l.Id)),
            Levels = [.. picture.Levels.Where(l => levels.Contains(l.Level))],
        };
    }
}

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
        var opened = visning.Aabnet.Where(key => udsnit.Find(key) is { } node && opens(node)).ToHashSet(StringComparer.Ordinal);
        var shown = Open(picture, udsnit, opened);
        shown = Keep(shown, box => !visning.Skjulte.Contains(box.Kind));
        shown = visning.Passer is { } passer ? Keep(shown, With(Above, shown, b => b.Key is not { } key || passer.Contains(key))) : shown;
        shown = visning.Fokus is { } fokus ? Focus(shown, fokus) : shown;
        shown = visning.Foldet.Count > 0 ? Fold(FoldLanes(shown, udsnit, visning.Foldet), udsnit, visning.Foldet) : shown;
        var gone = picture.Boxes.Count(b => !b.IsJunction) - shown.Boxes.Count(b => !b.IsJunction);
        return gone <= 0 ? shown : shown with { Caption = shown.Caption with { Folded = picture.Caption.Folded + gone } };
    }

    /// <summary>Says of each box how many of its children are not in the picture.</summary>
    /// <param name="opens">The nodes whose children are all in the selection.</param>
    public static Picture Count(Picture picture, Udsnit udsnit, Func<Node, bool> opens)
    {
        var shown = picture.Boxes.Select(b => b.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return picture with
        {
            Boxes =
            [
                .. picture.Boxes.Select(b =>
                    b.Key is { } key && udsnit.Find(key) is { } node && node.Kind.IsChain() && opens(node)
                        ? b with
                        {
                            More = udsnit.Children(key).Count(c => !shown.Contains(c.Key)),
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
        var children = opened.SelectMany(udsnit.Children).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
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
        foreach (var node in opened.Select(udsnit.Find).OfType<Node>().OrderBy(n => n.Level).ThenBy(n => n.Key, StringComparer.Ordinal))
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

        return scene.Extend(picture);
    }

    private static Picture Focus(Picture picture, string key)
    {
        bool IsAsked(Box box) => box.Key == key;
        var (above, below) = (With(Above, picture, IsAsked), With(Below, picture, IsAsked));
        return picture.Boxes.Any(IsAsked) ? Keep(picture, box => above(box) || below(box)) : picture;
    }

    /// <summary>A folded lane is one box that counts what stood in it. What leads into the lane or out of it leads to the box.</summary>
    private static Picture FoldLanes(Picture picture, Udsnit udsnit, IReadOnlySet<string> folded)
    {
        var boxes = picture
            .Lanes.Where(l => folded.Contains(l.Id))
            .ToDictionary(l => l.Id, l => Folded(l, [.. picture.Boxes.Where(b => IsIn(b, l.Id))], udsnit), StringComparer.Ordinal);
        if (boxes.Count == 0)
        {
            return picture;
        }

        var all = picture.Boxes.ToDictionary(b => b.Id, StringComparer.Ordinal);
        Box End(string id) => all[id] is var box && boxes.TryGetValue(box.Lane, out var lane) && IsIn(box, lane.Id) ? lane : box;
        var moved = picture
            .Lines.Select(l => (Line: l, From: End(l.From), To: End(l.To)))
            .Where(l => l.From.Id != l.To.Id && (l.Line.IsCoupling || l.From.Level < l.To.Level))
            .Select(l => l.Line with { From = l.From.Id, To = l.To.Id })
            .DistinctBy(l => (l.From, l.To, l.Style));
        return Keep(
            picture with
            {
                Lines = [.. moved],
                Boxes = [.. picture.Boxes, .. boxes.Values],
            },
            box => boxes.ContainsKey(box.Id) || End(box.Id) == box
        );

        bool IsIn(Box box, string lane) => box.Lane == lane && !box.IsJunction && box.Kind != "kobling";
    }

    private static Box Folded(Lane lane, IReadOnlyList<Box> inside, Udsnit udsnit)
    {
        var count = Foldning.Count(inside.Select(b => b.Key).OfType<string>().Select(udsnit.Find).OfType<Node>());
        return new Box(lane.Id, "organisation", inside.Min(b => b.Level), lane.Id, "Foldet sammen", count, $"{lane.Title}: {count}")
        {
            Key = udsnit.Find(lane.Id)?.Key,
            IsFolded = true,
        };
    }

    /// <summary>What only folded boxes lead to is hidden; what another box leads to as well stays.</summary>
    private static Picture Fold(Picture picture, Udsnit udsnit, IReadOnlySet<string> folded)
    {
        // A lane is folded already, and what it leads to elsewhere stays.
        folded = folded.Except(picture.Lanes.Select(l => l.Id)).ToHashSet(StringComparer.Ordinal);
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

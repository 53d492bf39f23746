using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What is folded into a box is counted in it.</summary>
internal static class Foldning
{
    /// <summary>
    /// The deepest level that can be shown when at most so many nodes can be read, but never less than <paramref name="least"/>.
    /// </summary>
    public static int Deepest(IReadOnlyCollection<Node> nodes, int most, int least) =>
        Enumerable.Range(least, 6 - least).Last(l => l == least || nodes.Count(n => n.Level <= l) <= most);

    /// <summary>"3 effekter, 8 indikatorer".</summary>
    public static string Count(IEnumerable<Node> nodes) =>
        string.Join(
            ", ",
            nodes
                .GroupBy(n => n.Kind)
                .OrderBy(g => g.Key)
                .Select(g => $"{g.Count()} {(g.Count() == 1 ? g.Key.Info().Navn : g.Key.Info().Flertal)}")
        );

    /// <summary>
    /// A box that stands for some nodes: how many there are of what, and of what stands below them. Its whole text is what it is called,
    /// or, where that is nothing, what they are called.
    /// </summary>
    public static Box Counted(Udsnit udsnit, Box box, IReadOnlyList<Node> nodes)
    {
        var below = Count(Slaegt.Below(udsnit, nodes));
        return box with
        {
            Caption = "Foldet sammen",
            Text = Count(nodes),
            Full =
                box.Full.Length > 0
                    ? $"{box.Full}: {Count(nodes)}"
                    : string.Join("; ", nodes.Select(n => n.Titel).Order(StringComparer.Ordinal)),
            Note = below.Length == 0 ? null : "+" + below,
            Members = [.. nodes.Select(n => n.Key)],
        };
    }

    /// <summary>A box that stands for fewer than it did; what it says of them stays, but for how much stands below.</summary>
    public static Box Recounted(Udsnit udsnit, Box box, IReadOnlyList<Node> nodes) =>
        Counted(udsnit, box with { Full = "" }, nodes) is var counted && box.Note?.StartsWith('+') == true
            ? counted
            : counted with
            {
                Note = box.Note,
            };

    /// <summary>"+5 effekter, 8 indikatorer": the hierarchy descendants deeper than a level that count; null for none.</summary>
    public static string? Note(Udsnit udsnit, Node node, int deepest, Func<Node, bool>? counts = null)
    {
        var folded = Count(Slaegt.Below(udsnit, [node]).Where(n => n.Level > deepest && (counts is null || counts(n))));
        // Only the last level shown carries the count, else every ancestor would repeat it.
        var carries = node.Level == deepest || !udsnit.Children(node.Key).Any(c => c.Level <= deepest);
        return folded.Length > 0 && carries ? "+" + folded : null;
    }
}

using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What is folded into a box is counted in it.</summary>
internal static class Foldning
{
    /// <summary>"+5 effekter, 8 indikatorer": the hierarchy descendants deeper than a level; null for none.</summary>
    public static string? Note(Udsnit udsnit, Node node, int deepest)
    {
        var counts = Slaegt.Below(udsnit, [node]).Where(n => n.Level > deepest).GroupBy(n => n.Kind).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {(g.Count() == 1 ? g.Key.Info().Navn : g.Key.Info().Flertal)}").ToList();
        // Only the last level shown carries the count, else every ancestor would repeat it.
        var carries = node.Level == deepest || !udsnit.Children(node.Key).Any(c => c.Level <= deepest);
        return counts.Count > 0 && carries ? "+" + string.Join(", ", counts) : null;
    }
}

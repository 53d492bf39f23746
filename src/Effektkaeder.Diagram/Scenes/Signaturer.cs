using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What the signs of a picture mean: its kinds, its ghosts and its styles of line, each where it is used.</summary>
internal static class Signaturer
{
    private static readonly (string Style, string Word)[] LineWords =
    [
        ("", "Siges af teksten"),
        ("weak", "Står i samme skema"),
        ("coupling", "Kobling"),
        ("inferred", "Udledt kobling"),
        ("coupling between", "Koblinger mellem to centre, talt"),
        ("aside", "Rammer ind"),
        ("aside belongs", "Hører til"),
        ("path", "Vej fra ændringen"),
        ("coupling path", "Vej over en kobling"),
    ];

    public static IEnumerable<LegendEntry> Of(List<Box> all, List<Line> drawn)
    {
        var impact = all.Any(b => b.Marks.Any(Theme.IsConsequence));
        var kinds = all.Where(b => !b.IsJunction).Select(b => b.Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in NodeKinds.Levels.Prepend(NodeKind.Politik.Info()).Where(k => kinds.Contains(k.Slug)))
        {
            yield return new(kind.Slug, false, kind.Navn.Capitalised()) { IsSmall = impact };
        }

        if (kinds.Any(k => Theme.StyleOf(k) == Tokens.Other.Name))
        {
            yield return new(Tokens.Other.Name, false, "Andet (se boksen)") { IsSmall = impact };
        }

        if (all.Any(b => b.Marks.Contains("ghost")))
        {
            yield return new(Tokens.Other.Name, false, "Nævnt, ikke indlæst", "ghost");
        }

        foreach (var (style, word) in LineWords.Where(l => drawn.Any(d => d.Style == l.Style)))
        {
            yield return new(style, true, word);
        }
    }
}

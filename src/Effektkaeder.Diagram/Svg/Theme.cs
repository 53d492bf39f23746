namespace Effektkaeder.Diagram.Svg;

/// <summary>Sizes, and which style a thing wears. Colours are in <see cref="Tokens"/>.</summary>
internal static class Theme
{
    /// <summary>The class of the root element.</summary>
    public const string Root = "ek";

    /// <summary>No letter is smaller than 11 units: 11 px on a screen at 1:1, and 9 points on a sheet of A3 (see the tiling).</summary>
    public const double SmallSize = 11,
        FontSize = 12.5,
        LineHeight = 16,
        SmallLineHeight = 14,
        TitleSize = 18,
        NumberSize = 17;

    public const double BoxWidth = 200,
        BoxPadding = 9,
        Stripe = 5;

    /// <summary>The kinds that have colours of their own; every other is drawn as "other".</summary>
    public static string StyleOf(string kind) =>
        kind == Tokens.Tie.Name || Tokens.Kinds.Any(k => k.Name == kind) ? kind : Tokens.Other.Name;

    /// <summary>Ground, border and letters of a box, on white: those of its consequence, where it has one, else of its kind.</summary>
    public static Surface SurfaceOf(Box box) =>
        Tokens.Consequences.FirstOrDefault(c => box.Marks.Contains(c.Name))
        ?? Tokens.Kinds.Append(Tokens.Tie).FirstOrDefault(k => k.Name == box.Kind)
        ?? Tokens.Other;

    /// <summary>The class of a box: of its kind, its kind of time, or its step in a table of counts.</summary>
    public static string ClassOf(string style) =>
        Tokens.Counts.Any(q => q.Name == style) ? style
        : Tokens.Times.Any(t => t.Name == style) ? "t-" + style
        : "k-" + StyleOf(style);

    /// <summary>Whether a mark colours the whole box, so that its kind is told by a small mark and a word.</summary>
    public static bool IsConsequence(string mark) => Tokens.Consequences.Any(c => c.Name == mark);

    public static bool IsChange(string mark) => Tokens.Changes.Any(c => c.Name == mark);
}

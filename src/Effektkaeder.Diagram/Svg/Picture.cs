namespace Effektkaeder.Diagram.Svg;

/// <summary>What a drawing says about itself.</summary>
/// <param name="Title">The heading, and the accessible name.</param>
/// <param name="Description">A sentence or two: what it amounts to. Stands under the heading, and is told to those who cannot see
/// it.</param>
/// <param name="Source">The line that says where the facts come from.</param>
/// <param name="Folded">How many nodes are folded into others.</param>
public sealed record Caption(string Title, string Description, IReadOnlyList<LegendEntry> Legend, string Source, int Folded);

/// <summary>What is to be drawn, before anything has a place. Knows boxes and lines, not what they stand for.</summary>
/// <param name="Lanes">The first <paramref name="LeadingLanes"/> are drawn first and in this order; the others where their couplings are
/// shortest.</param>
public sealed record Picture(
    Caption Caption,
    IReadOnlyList<Box> Boxes,
    IReadOnlyList<Line> Lines,
    IReadOnlyList<Lane> Lanes,
    IReadOnlyList<LevelHeading> Levels,
    int LeadingLanes
);

/// <param name="Id">Unique and stable: the key of what it stands for, or made from one.</param>
/// <param name="Kind">A style of <see cref="Theme"/>; also <c>data-kind</c>.</param>
/// <param name="Caption">A small line above the text; null for none.</param>
/// <param name="Text">The label.</param>
/// <param name="Full">What the label says whole: the tooltip.</param>
/// <param name="Note">A small line under the text, such as how much is folded; null for none.</param>
/// <param name="Mark">Classes that mark the box, with spaces between: a consequence, a certainty, a ghost; null for none.</param>
/// <param name="Key">Goes to <c>data-key</c>; null for boxes that stand for no node.</param>
public sealed record Box(
    string Id,
    string Kind,
    int Level,
    string Lane,
    string? Caption,
    string Text,
    string Full,
    string? Note = null,
    string? Mark = null,
    string? Key = null
)
{
    public IReadOnlyList<string> Marks => Mark?.Split(' ') ?? [];

    /// <summary>A junction of a bundle of lines: drawn as a dot.</summary>
    public bool IsJunction { get; init; }
}

/// <param name="Style">A line style of <see cref="Theme"/>.</param>
/// <param name="IsCoupling">Drawn apart from the hierarchy.</param>
public sealed record Line(string Id, string From, string To, string Style, bool IsCoupling, string Full)
{
    /// <summary>A word to stand on the line where there is room; null for none.</summary>
    public string? Word { get; init; }
}

public sealed record Lane(string Id, string Title);

public sealed record LevelHeading(int Level, string Title);

/// <summary>One line of the legend: a box of a style, or a line of one.</summary>
public sealed record LegendEntry(string Style, bool IsLine, string Text, string? Mark = null);

/// <summary>A finished drawing.</summary>
/// <param name="Svg">A document that stands alone.</param>
public sealed record Drawing(string Svg, double Width, double Height, int Folded, string Title);

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>What a drawing says about itself.</summary>
/// <param name="Title">The heading, and the accessible name.</param>
/// <param name="Description">A sentence or two: what it amounts to. Stands under the heading, and is told to those who cannot see
/// it.</param>
/// <param name="Source">The line that says where the facts come from.</param>
/// <param name="Folded">How many nodes are folded into others.</param>
public sealed record Caption(string Title, string Description, IReadOnlyList<LegendEntry> Legend, string Source, int Folded)
{
    /// <summary>The line under the picture: its sources, and how much is folded as it is shown.</summary>
    public string Sources => Folded == 0 ? Source : $"{Source} {Folded} led er foldet sammen og talt i boksene.";
}

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
)
{
    /// <summary>What belongs to the picture and is no part of its graph: quiet lists under it.</summary>
    public IReadOnlyList<TextList> Lists { get; init; } = [];

    /// <summary>Each level is one column, however high that makes it.</summary>
    public bool OneColumnALevel { get; init; }

    /// <summary>Of its boxes, in the drawing's unit.</summary>
    public double BoxWidth { get; init; } = Theme.BoxWidth;

    /// <summary>The same with boxes of another width; a lane that is alone has its name with the words under the heading.</summary>
    public Picture Narrowed(double boxWidth) =>
        Lanes is [var alone]
            ? this with
            {
                BoxWidth = boxWidth,
                Lanes = [],
                LeadingLanes = 0,
                Caption = Caption with { Description = $"{alone.Title}. {Caption.Description}" },
            }
            : this with
            {
                BoxWidth = boxWidth,
            };
}

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

    /// <summary>The keys of what is counted in it: each leaves it when it is opened.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>A junction of a bundle of lines: drawn as a dot.</summary>
    public bool IsJunction { get; init; }

    /// <summary>How many that stand below it are not in the picture.</summary>
    public int More { get; init; }

    /// <summary>What stood below it in the picture is folded into it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>What the box is coupled to, told at the box where a line would be one of a crowd; null for none.</summary>
    public string? Tie { get; init; }
}

/// <param name="Style">A line style of <see cref="Stylesheet"/>.</param>
/// <param name="IsCoupling">Drawn apart from the hierarchy.</param>
public sealed record Line(string Id, string From, string To, string Style, bool IsCoupling, string Full)
{
    /// <summary>A word to stand on the line where there is room; null for none.</summary>
    public string? Word { get; init; }
}

public sealed record Lane(string Id, string Title)
{
    /// <summary>What the lane amounts to, told beside its title where there is room.</summary>
    public IReadOnlyList<LaneFact> Facts { get; init; } = [];
}

/// <summary>A number and what it counts.</summary>
public sealed record LaneFact(string Number, string Word);

public sealed record LevelHeading(int Level, string Title);

/// <summary>A heading and what stands under it.</summary>
public sealed record TextList(string Title, IReadOnlyList<TextItem> Items);

/// <param name="Caption">A small line above the text; null for none.</param>
/// <param name="Full">What the text says whole: the tooltip.</param>
public sealed record TextItem(string? Caption, string Text, string Full, string? Key = null);

/// <summary>One line of the legend: a box of a style, or a line of one.</summary>
public sealed record LegendEntry(string Style, bool IsLine, string Text, string? Mark = null)
{
    /// <summary>The kind is told by a small mark, as boxes have the colour of something else.</summary>
    public bool IsSmall { get; init; }
}

/// <summary>A finished drawing.</summary>
/// <param name="Svg">A document that stands alone.</param>
public sealed record Drawing(string Svg, double Width, double Height, int Folded, string Title)
{
    /// <summary>What sheets of paper need to know of it.</summary>
    internal PosterPlan? Poster { get; init; }
}

/// <summary>A drawing without its frame, and how it may be cut.</summary>
/// <param name="Head">Height of the strip with the headings of the columns, at the top.</param>
/// <param name="Left">Width of the strip with the headings of the rows, at the left.</param>
/// <param name="Whole">What no cut may go through: boxes, with their ids, and names.</param>
/// <param name="Lanes">Names to write again where a lane goes on, with the lane's extent.</param>
internal sealed record PosterPlan(
    Caption Caption,
    SvgFragment Body,
    double Width,
    double Height,
    double Head,
    double Left,
    IReadOnlyList<(string? Id, LayoutRectangle Box)> Whole,
    IReadOnlyList<(string Title, double Top, double Bottom)> Lanes
);

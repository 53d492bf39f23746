using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Gives a picture's boxes their size, and the layout engine just what may influence it: sizes, levels, lanes, lines.</summary>
internal static class PictureLayout
{
    public const double LaneHeading = 132,
        LevelHeading = 30,
        JunctionSize = 7;

    /// <summary>The lines of a box's label, and its height.</summary>
    public sealed record Label(IReadOnlyList<string> Lines, double Width, double Height);

    private const int MaxLines = 6;

    public static Label Measure(Box box)
    {
        if (box.IsJunction)
        {
            return new([], JunctionSize, JunctionSize);
        }

        var inner = Theme.BoxWidth - 2 * Theme.BoxPadding - Theme.Stripe;
        var lines = Wrapping.Lines(box.Text, inner, Theme.FontSize, MaxLines);
        var notes = box.Note is null ? 0 : Wrapping.Lines(box.Note, inner, Theme.SmallSize, 2).Count;
        var small = (box.Caption is null ? 0 : 1) + notes;
        return new(lines, Theme.BoxWidth, 2 * Theme.BoxPadding - 3 + lines.Count * Theme.LineHeight + small * Theme.SmallLineHeight);
    }

    public static LayoutResult Place(Picture picture, IReadOnlyList<Label> labels)
    {
        var nodes = picture.Boxes.Select((box, i) => new LayoutNode(box.Id, labels[i].Width, labels[i].Height, box.Level, box.Lane));
        var edges = picture.Lines.Select(l => new LayoutEdge(
            l.Id,
            l.From,
            l.To,
            l.IsCoupling ? EdgeKind.Coupling : EdgeKind.Hierarchy,
            l.Word is null ? null : new(TextMeasure.Width(l.Word, Theme.SmallSize), Theme.SmallSize)
        ));
        return LayoutPipeline.Run(
            new([.. nodes], [.. edges]),
            new LayoutOptions
            {
                LaneHeaderSize = LaneHeading,
                LevelHeaderSize = LevelHeading,
                LevelSpacing = 48,
                LaneOrder = [.. picture.Lanes.Take(picture.LeadingLanes).Select(l => l.Id)],
                Margin = 20,
            }
        );
    }
}

using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Gives a picture's boxes their size, and the layout engine just what may influence it: sizes, levels, lanes, lines.</summary>
internal static class PictureLayout
{
    public const double LaneHeading = 132,
        LevelHeading = 30,
        Margin = 20;

    private const int MostLaneLines = 8;

    /// <summary>The lines of a lane's name.</summary>
    public static IReadOnlyList<string> LaneLines(string title) =>
        Wrapping.Lines(title, LaneHeading - 20, Theme.FontSize, MostLaneLines, bold: true);

    /// <summary>How high a lane's name is, with the air around it.</summary>
    public static double Named(string title) => 12 + LaneLines(title).Count * Theme.LineHeight;

    /// <param name="previous">A drawing of the same scene: what is in both keeps its place.</param>
    public static LayoutResult Place(
        Picture picture,
        IReadOnlyList<BoxLabel> labels,
        LayoutResult? previous = null,
        CancellationToken ct = default
    )
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
                LaneLeast = picture.Lanes.ToDictionary(l => l.Id, l => Named(l.Title), StringComparer.Ordinal),
                LaneHeaderSize = picture.Lanes.Count == 0 ? 0 : LaneHeading,
                LevelHeaderSize = LevelHeading,
                LevelSpacing = picture.BoxWidth < Theme.BoxWidth ? 30 : 48,
                LaneOrder = [.. picture.Lanes.Take(picture.LeadingLanes).Select(l => l.Id)],
                Margin = Margin,
                Previous = previous,
                Stop = ct,
                Folding = picture.OneColumnALevel ? LevelFolding.Never : LevelFolding.Auto,
            }
        );
    }
}

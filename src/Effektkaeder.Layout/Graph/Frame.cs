namespace Effektkaeder.Layout.Graph;

/// <summary>
/// The engine thinks in one frame: main axis along the levels, cross axis over the lanes.
/// Turning into that frame and back out of it is this file's whole business.
/// </summary>
internal static class Frame
{
    public static NodeBox Turn(LayoutNode node, LayoutDirection direction, int lane) =>
        direction == LayoutDirection.LeftToRight
            ? new NodeBox(node.Width, node.Height, node.Level, lane)
            : new NodeBox(node.Height, node.Width, node.Level, lane);

    public static LayoutPoint Point(double main, double cross, LayoutDirection direction) =>
        direction == LayoutDirection.LeftToRight ? new LayoutPoint(main, cross) : new LayoutPoint(cross, main);

    public static LayoutRectangle Rectangle(double main, double cross, double length, double breadth, LayoutDirection direction) =>
        direction == LayoutDirection.LeftToRight
            ? new LayoutRectangle(main, cross, length, breadth)
            : new LayoutRectangle(cross, main, breadth, length);

    /// <summary>The undoing: a drawn rectangle's start and extent along the main axis and across it.</summary>
    public static (double Main, double Cross, double Length, double Breadth) Back(LayoutRectangle box, LayoutDirection direction) =>
        direction == LayoutDirection.LeftToRight ? (box.X, box.Y, box.Width, box.Height) : (box.Y, box.X, box.Height, box.Width);
}

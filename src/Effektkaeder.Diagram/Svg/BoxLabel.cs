using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The lines of a box, and the size they need.</summary>
/// <param name="Caption">One line, or none.</param>
internal sealed record BoxLabel(
    IReadOnlyList<string> Caption,
    IReadOnlyList<string> Text,
    IReadOnlyList<string> Note,
    IReadOnlyList<string> Tie,
    double Width,
    double Height
)
{
    private const double JunctionSize = 7;
    private const int MostLines = 6,
        MostSmall = 2;

    /// <summary>Room for the small mark of a kind before its word.</summary>
    public const double Mark = 13;

    /// <summary>The labels of a picture's boxes, in their order.</summary>
    public static List<BoxLabel> All(Picture picture) => [.. picture.Boxes.Select(box => Of(box, picture.BoxWidth))];

    private static BoxLabel Of(Box box, double width)
    {
        if (box.IsJunction)
        {
            return new([], [], [], [], JunctionSize, JunctionSize);
        }

        var inner = width - 2 * Theme.BoxPadding - Theme.Stripe;
        var marked = box.Marks.Any(Theme.IsConsequence) ? Mark : 0;
        var caption = Small(box.Caption, inner - marked, 1);
        var text = Wrapping.Lines(box.Text, inner, Theme.FontSize, MostLines);
        var (note, tie) = (Small(box.Note, inner, MostSmall), Small(box.Tie, inner, MostSmall));
        var small = caption.Count + note.Count + tie.Count;
        var height = 2 * Theme.BoxPadding - 3 + text.Count * Theme.LineHeight + small * Theme.SmallLineHeight;
        return new(caption, text, note, tie, width, height);
    }

    private static IReadOnlyList<string> Small(string? text, double width, int most) =>
        text is null ? [] : Wrapping.Lines(text, width, Theme.SmallSize, most);
}

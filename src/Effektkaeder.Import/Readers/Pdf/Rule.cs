using UglyToad.PdfPig.Content;

namespace Effektkaeder.Import.Readers.Pdf;

/// <summary>A drawn line, or the side of a drawn box, that is level or upright.</summary>
internal sealed record Rule(bool IsLevel, double At, double From, double To)
{
    private const double Thin = 2.5;
    private const double Shortest = 6;

    internal static IEnumerable<Rule> Of(Page page)
    {
        foreach (var path in page.Paths.Where(p => !p.IsClipping && (p.IsStroked || p.IsFilled)))
        {
            foreach (var part in path)
            {
                if (part.GetBoundingRectangle() is not { } box)
                {
                    continue;
                }

                if (box.Height <= Thin && box.Width >= Shortest)
                {
                    yield return new Rule(true, (box.Bottom + box.Top) / 2, box.Left, box.Right);
                }
                else if (box.Width <= Thin && box.Height >= Shortest)
                {
                    yield return new Rule(false, (box.Left + box.Right) / 2, box.Bottom, box.Top);
                }
                else if (path.IsStroked && part.Commands.Count >= 4 && box.Width < page.Width * 0.98)
                {
                    yield return new Rule(true, box.Top, box.Left, box.Right);
                    yield return new Rule(true, box.Bottom, box.Left, box.Right);
                    yield return new Rule(false, box.Left, box.Bottom, box.Top);
                    yield return new Rule(false, box.Right, box.Bottom, box.Top);
                }
            }
        }
    }

    internal bool Meets(Rule other)
    {
        const double near = 3;
        return IsLevel == other.IsLevel
            ? Math.Abs(At - other.At) <= near && From <= other.To + near && other.From <= To + near
            : other.From - near <= At && At <= other.To + near && From - near <= other.At && other.At <= To + near;
    }
}

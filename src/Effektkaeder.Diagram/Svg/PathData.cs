using System.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The way of a path (SVG 1.1, section 8.3); lower-case steps are counted from where the pen is.</summary>
internal sealed class PathData
{
    private readonly StringBuilder _data = new();

    public PathData Move(double x, double y) => Add('M', x, y);

    public PathData Line(double x, double y) => Add('L', x, y);

    public PathData Across(double x) => Add('H', x);

    public PathData Down(double y) => Add('V', y);

    public PathData By(double dx, double dy) => Add('l', dx, dy);

    public PathData AcrossBy(double dx) => Add('h', dx);

    public PathData DownBy(double dy) => Add('v', dy);

    public PathData Curve(double x1, double y1, double x2, double y2, double x, double y) => Add('C', x1, y1, x2, y2, x, y);

    /// <summary>A quarter of a circle.</summary>
    public PathData CornerBy(double radius, double dx, double dy) => Add('a', radius, radius, 0, 0, 1, dx, dy);

    public PathData Close()
    {
        _data.Append('z');
        return this;
    }

    public override string ToString() => _data.ToString();

    private PathData Add(char step, params ReadOnlySpan<double> numbers)
    {
        _data.Append(step);
        for (var i = 0; i < numbers.Length; i++)
        {
            _data.Append(i == 0 ? "" : " ").Append(numbers[i].Invariant());
        }

        return this;
    }
}

using System.Globalization;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The value of an attribute: a text, or a number written with a dot. Null leaves the attribute out.</summary>
internal readonly record struct SvgValue(string? Text)
{
    public static implicit operator SvgValue(string? text) => new(text);

    public static implicit operator SvgValue(double number) => new(number.Invariant());

    public static implicit operator SvgValue(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}

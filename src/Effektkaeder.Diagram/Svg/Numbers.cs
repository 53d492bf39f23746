using System.Globalization;

namespace Effektkaeder.Diagram.Svg;

internal static class Numbers
{
    /// <summary>Two decimals at the most, a dot, no exponent.</summary>
    public static string Invariant(this double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}

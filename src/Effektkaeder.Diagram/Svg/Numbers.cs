using System.Globalization;

namespace Effektkaeder.Diagram.Svg;

internal static class Numbers
{
    /// <summary>Two decimals at the most, a dot, no exponent.</summary>
    public static string Invariant(this double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Six decimals at the most: for what is multiplied.</summary>
    public static string Exact(this double value) => Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);
}

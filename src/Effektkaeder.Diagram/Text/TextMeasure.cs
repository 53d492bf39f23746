namespace Effektkaeder.Diagram.Text;

/// <summary>Widths of text as DejaVu Sans sets it, without kerning: a little more than what is drawn, so lines never overflow.</summary>
public static class TextMeasure
{
    /// <summary>A character that the table lacks is taken as wide as the widest letter.</summary>
    private const short Unknown = 2048;

    /// <returns>Width in the unit of <paramref name="size"/>.</returns>
    public static double Width(ReadOnlySpan<char> text, double size, bool bold = false)
    {
        var (table, beyond) = bold ? (FontWidths.Bold, FontWidths.BoldBeyond) : (FontWidths.Regular, FontWidths.RegularBeyond);
        var units = 0L;
        foreach (var c in text)
        {
            var index = c - FontWidths.First;
            units +=
                index >= 0 && index < table.Length
                    ? table[index]
                    : beyond.GetValueOrDefault(c, char.IsLowSurrogate(c) ? (short)0 : Unknown);
        }
        return units * size / FontWidths.UnitsPerEm;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Effektkaeder.Import.Readers.Xlsx;

/// <summary>
/// A workbook keeps a date as a number of days and 57 % as 0.57; only the cell's format tells what people see. All are written as people
/// write them.
/// </summary>
internal sealed partial class CellFormats
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    private readonly Format[] _formats;

    internal CellFormats(WorkbookPart workbook)
    {
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.NumberFormatId?.Value is not null)
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "");
        _formats = [.. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => Of(f.NumberFormatId?.Value ?? 0, own))];
    }

    private enum Format
    {
        Plain,
        Date,
        Percent,
    }

    /// <summary>"31-12-2025" of a date, "57 %" of a share, "40,5" of another number; what is no number as it stands.</summary>
    internal string Written(Cell cell, string value)
    {
        if (cell.DataType?.Value == CellValues.Date)
        {
            return DateTime.TryParse(value, CultureInfo.InvariantCulture, out var iso) ? Day(iso) : value;
        }

        if (
            (cell.DataType is not null && cell.DataType.Value != CellValues.Number)
            || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return value;
        }

        var style = (int)(cell.StyleIndex?.Value ?? 0);
        return (style < _formats.Length ? _formats[style] : Format.Plain) switch
        {
            Format.Date when number is > 0 and < 2_958_466 => Day(DateTime.FromOADate(number)),
            Format.Percent when Math.Abs(number) < 1e9 => Number(number * 100) + " %",
            // 1.125 is not the thousand that it would be as text.
            _ => value.AsSpan().ContainsAny(".eE") && Math.Abs(number) < 1e15 ? Number(number) : value,
        };
    }

    private static string Day(DateTime day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.############", Danish);

    /// <summary>
    /// Built-in formats 14-17 and 22 are days, 9 and 10 shares; an own format is one where it names day, month or year, or has the sign
    /// outside quotes.
    /// </summary>
    private static Format Of(uint id, Dictionary<uint, string> own)
    {
        var first = Quoted().Replace(own.GetValueOrDefault(id, ""), "").Split(';')[0];
        return id is (>= 14 and <= 17) or 22
            || first.Contains("yy", StringComparison.OrdinalIgnoreCase)
            || first.Contains("dd", StringComparison.OrdinalIgnoreCase)
                ? Format.Date
            : id is 9 or 10 || first.Contains('%', StringComparison.Ordinal) ? Format.Percent
            : Format.Plain;
    }

    /// <summary>What a format writes as it stands: quoted, or after a backslash.</summary>
    [GeneratedRegex(
        """
            "[^"]*"|\\.
            """,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Quoted();
}

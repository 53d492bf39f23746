using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Effektkaeder.Import.Readers.Xlsx;

/// <summary>A workbook keeps a date as a number of days; only the cell's format tells that it is one.</summary>
internal sealed class CellDates
{
    private readonly bool[] _isDate;

    internal CellDates(WorkbookPart workbook)
    {
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.NumberFormatId?.Value is not null)
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "");
        _isDate = [.. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => IsDate(f.NumberFormatId?.Value ?? 0, own))];
    }

    /// <summary>"31-12-2025" of a date cell; null of any other.</summary>
    internal string? Written(Cell cell, string value)
    {
        var style = (int)(cell.StyleIndex?.Value ?? 0);
        return cell.DataType?.Value == CellValues.Date && DateTime.TryParse(value, CultureInfo.InvariantCulture, out var iso) ? Of(iso)
            : cell.DataType is null
            && style < _isDate.Length
            && _isDate[style]
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and < 2_958_466
                ? Of(DateTime.FromOADate(days))
            : null;
    }

    private static string Of(DateTime day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>Built-in formats 14-17 and 22 are days; an own format is one where it names day, month or year.</summary>
    private static bool IsDate(uint id, Dictionary<uint, string> own) =>
        id is (>= 14 and <= 17) or 22
        || (
            own.TryGetValue(id, out var code)
            && code.Split(';')[0] is var first
            && (first.Contains("yy", StringComparison.OrdinalIgnoreCase) || first.Contains("dd", StringComparison.OrdinalIgnoreCase))
        );
}

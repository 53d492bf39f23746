using System.Collections;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Effektkaeder.Exchange.Lists;

/// <summary>
/// Lists as the sheets of an Excel workbook: Danish headings, real days and numbers, a filter and a frozen first row. The same lists give
/// the same bytes: what the library draws by lot or reads off the clock is numbered and set to one day.
/// </summary>
public static partial class Workbook
{
    private const int LongestName = 31;

    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IReadOnlyList<Listing> listings)
    {
        var sheets = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var listing in listings)
        {
            sheets[Name(listing.Name)] = Rows(listing);
        }

        using var drawn = new MemoryStream();
        drawn.SaveAs(
            sheets,
            configuration: new OpenXmlConfiguration
            {
                AutoFilter = true,
                FreezeRowCount = 1,
                EnableAutoWidth = true,
                FastMode = true,
                TableStyles = TableStyles.None,
            }
        );
        drawn.Position = 0;
        Settle(drawn, stream);
    }

    /// <summary>Where there is no row, the headings stand alone.</summary>
    private static List<Dictionary<string, object?>> Rows(Listing listing)
    {
        var heads = listing.Shown.ToList();
        var rows = listing.Values.Count > 0 ? listing.ShownValues : [heads.Select(_ => (object?)null)];
        return
        [
            .. rows.Select(row => row.Select((value, i) => (Head: heads[i], Value: Cell(value))).ToDictionary(c => c.Head, c => c.Value)),
        ];
    }

    private static object? Cell(object? value) =>
        value switch
        {
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            DateTimeOffset instant => instant.UtcDateTime,
            bool or string or not (IEnumerable or null) and IFormattable => value is bool yes ? Listing.Text(yes) : value,
            null => null,
            _ => Listing.Text(value),
        };

    /// <summary>What a sheet's name may hold.</summary>
    private static string Name(string name)
    {
        var plain = string.Concat(name.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal)));
        return plain.Length > LongestName ? plain[..LongestName] : plain;
    }

    private static void Settle(Stream drawn, Stream stream)
    {
        using var from = new ZipArchive(drawn, ZipArchiveMode.Read);
        using var whole = new MemoryStream();
        using (var to = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                var text = Drawn().Replace(reader.ReadToEnd(), m => Numbered(numbers, m.Value));
                var settled = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                settled.LastWriteTime = Day;
                using var writer = new StreamWriter(settled.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write(text);
            }
        }

        whole.Position = 0;
        whole.CopyTo(stream);
    }

    private static string Numbered(Dictionary<string, string> numbers, string drawn)
    {
        if (!numbers.TryGetValue(drawn, out var number))
        {
            numbers[drawn] = number = $"R{numbers.Count + 1}";
        }

        return number;
    }

    [GeneratedRegex("(?<=\")R[0-9a-f]{32}(?=\")")]
    private static partial Regex Drawn();
}

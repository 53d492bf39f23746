using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Exchange.Lists;

/// <summary>
/// Semicolons, as Danish spreadsheets read; a cell that a spreadsheet would run as a formula is escaped.
/// </summary>
public static class CsvText
{
    private const char Bom = '\uFEFF';

    /// <param name="danish">With a byte order mark and decimal commas.</param>
    /// <param name="shown">For a terminal: what may not be shown there is marked.</param>
    public static string Of(Listing listing, bool danish, bool shown)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (danish)
        {
            text.Write(Bom);
        }

        using var csv = new CsvWriter(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = ";",
                NewLine = "\n",
                InjectionOptions = InjectionOptions.Escape,
            }
        );
        foreach (var row in listing.ShownValues.Prepend(listing.Shown))
        {
            foreach (var value in row)
            {
                var cell = Listing.Text(value, danish);
                csv.WriteField(shown ? Synligt.Line(cell) : cell);
            }

            csv.NextRecord();
        }

        csv.Flush();
        return text.ToString();
    }
}

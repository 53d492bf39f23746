using Effektkaeder.Exchange.Rapporter;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// A report on sheets of A4: its words are text that can be selected and searched, the head of a table comes again on each sheet, a
/// heading stands with what it heads, and each sheet has its number. The same report gives the same bytes.
/// </summary>
public static class RapportPdf
{
    /// <exception cref="RasterException">The libraries are missing, or refuse.</exception>
    public static byte[] Write(Rapport rapport) => Raster.Engine.Pdf(Pages(rapport));

    internal static IReadOnlyList<Page> Pages(Rapport rapport)
    {
        var sheets = new Rapportark(rapport.ErLiggende);
        sheets.Words(rapport.Titel, Skrift.Titel, after: 4);
        sheets.Words(rapport.Undertitel, Skrift.Lille, after: 10);
        for (var i = 0; i < rapport.Dele.Count; i++)
        {
            switch (rapport.Dele[i])
            {
                case Overskrift heading:
                    sheets.Keep(heading.Niveau == 1 ? 80 : 70);
                    sheets.Words(heading.Tekst, heading.Niveau == 1 ? Skrift.Stor : Skrift.Mellem, after: 4, before: 10);
                    break;
                case Afsnit paragraph:
                    sheets.Words(paragraph.Tekst, Skrift.Broed, after: 6);
                    break;
                case Tabel { Kolonner: > 0 } table:
                    sheets.Table(table);
                    break;
            }
        }

        return sheets.Done(rapport.Titel);
    }
}

/// <summary>A size of letters, and the distance from one line to the next, in points.</summary>
internal sealed record Skrift(double Size, double Line, bool IsBold)
{
    public static readonly Skrift Titel = new(17, 22, true),
        Stor = new(13, 17, true),
        Mellem = new(10.5, 14, true),
        Broed = new(9, 12.5, false),
        Hoved = new(8.5, 11.5, true),
        Celle = new(8.5, 11.5, false),
        Lille = new(8, 11, false);
}

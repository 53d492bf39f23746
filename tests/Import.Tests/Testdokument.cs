using System.Text;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Tests;

/// <summary>Invented agreements of an invented municipality: a whole form around the few rows that a test is about.</summary>
internal static class Testdokument
{
    private const string UdviklingsForside =
        "Center for Hav og Himmel\n2. marts 2030\n\nUdviklingsaftale mellem\n\nVandudvalget "
        + "og\nHavchefen\n\n2030\n\nUdviklingsaftale for 2030\n\nFjordby Kommune\n\n";

    private const string MaalForside =
        "FJORDBY KOMMUNE\n\n# MÅLAFTALE 2030-32\n\n## INSTITUTION/AFDELING\n\nBådehuset\n\n## ANSVARLIG LEDER\n\nIda Bølge\n\n## "
        + "CENTER\n\nCenter for Hav og Himmel\n\n## AFTALEPART\n\nCenterchef Ole Strøm\n\n## AFTALE INDGÅET\n\n2/3-30\n\n";

    private static readonly Dictionary<string, string> Fyld = new(StringComparer.Ordinal)
    {
        ["Politisk mål"] = "Flere skal på vandet",
        ["Mål"] = "Unge sejler trygt",
        ["Koblinger"] = "Ingen",
        ["Målgruppe"] = "Unge sejlere",
        ["Aktivitet"] = "Sejlskole",
        ["Deadline"] = "Juni 2030",
        ["Ansvarlig"] = "Havnechefen",
        ["Tværgående forpligtelser"] = "Ingen",
        ["Ressourcer"] = "Rammen",
        ["Baseline"] = "Ingen",
        ["Effektindikator"] = "Antal ture",
        ["Dokumentation"] = "Logbog over ture",
        ["Titel"] = "Sejllyst: Flere kommer på vandet.",
        ["Ophav"] = "Vandstrategi",
        ["Koordinator"] = "Center for Hav og Himmel",
        ["Beskrivelse"] = "Vi sejler.",
        ["Afsæt"] = "Havet er nær.",
        ["Problem"] = "Få sejler.",
        ["Evidens"] = "Vi har set det før.",
        ["Effekt"] = "Unge sejler trygt",
        ["Parametre"] = "Antal ture",
        ["Milepæle"] = "Første tur juni 2030",
        ["Risici"] = "Storm",
        ["Økonomi"] = "Rammen",
        ["Opfølgning"] = "Ses efter 1. maj 2031",
        ["Rapportering"] = "Status til centerchefen 1. maj 2032",
    };

    /// <summary>
    /// A document of one point of the udviklingsaftale; rows are "Label⇥celle", later lines without a label belong to the row above.
    /// </summary>
    internal static string Udviklingsaftale(string rows) =>
        UdviklingsForside + "1. Havnens unge\n\nAftale #\tIndhold\n" + Felter("udviklingsaftale", rows);

    /// <summary>A document of one or more tables of the målaftale, each under a "### " line of its own where there are several.</summary>
    internal static string Maalaftale(string rows)
    {
        var text = new StringBuilder(MaalForside);
        var tables = rows.Contains("### ", StringComparison.Ordinal)
            ? rows.Split("### ", StringSplitOptions.RemoveEmptyEntries)
            : ["Sejllyst – Sejlskole\n" + rows];
        foreach (var table in tables)
        {
            var end = table.IndexOf('\n', StringComparison.Ordinal);
            text.Append("## BIDRAG\n\n### ")
                .Append(table[..end])
                .Append("\n\n")
                .Append(Felter("maalaftale", table[(end + 1)..]))
                .Append('\n');
        }

        return text.ToString();
    }

    private static string Felter(string skabelon, string rows)
    {
        var profil = SkabelonKatalog.Alle.Single(s => s.Kode == skabelon);
        var egne = new Dictionary<string, string>(StringComparer.Ordinal);
        string? sidste = null;
        foreach (var line in rows.Split('\n'))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && profil.Felter.Any(f => f.Label == line[..tab]))
            {
                sidste = line[..tab];
                egne[sidste] = line[(tab + 1)..];
            }
            else if (sidste is not null)
            {
                egne[sidste] += "\n" + line;
            }
        }

        var text = new StringBuilder();
        string? gruppe = null;
        foreach (var felt in profil.Felter)
        {
            var celle = egne.GetValueOrDefault(felt.Label, Fyld[felt.Label]);
            text.Append(profil.Kolonner.Count == 3 ? (felt.Gruppe == gruppe ? "" : felt.Gruppe) + "\t" : "")
                .Append(felt.Label)
                .Append('\t')
                .Append(celle.TrimEnd('\n'))
                .Append('\n');
            gruppe = felt.Gruppe;
        }

        return text.ToString();
    }
}

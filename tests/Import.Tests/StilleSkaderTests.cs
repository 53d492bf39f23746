using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Xunit;

namespace Effektkaeder.Import.Tests;

/// <summary>What once went wrong without a word: units that became one, points that vanished or mixed, text that decided wrongly.</summary>
public class StilleSkaderTests
{
    private static readonly string Udvikling = Testdokument.Udviklingsaftale("");
    private static readonly string Maal = Testdokument.Maalaftale("");

    [Theory]
    [InlineData("Center for Børn & Unge", "Center for Børn & Kultur")]
    [InlineData("Center for Børn &amp; Unge", "Center for Børn &amp; Kultur")]
    [InlineData("Center for Unge 0-6", "Center for Unge 7-18")]
    [InlineData("Center for By/Land", "Center for By/Vand")]
    [InlineData("Center for Vej – Nord", "Center for Vej – Syd")]
    [InlineData("Center for Sundhed + Omsorg", "Center for Sundhed + Idræt")]
    [InlineData("Center for Skole (Nord)", "Center for Skole (Syd)")]
    public void Two_units_are_two_agreements(string a, string b)
    {
        var (een, anden) = (Enhed(a), Enhed(b));
        Assert.NotEqual(een.Aftale, anden.Aftale);
        Assert.Contains(een.Nodes, n => n.Kind == NodeKind.Organisation && n.Udsagn.Indhold.Tekst == System.Net.WebUtility.HtmlDecode(a));
    }

    [Fact]
    public void And_is_and_however_it_is_written() =>
        Assert.Equal(Enhed("Center for Børn & Unge").Aftale, Enhed("Center for Børn og Unge").Aftale);

    [Fact]
    public void A_cover_without_heading_marks_still_says_whose_it_is()
    {
        var bar = Maal.Replace("## INSTITUTION", "INSTITUTION", StringComparison.Ordinal)
            .Replace("## ANSVARLIG", "ANSVARLIG", StringComparison.Ordinal)
            .Replace("## CENTER", "CENTER", StringComparison.Ordinal)
            .Replace("## AFTALE", "AFTALE", StringComparison.Ordinal);
        Assert.Equal(Laes(Maal).Aftale, Laes(bar).Aftale);
        Assert.NotEqual(Laes(bar).Aftale, Laes(bar.Replace("Bådehuset", "Tanghuset", StringComparison.Ordinal)).Aftale);
    }

    [Fact]
    public void A_table_of_tabs_and_a_table_of_pipes_are_both_read()
    {
        var anden =
            "\n2. Byens gamle\n\n| Aftale # | Indhold |\n|---|---|\n"
            + Pipes(Udvikling.Replace("Sejlskole", "Kaffe", StringComparison.Ordinal));
        Assert.Equal(["Byens gamle", "Havnens unge"], Indsatser(Laes(Udvikling + anden)));
    }

    [Theory]
    [InlineData("1. Havnens unge", "Aftale 2 – Byens gamle")]
    [InlineData("1. Havnens unge", "AFTALE 2: Byens gamle")]
    [InlineData("1. Havnens unge", "## Aftale 2. Byens gamle")]
    [InlineData("1. Havnens unge", "Byens gamle")]
    [InlineData("Havnens unge", "Byens gamle")]
    [InlineData("Punkt 1 Havnens unge", "Punkt 2 Byens gamle")]
    public void Every_heading_opens_a_point_of_its_own(string foerste, string anden)
    {
        var tabel = Udvikling[Udvikling.IndexOf("Aftale #", StringComparison.Ordinal)..];
        var tekst = Udvikling.Replace("1. Havnens unge", foerste, StringComparison.Ordinal) + "\n" + anden + "\n\n" + tabel;
        Assert.Equal(["Byens gamle", "Havnens unge"], Indsatser(Laes(tekst)));
    }

    [Fact]
    public void Two_agreements_in_one_file_are_two()
    {
        var to =
            Udvikling
            + "\n"
            + Udvikling
                .Replace("Hav og Himmel", "Jord og Ild", StringComparison.Ordinal)
                .Replace("Havnens unge", "Byens gamle", StringComparison.Ordinal);
        var resultat = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(to), new ImportOptions());
        Assert.Equal(2, resultat.Grafer.Count);
        Assert.Equal(["Havnens unge"], Indsatser(resultat.Grafer[0]));
        Assert.Equal(["Byens gamle"], Indsatser(resultat.Grafer[1]));
        Assert.Contains(resultat.Diagnostics, d => d.Code == "IMP107");
    }

    [Fact]
    public void What_stands_after_the_last_table_is_not_its_last_fields()
    {
        var graf = Laes(
            Testdokument.Udviklingsaftale("Dokumentation\t<ul><li>Logbog</li><li>Foto</li></ul>")
                + "\nUnderskrifter\n\nVi skriver under her.\n\n- Havchefen\n"
        );
        Assert.Equal("- Logbog\n- Foto", Felt(graf, "Dokumentation").Tekst);
        Assert.Equal(2, graf.Nodes.Count(n => n.Kind == NodeKind.Dokumentation));
    }

    [Fact]
    public void A_repeated_table_head_ends_no_point()
    {
        var linjer = Udvikling.Split('\n').ToList();
        linjer.Insert(linjer.FindIndex(l => l.StartsWith("Ansvarlig", StringComparison.Ordinal)), "Aftale #\tIndhold");
        Assert.Equal(["Havnens unge"], Indsatser(Laes(string.Join('\n', linjer))));
    }

    [Fact]
    public void Decomposed_letters_are_the_same_letters()
    {
        var mac = Udvikling.Replace("Hav og Himmel", "Åløb og Ærø", StringComparison.Ordinal);
        var graf = Laes(mac.Normalize(NormalizationForm.FormD));
        Assert.Equal(Laes(mac).Aftale, graf.Aftale);
        Assert.Contains(graf.Nodes, n => n.Udsagn.Herkomst.Any(h => h.Ordret.Contains('\u030A')));
        Assert.All(graf.Nodes, n => Assert.True(n.Udsagn.Indhold.Tekst.IsNormalized()));
    }

    [Theory]
    [InlineData("\u00AD")]
    [InlineData("\u200B")]
    [InlineData("\u202E")]
    [InlineData("\u2066")]
    [InlineData("\uFEFF")]
    [InlineData("\u001B")]
    [InlineData("\uFFFE")]
    public void A_mark_that_nobody_sees_decides_nothing(string tegn)
    {
        var skjult = Udvikling
            .Replace("Effektindikator", "Effekt" + tegn + "indikator", StringComparison.Ordinal)
            .Replace("Sejlskole", "Sejl" + tegn + "skole", StringComparison.Ordinal);
        var graf = Laes(skjult);
        Assert.Equal(Laes(Udvikling).Nodes.Select(n => n.Key), graf.Nodes.Select(n => n.Key));
        Assert.DoesNotContain(graf.Nodes, n => n.Udsagn.Indhold.Titel.Contains(tegn, StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_never_steers_the_terminal() =>
        Assert.DoesNotContain('\u001B', new Diagnostic("IMP001", Severity.Fejl, "a\u001B[2J.txt", 0, 0, "Tom\u001B[31m").ToString());

    [Fact]
    public void Twenty_thousand_nested_lists_are_read_and_bounded()
    {
        var graf = Laes(Testdokument.Udviklingsaftale("Aktivitet\t" + string.Concat(Enumerable.Repeat("<ul><li>", 20_000)) + "Sejle"));
        Assert.Contains(graf.Nodes, n => n.Kind == NodeKind.Bidrag && n.Udsagn.Indhold.Tekst.Contains("Sejle", StringComparison.Ordinal));
        var html = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "Kære alle";
        Assert.Null(DocumentImporter.Import("a.html", Encoding.UTF8.GetBytes(html), new ImportOptions()).Graf);
    }

    [Fact]
    public void A_kind_of_finding_is_told_fifty_times_and_then_counted()
    {
        var raekker = string.Concat(Enumerable.Range(1, 400).Select(i => $"Underligt felt {i}\tord\n"));
        var fund = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(Udvikling + raekker), new ImportOptions()).Diagnostics;
        Assert.Equal(51, fund.Count(d => d.Code == "IMP102"));
        Assert.Contains(fund, d => d.Besked.Contains("350 fund mere", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_may_state_its_edition()
    {
        var graf = Laes(
            Udvikling
                .Replace("Udviklingsaftale for 2030", "Udviklingsaftale 2026-27, 2. udgave", StringComparison.Ordinal)
                .Replace("\n2030\n", "\n", StringComparison.Ordinal)
        );
        var aftale = graf.Nodes.Single(n => n.Key == graf.Aftale).Udsagn.Indhold;
        Assert.Equal(
            ("2026-01-01", "2027-12-31", "2"),
            (aftale[Egenskaber.PeriodeFra], aftale[Egenskaber.PeriodeTil], aftale[Egenskaber.AngivetUdgave])
        );
    }

    [Fact]
    public void A_bulleted_cover_field_is_not_empty()
    {
        var graf = Laes(
            Maal.Replace(
                "## BIDRAG",
                "## STRATEGISK AFSÆT\n\nVi bidrager til følgende:\n\n- Flere på vandet\n- Færre på land\n\n## BIDRAG",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(Feltstatus.Vaerdi, Felt(graf, "Strategisk afsæt").Status);
    }

    private static Aftalegraf Enhed(string navn) => Laes(Udvikling.Replace("Center for Hav og Himmel", navn, StringComparison.Ordinal));

    private static Aftalegraf Laes(string tekst)
    {
        var resultat = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(tekst), new ImportOptions());
        Assert.True(resultat.Lykkedes, string.Join('\n', resultat.Diagnostics));
        return resultat.Graf!;
    }

    private static List<string> Indsatser(Aftalegraf graf) =>
        [.. graf.Nodes.Where(n => n.Kind == NodeKind.Indsats).Select(n => n.Udsagn.Indhold.Titel).Order(StringComparer.Ordinal)];

    private static Feltvaerdi Felt(Aftalegraf graf, string label) =>
        graf.Nodes.SelectMany(n => n.Udsagn.Felter).First(f => f.Label == label);

    private static string Pipes(string dokument) =>
        string.Join(
            '\n',
            dokument[(dokument.IndexOf("Aftale #", StringComparison.Ordinal) + 16)..]
                .Trim('\n')
                .Split('\n')
                .Select(l => "| " + l.Replace("\t", " | ", StringComparison.Ordinal) + " |")
        ) + "\n";

    [Theory]
    [InlineData("Punkt I: Skygge", "Punkt II: Vand")]
    [InlineData("A. Skygge", "B. Vand")]
    [InlineData("I. Skygge", "II. Vand")]
    public void Points_may_be_counted_by_letters(string een, string to)
    {
        var tabel = Udvikling[Udvikling.IndexOf("Aftale #", StringComparison.Ordinal)..];
        var graf = Laes(Udvikling.Replace("1. Havnens unge", een, StringComparison.Ordinal) + $"\n{to}\n\n{tabel}");
        Assert.Equal(
            ["Skygge", "Vand"],
            graf.Nodes.Where(n => n.Kind == NodeKind.Indsats).Select(n => n.Udsagn.Indhold.Titel).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_page_that_is_one_line_is_read_as_one_of_many()
    {
        var rows = Udvikling
            .Split('\n')
            .Where(l => l.Contains('\t'))
            .Select(l => "<tr><td>" + l.Replace("\t", "</td><td>", StringComparison.Ordinal) + "</td></tr>");
        var lines = Udvikling.Split('\n').TakeWhile(l => !l.Contains('\t')).Where(l => l.Length > 0).Select(l => $"<p>{l}</p>");
        var html = $"<html><body>{string.Concat(lines)}<table>{string.Concat(rows)}</table></body></html>";
        var graf = DocumentImporter.Import("a.html", Encoding.UTF8.GetBytes(html), new ImportOptions()).Graf!;
        Assert.Equal(Laes(Udvikling).Aftale, graf.Aftale);
        Assert.Contains(
            graf.Nodes.SelectMany(n => n.Udsagn.Herkomst),
            h => h.Sted is { } sted && sted.StartsWith("tabel 1, række", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("BÃ¸rn fÃ¥r lÃ¦rere, der kÃ¦mper for bÃ¸ger og Ã¸rred", "to forkerte tegn")]
    [InlineData("B?rn f?r l?rere, der k?mper for b?ger", "gået tabt")]
    [InlineData("B\uFFFDrn f\uFFFDr l\uFFFDrere", "gået tabt")]
    public void A_text_that_lost_its_letters_is_refused_with_an_example(string felt, string besked)
    {
        var result = DocumentImporter.Import(
            "a.txt",
            Encoding.UTF8.GetBytes(Testdokument.Udviklingsaftale("Aktivitet\t" + felt)),
            new ImportOptions()
        );
        Assert.Null(result.Graf);
        var fejl = Assert.Single(result.Diagnostics, d => d.Severity == Severity.Fejl);
        Assert.Equal("IMP007", fejl.Code);
        Assert.Contains(besked, fejl.Besked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Referat fra mødet i Vandudvalget\n\nMål: Renere vand\n")]
    [InlineData(
        "# Vandudvalget den 3. maj 2033\n\n## Punkt 1: Godkendelse af dagsorden\n\n## Punkt 2: Virksomhedsaftaler\n\nMål: Renere vand\n"
    )]
    public void A_meeting_is_told_as_one_before_anything_is_asked_of_it(string tekst)
    {
        var result = DocumentImporter.Import("a.md", Encoding.UTF8.GetBytes(tekst), new ImportOptions());
        Assert.Equal("IMP110", Assert.Single(result.Diagnostics, d => d.Severity == Severity.Fejl).Code);
    }

    [Fact]
    public void Two_agreements_in_one_file_share_their_municipality_as_it_is_written()
    {
        var anden = Udvikling
            .Replace("Center for Hav og Himmel", "Center for Land", StringComparison.Ordinal)
            .Replace("Fjordby Kommune\n\n", "", StringComparison.Ordinal);
        var result = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(Udvikling + "\n" + anden), new ImportOptions());
        Assert.Equal(2, result.Grafer.Count);
        Assert.All(
            result.Grafer,
            g => Assert.Equal("Fjordby Kommune", g.Nodes.Single(n => n.Kind == NodeKind.Kommune).Udsagn.Indhold.Titel)
        );
    }
}

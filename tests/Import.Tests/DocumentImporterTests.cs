using System.Diagnostics;
using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Xunit;

namespace Effektkaeder.Import.Tests;

public class DocumentImporterTests
{
    private static readonly string Dokument = Testdokument.Udviklingsaftale(
        "Effektindikator\t<ul> • Antal både på åen • Antal ænder - også grå"
    );

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("utf-16")]
    [InlineData("utf-16-be")]
    [InlineData("utf-16-uden-bom")]
    [InlineData("windows-1252")]
    public void An_encoding_changes_nothing_but_the_files_hash(string kodning)
    {
        var bytes = kodning switch
        {
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Dokument)],
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Dokument)],
            "utf-16-be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Dokument)],
            "utf-16-uden-bom" => Encoding.Unicode.GetBytes(Dokument.Replace('•', '-')),
            "windows-1252" => [.. Dokument.Select(c => c == '•' ? (byte)0x95 : (byte)c)],
            _ => Encoding.UTF8.GetBytes(Dokument),
        };
        Assert.Equal(["Antal ænder - også grå", "Antal både på åen"], Indikatorer(bytes));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_other_systems_are_the_same_line_ends(string ende) =>
        Assert.Equal(
            Indikatorer(Encoding.UTF8.GetBytes(Dokument)),
            Indikatorer(Encoding.UTF8.GetBytes(Dokument.Replace("\n", ende, StringComparison.Ordinal)))
        );

    [Fact]
    public void A_damaged_Word_file_is_refused_in_one_line()
    {
        byte[] word = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00];
        var fund = Afvist(word);
        Assert.Equal("IMP005", fund.Code);
        Assert.DoesNotContain('\n', fund.ToString());
    }

    [Theory]
    [InlineData("", "IMP001")]
    [InlineData("  \n\t\n", "IMP001")]
    [InlineData("%PDF-1.7", "IMP005")]
    [InlineData("a\0b", "IMP003")]
    [InlineData("Kære alle\n\nVi ses på fredag.", "IMP101")]
    [InlineData("Dag\tRet\nMandag\tSuppe\n", "IMP101")]
    public void What_is_no_agreement_is_refused_in_one_line(string indhold, string kode) =>
        Assert.Equal(kode, Afvist(Encoding.UTF8.GetBytes(indhold)).Code);

    [Fact]
    public void A_file_above_ten_megabytes_is_refused_unread() => Assert.Equal("IMP002", Afvist(new byte[(10 * 1024 * 1024) + 1]).Code);

    [Fact]
    public void The_refusal_counts_truly_and_its_advice_can_be_followed()
    {
        var fund = Afvist(Encoding.UTF8.GetBytes("Kære alle\n\nVi ses på fredag.\n"));
        Assert.Contains("0 af ", fund.Besked, StringComparison.Ordinal);
        Assert.EndsWith("(effekt skabelon forklar FIL)", fund.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("effekt ", fund.NaesteSkridt, StringComparison.Ordinal); // who reads it may sit at no command line
    }

    [Fact]
    public void A_form_that_is_no_profile_is_read_by_its_labels()
    {
        const string tekst = "Center for Hav, Fjordby Kommune\nVirksomhedsaftale 2030\n\nMål\tSejle\nAktivitet\tRo\nDeadline\tMaj 2030\n";
        var graf = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(tekst), new ImportOptions()).Graf!;
        Assert.Equal("etiketter", graf.Nodes.Single(n => n.Key == graf.Aftale).Udsagn.Indhold[Egenskaber.Laesning]);
        Assert.Single(graf.Edges, e => e.Type == EdgeType.Skaber);
    }

    [Fact]
    public void The_municipality_of_the_call_goes_before_the_documents()
    {
        var graf = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(Dokument), new ImportOptions("Bølgevig Kommune")).Graf!;
        Assert.Equal("boelgevig", graf.Kommune);
        Assert.All(graf.Nodes, n => Assert.StartsWith("boelgevig", n.Key, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_municipalities_named_as_often_are_no_answer()
    {
        var tvivl = Dokument.Replace(
            "Fjordby Kommune\n",
            "Her samarbejder Slagelse Kommune og Odense Kommune.\n",
            StringComparison.Ordinal
        );
        var fund = Afvist(Encoding.UTF8.GetBytes(tvivl));
        Assert.Equal("IMP202", fund.Code);
        Assert.Contains("Odense, Slagelse", fund.Besked, StringComparison.Ordinal);
        Assert.Contains("--kommune", fund.Raad, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Logbog over alle de tur", Feltstatus.Afkortet)]
    [InlineData("<ul> - Logbog - Fotos fra de", Feltstatus.Afkortet)]
    [InlineData("<p>Logbog over alle ture</p>", Feltstatus.Vaerdi)]
    [InlineData("<ul> - Logbog - Fotos.", Feltstatus.Vaerdi)]
    [InlineData("Logbog", Feltstatus.Vaerdi)]
    public void The_last_field_is_cut_where_the_file_ends_in_the_middle_of_it(string celle, Feltstatus status)
    {
        var bytes = Encoding.UTF8.GetBytes(Testdokument.Udviklingsaftale("Dokumentation\t" + celle).TrimEnd('\n'));
        var graf = DocumentImporter.Import("a.txt", bytes, new ImportOptions()).Graf!;
        Assert.Equal(status, graf.Nodes.SelectMany(n => n.Udsagn.Felter).Single(f => f.Label == "Dokumentation").Status);
    }

    [Fact]
    public void The_path_is_kept_with_forward_slashes() =>
        Assert.Equal(
            "mappe/aftale.txt",
            DocumentImporter.Import(@"mappe\aftale.txt", Encoding.UTF8.GetBytes(Dokument), new ImportOptions()).Graf!.Kilde.Fil
        );

    [Fact]
    public void Every_provenance_quotes_words_that_stand_on_its_line()
    {
        var linjer = Dokument.Split('\n');
        var graf = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(Dokument), new ImportOptions()).Graf!;
        var steder = graf.Nodes.SelectMany(n => n.Udsagn.Herkomst).Concat(graf.Edges.SelectMany(k => k.Udsagn.Evidens)).ToList();
        Assert.NotEmpty(steder);
        Assert.All(steder, h => Assert.Contains(h.Ordret.Split('\n')[0], linjer[h.Linje - 1], StringComparison.Ordinal));
    }

    [Fact]
    public void Mangled_documents_never_throw()
    {
        var tilfaeldig = new Random(20300302);
        string[] stumper =
        [
            "<ul>",
            "</ul>",
            "<li>",
            "</li>",
            "<p>",
            "<",
            ">",
            "&",
            "\t",
            "\n",
            "- ",
            "• ",
            "1) ",
            "## ",
            "**",
            "[",
            "]",
            "(1) ",
            "§ ",
            "\0",
            "og",
            "2017-18",
            "31/02 2017",
            "\uD83D",
        ];
        var ren = Testdokument.Maalaftale("Milepæle\tx dato");
        for (var runde = 0; runde < 120; runde++)
        {
            var tekst = new StringBuilder(runde % 2 == 0 ? Dokument : ren);
            for (var stik = tilfaeldig.Next(1, 30); stik > 0; stik--)
            {
                var sted = tilfaeldig.Next(tekst.Length);
                if (tilfaeldig.Next(3) == 0)
                {
                    tekst.Remove(sted, Math.Min(tilfaeldig.Next(1, 60), tekst.Length - sted));
                }
                else
                {
                    tekst.Insert(sted, stumper[tilfaeldig.Next(stumper.Length)]);
                }
            }

            var resultat = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(tekst.ToString()), new ImportOptions());
            Assert.Equal(resultat.Graf is null, resultat.Diagnostics.Any(d => d.Severity == Severity.Fejl));
        }
    }

    [Fact]
    public void Ten_times_the_document_takes_not_much_more_than_ten_times_as_long()
    {
        string Med(int tabeller) =>
            Testdokument.Maalaftale(
                string.Concat(
                    Enumerable
                        .Range(1, tabeller)
                        .Select(i =>
                            $"### Sejllyst – Skole {i}\nBeskrivelse\tVi øver kompetenceudvikling og SEL § 85 i skole "
                            + $"{i}.\nParametre\t<ul> - Antal ture i {i}- Antal både i {i}\n"
                        )
                )
            );
        var lille = Encoding.UTF8.GetBytes(Med(50));
        var stor = Encoding.UTF8.GetBytes(Med(500));
        Maal(lille);
        // Others use the machine too, and an importer that reads all for each table never comes within it.
        Assert.Contains(Enumerable.Range(0, 8), _ => Maal(stor) < (Maal(lille) * 30) + TimeSpan.FromSeconds(1));

        static TimeSpan Maal(byte[] bytes)
        {
            var ur = Stopwatch.StartNew();
            Assert.NotNull(DocumentImporter.Import("a.txt", bytes, new ImportOptions()).Graf);
            return ur.Elapsed;
        }
    }

    private static List<string> Indikatorer(byte[] bytes)
    {
        var graf = DocumentImporter.Import("aftale.txt", bytes, new ImportOptions()).Graf;
        Assert.NotNull(graf);
        return [.. graf.Nodes.Where(n => n.Kind == NodeKind.Indikator).Select(n => n.Udsagn.Indhold.Titel)];
    }

    private static Diagnostic Afvist(byte[] bytes)
    {
        var resultat = DocumentImporter.Import("aftale.txt", bytes, new ImportOptions());
        Assert.Null(resultat.Graf);
        return Assert.Single(resultat.Diagnostics, d => d.Severity == Severity.Fejl);
    }
}

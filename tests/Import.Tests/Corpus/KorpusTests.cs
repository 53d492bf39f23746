using Effektkaeder.Domain;
using Effektkaeder.Import.Tests.Corpus.Kode;
using Xunit;

namespace Effektkaeder.Import.Tests.Corpus;

/// <summary>The corpus as it is read today: nothing may be read worse than the floor each case has in its own file.</summary>
public class KorpusTests
{
    public static TheoryData<string> Sager => [.. Korpus.Alle().Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Sager))]
    public void A_document_gives_the_facts_that_a_person_reads_in_it(string navn)
    {
        var sag = Korpus.Alle().Single(s => s.ToString() == navn);
        var resultat = sag.Read();
        Assert.True(resultat.Lykkedes, string.Join('\n', resultat.Diagnostics));
        var fundet = Bedoemmelse.Facts(resultat);
        var mangler = sag.Ventet.Where(f => !fundet.Contains(f)).Select(f => "- " + f);
        var ekstra = fundet.Where(f => !sag.Ventet.Contains(f)).Select(f => "+ " + f);
        Assert.True(sag.Ventet.SetEquals(fundet), string.Join('\n', mangler.Concat(ekstra).Order(StringComparer.Ordinal)));
    }

    /// <summary>All that a graph says but the file, its hash, and where in it the words stand.</summary>
    [Theory]
    [InlineData("01-raekker")]
    [InlineData("05-noegletabel")]
    [InlineData("08-indlejret")]
    [InlineData("10-een-celle")]
    [InlineData("13-styringsaftale")]
    [InlineData("17-regneark")]
    [InlineData("18-temaer")]
    [InlineData("23-resultataftale")]
    [InlineData("28-versaler")]
    [InlineData("29-status")]
    public void A_document_gives_one_graph_in_whatever_format_it_comes(string navn)
    {
        var grafer = Korpus
            .Alle()
            .Where(s => s.Navn == navn)
            .Select(s => (s.Format, Graf: string.Join('\n', Said(s.Read().Graf!))))
            .ToList();
        Assert.True(grafer.Count >= 5, $"{navn} is tried in {grafer.Count} formats");
        Assert.All(grafer, g => Assert.Equal(grafer[0].Graf, g.Graf));
    }

    private static IEnumerable<string> Said(Aftalegraf graf) =>
        graf
            .Nodes.Select(n =>
                $"{n.Key} {n.Udsagn.Center} {WithoutFile(n.Udsagn.Indhold)} "
                + string.Join(';', n.Udsagn.Felter.Select(f => $"{f.Label}/{f.Gruppe}/{f.Tekst}/{f.Status}/{f.Dele}"))
            )
            .Concat(graf.Edges.Select(e => $"{e.Key} {e.Udsagn.Grund} {e.Udsagn.Tillid} {e.Udsagn.Betinget} {e.Udsagn.Center}"));

    private static Indhold WithoutFile(Indhold indhold) =>
        indhold with
        {
            Egenskaber = [.. indhold.Egenskaber.Where(e => e.Navn is not (Egenskaber.Fil or Egenskaber.Sha256))],
        };

    [Fact]
    public void There_are_thirty_agreements_of_sixty_facts_in_ten_forms_and_seven_formats()
    {
        var alle = Korpus.Alle();
        Assert.True(alle.Select(s => s.Navn).Distinct().Count() >= 30);
        Assert.True(alle.Select(s => s.Form).Distinct().Count() >= 10);
        Assert.True(alle.Select(s => s.Format).Distinct().Count() >= 7);
        Assert.All(alle, s => Assert.True(s.Ventet.Count >= 60, $"{s.Navn} has {s.Ventet.Count} facts"));
    }
}

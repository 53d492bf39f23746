using System.Globalization;
using Effektkaeder.Domain.Tid;
using Xunit;

namespace Effektkaeder.Domain.Tests.Tid;

public class TidsudtrykLaeserTests
{
    private static readonly TidsKontekst Aftale = new(new(2016, 1, 1), new(2018, 12, 31));

    [Theory]
    // Months and years
    [InlineData("Juni 2016", "2016-06-01", "2016-06-30", Praecision.Maaned)]
    [InlineData("Juni 2016.", "2016-06-01", "2016-06-30", Praecision.Maaned)]
    [InlineData("okt. 2016", "2016-10-01", "2016-10-31", Praecision.Maaned)]
    [InlineData("(okt. 2016)", "2016-10-01", "2016-10-31", Praecision.Maaned)]
    [InlineData("sept. 2019", "2019-09-01", "2019-09-30", Praecision.Maaned)]
    [InlineData("november 2016", "2016-11-01", "2016-11-30", Praecision.Maaned)]
    [InlineData("februar/marts 2017", "2017-02-01", "2017-03-31", Praecision.Maaned)]
    [InlineData("januar-marts 2017", "2017-01-01", "2017-03-31", Praecision.Maaned)]
    [InlineData("2017", "2017-01-01", "2017-12-31", Praecision.Aar)]
    [InlineData("i 2017", "2017-01-01", "2017-12-31", Praecision.Aar)]
    [InlineData("for 2016", "2016-01-01", "2016-12-31", Praecision.Aar)]
    [InlineData("for år 2016.", "2016-01-01", "2016-12-31", Praecision.Aar)]
    [InlineData("i løbet af 2017", "2017-01-01", "2017-12-31", Praecision.Aar)]
    // Closed ranges
    [InlineData("2016-18", "2016-01-01", "2018-12-31", Praecision.Aar)]
    [InlineData("MÅLAFTALE 2016-18", "2016-01-01", "2018-12-31", Praecision.Aar)]
    [InlineData("2010-2015", "2010-01-01", "2015-12-31", Praecision.Aar)]
    [InlineData("fra 2010-2015.", "2010-01-01", "2015-12-31", Praecision.Aar)]
    [InlineData("d. 29. februar 2016 til d. 31. december 2016", "2016-02-29", "2016-12-31", Praecision.Dag)]
    [InlineData("fra marts 2017 til juni 2018", "2017-03-01", "2018-06-30", Praecision.Maaned)]
    [InlineData("1. marts til 1. juni 2017", "2017-03-01", "2017-06-01", Praecision.Dag)]
    [InlineData("mellem april 2017 og maj 2017", "2017-04-01", "2017-05-31", Praecision.Maaned)]
    [InlineData("1.-15. marts 2017", "2017-03-01", "2017-03-15", Praecision.Dag)]
    [InlineData("1. marts 2017 - 2. kvartal 2017", "2017-03-01", "2017-06-30", Praecision.Periode)]
    // Parts of years
    [InlineData("1. kvartal 2017", "2017-01-01", "2017-03-31", Praecision.Kvartal)]
    [InlineData("i 4. kvartal 2017.", "2017-10-01", "2017-12-31", Praecision.Kvartal)]
    [InlineData("1. kvartal 2018", "2018-01-01", "2018-03-31", Praecision.Kvartal)]
    [InlineData("andet kvartal 2017", "2017-04-01", "2017-06-30", Praecision.Kvartal)]
    [InlineData("3.-4. kvartal 2017", "2017-07-01", "2017-12-31", Praecision.Kvartal)]
    [InlineData("2. halvår 2018", "2018-07-01", "2018-12-31", Praecision.Halvaar)]
    [InlineData("første halvår 2018", "2018-01-01", "2018-06-30", Praecision.Halvaar)]
    [InlineData("uge 23, 2019", "2019-06-03", "2019-06-09", Praecision.Uge)]
    [InlineData("uge 1, 2020", "2019-12-30", "2020-01-05", Praecision.Uge)]
    [InlineData("uge 53 2020", "2020-12-28", "2021-01-03", Praecision.Uge)]
    [InlineData("uge 23-25, 2019", "2019-06-03", "2019-06-23", Praecision.Uge)]
    [InlineData("primo juni 2016", "2016-06-01", "2016-06-10", Praecision.DelAfMaaned)]
    [InlineData("medio juni 2016", "2016-06-11", "2016-06-20", Praecision.DelAfMaaned)]
    [InlineData("ultimo februar 2016", "2016-02-21", "2016-02-29", Praecision.DelAfMaaned)]
    [InlineData("primo 2016", "2016-01-01", "2016-01-31", Praecision.DelAfAar)]
    [InlineData("medio 2016", "2016-06-01", "2016-07-31", Praecision.DelAfAar)]
    [InlineData("Ultimo 2016", "2016-12-01", "2016-12-31", Praecision.DelAfAar)]
    [InlineData("forår 2017", "2017-03-01", "2017-05-31", Praecision.Aarstid)]
    [InlineData("sommeren 2017", "2017-06-01", "2017-08-31", Praecision.Aarstid)]
    [InlineData("efterår 2016", "2016-09-01", "2016-11-30", Praecision.Aarstid)]
    [InlineData("vinteren 2016/17", "2016-12-01", "2017-02-28", Praecision.Aarstid)]
    [InlineData("skoleåret 2019/20", "2019-08-01", "2020-07-31", Praecision.Skoleaar)]
    [InlineData("budgetåret 2019/20", "2019-01-01", "2020-12-31", Praecision.Aar)]
    // Days
    [InlineData("29. februar 2016", "2016-02-29", "2016-02-29", Praecision.Dag)]
    [InlineData("31/12 2016", "2016-12-31", "2016-12-31", Praecision.Dag)]
    [InlineData("1. 7. 2017", "2017-07-01", "2017-07-01", Praecision.Dag)]
    [InlineData("1. 12. 2017: Status", "2017-12-01", "2017-12-01", Praecision.Dag)]
    [InlineData("1.7.17", "2017-07-01", "2017-07-01", Praecision.Dag)]
    [InlineData("29/8-16", "2016-08-29", "2016-08-29", Praecision.Dag)]
    [InlineData("29/8/2016", "2016-08-29", "2016-08-29", Praecision.Dag)]
    [InlineData("01-07-2017", "2017-07-01", "2017-07-01", Praecision.Dag)]
    [InlineData("2017-07-01", "2017-07-01", "2017-07-01", Praecision.Dag)]
    [InlineData("d. 1. juli 2017", "2017-07-01", "2017-07-01", Praecision.Dag)]
    [InlineData("den 1. juli 2017", "2017-07-01", "2017-07-01", Praecision.Dag)]
    [InlineData("1. oktober 2016: Temperatur", "2016-10-01", "2016-10-01", Praecision.Dag)]
    // The agreement's own period
    [InlineData("indenfor aftaleperioden", "2016-01-01", "2018-12-31", Praecision.Periode)]
    [InlineData("inden for aftaleperioden", "2016-01-01", "2018-12-31", Praecision.Periode)]
    public void A_written_form_covers_its_days(string tekst, string fra, string til, Praecision praecision)
    {
        var udtryk = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale)).Udtryk;
        Assert.Equal((fra, til, praecision), (Iso(udtryk.Fra), Iso(udtryk.Til), udtryk.Praecision));
        Assert.Equal(TidsTilstand.Vaerdi, udtryk.Tilstand);
        Assert.Equal(Graense.Ingen, udtryk.Graense);
    }

    [Theory]
    [InlineData("senest i april 2017", null, "2017-04-30", Graense.Senest)]
    [InlineData("senest 1. marts 2017", null, "2017-03-01", Graense.Senest)]
    [InlineData("senest med udgangen af 2017", null, "2017-12-31", Graense.Senest)]
    [InlineData("inden udgangen af 2016", null, "2016-12-31", Graense.Senest)]
    [InlineData("inden udgangen af 2. kvartal 2017", null, "2017-06-30", Graense.Senest)]
    [InlineData("inden 1. juli 2017", null, "2017-06-30", Graense.Inden)]
    [InlineData("inden d. 1. juli 2017", null, "2017-06-30", Graense.Inden)]
    [InlineData("inden sommeren 2017", null, "2017-05-31", Graense.Inden)]
    [InlineData("fra 2018", "2018-01-01", null, Graense.Fra)]
    [InlineData("fra og med 1. maj 2018", "2018-05-01", null, Graense.Fra)]
    [InlineData("2018 og frem", "2018-01-01", null, Graense.Fra)]
    [InlineData("inden for 2017", "2017-01-01", "2017-12-31", Graense.Ingen)]
    [InlineData("senest aftalt og klar i 2017", "2017-01-01", "2017-12-31", Graense.Ingen)]
    public void A_bound_word_directly_before_a_date_opens_one_end(string tekst, string? fra, string? til, Graense graense)
    {
        var fund = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale));
        Assert.Equal((fra, til, graense), (Iso(fund.Udtryk.Fra), Iso(fund.Udtryk.Til), fund.Udtryk.Graense));
        Assert.Equal(tekst.Substring(fund.Start, fund.Laengde), fund.Udtryk.Tekst);
    }

    [Theory]
    [InlineData("Juni 2016.", "2016-06-30")]
    [InlineData("Ultimo 2016", "2016-12-31")]
    [InlineData("d. 1. juli 2017", "2017-07-01")]
    [InlineData("1. marts til 1. juni 2017", "2017-06-01")]
    public void A_date_in_a_deadline_field_means_at_the_latest(string tekst, string til)
    {
        var udtryk = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale with { ErFrist = true })).Udtryk;
        Assert.Equal((null, til, Graense.Senest), (Iso(udtryk.Fra), Iso(udtryk.Til), udtryk.Graense));
    }

    [Theory]
    [InlineData("Begynder 1. februar 2017", "2017-02-01")]
    [InlineData("Opstart i marts 2017", "2017-03-01")]
    [InlineData("Start: den 1. maj 2017", "2017-05-01")]
    [InlineData("sættes i gang 2. kvartal 2017", "2017-04-01")]
    public void A_deadline_that_says_when_it_begins_has_no_end(string tekst, string fra)
    {
        var udtryk = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale with { ErFrist = true })).Udtryk;
        Assert.Equal((fra, null, Graense.Fra, tekst), (Iso(udtryk.Fra), Iso(udtryk.Til), udtryk.Graense, udtryk.Tekst));
        // Elsewhere it is the day on which that happens.
        Assert.NotNull(Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale)).Udtryk.Til);
    }

    [Theory]
    [InlineData("1. januar 2017 og 2018", "2017-01-01/2017-01-01 2018-01-01/2018-01-01")]
    [InlineData("1. kvartal 2017 og 2018", "2017-01-01/2017-03-31 2018-01-01/2018-03-31")]
    [InlineData("1. kvartal 2016, 2017 og 2018", "2016-01-01/2016-03-31 2017-01-01/2017-03-31 2018-01-01/2018-03-31")]
    [InlineData("marts og april 2017", "2017-03-01/2017-03-31 2017-04-01/2017-04-30")]
    [InlineData("2017 og 2018", "2017-01-01/2017-12-31 2018-01-01/2018-12-31")]
    [InlineData("29. februar 2016 og 2017", "2016-02-29/2016-02-29 -")]
    [InlineData("januar 2017 (idéer i efterår 2016)", "2017-01-01/2017-01-31 2016-09-01/2016-11-30")]
    [InlineData("i 2017, og igen den 1. maj 2018", "2017-01-01/2017-12-31 2018-05-01/2018-05-01")]
    public void Forms_that_share_words_are_several_expressions(string tekst, string ventet)
    {
        var fund = TidsudtrykReader.FindAll(tekst, Aftale);
        Assert.Equal(ventet, string.Join(' ', fund.Select(f => f.Udtryk.HarInterval ? $"{Iso(f.Udtryk.Fra)}/{Iso(f.Udtryk.Til)}" : "-")));
        Assert.All(fund.Zip(fund.Skip(1)), par => Assert.True(par.First.Slut <= par.Second.Start));
    }

    [Theory]
    [InlineData("hvert halve år", "P6M")]
    [InlineData("årligt", "P1Y")]
    [InlineData("Årlige samtaler", "P1Y")]
    [InlineData("hvert år", "P1Y")]
    [InlineData("hvert kvartal", "P3M")]
    [InlineData("hver måned", "P1M")]
    [InlineData("to gange årligt", "P6M")]
    [InlineData("hvert 2. år", "P2Y")]
    [InlineData("halvårligt", "P6M")]
    [InlineData("kvartalsvis", "P3M")]
    [InlineData("løbende", null)]
    public void A_recurrence_without_an_anchor_ends_with_the_agreement(string tekst, string? hver)
    {
        var udtryk = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale)).Udtryk;
        Assert.Equal(TidsTilstand.Vaerdi, udtryk.Tilstand);
        Assert.False(udtryk.HarInterval);
        Assert.Null(udtryk.Anker);
        Assert.Equal(hver, udtryk.Gentagelse?.Hver?.ToString());
        Assert.Equal(new DateOnly(2018, 12, 31), udtryk.Gentagelse?.Slut);
    }

    [Theory]
    [InlineData("1. januar 2017 og efterfølgende hvert halve år", "P6M", "2017-01-01 2017-07-01 2018-01-01 2018-07-01")]
    [InlineData("hvert år fra 1. marts 2017", "P1Y", "2017-03-01 2018-03-01")]
    [InlineData("kvartalsvis, første gang 31. marts 2018", "P3M", "2018-03-31 2018-06-30 2018-09-30 2018-12-31")]
    public void A_recurrence_joined_to_a_date_counts_from_it(string tekst, string hver, string dage)
    {
        var udtryk = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale)).Udtryk;
        Assert.Equal(tekst, udtryk.Tekst);
        Assert.Equal(hver, udtryk.Gentagelse!.Hver!.ToString());
        Assert.Equal(dage, string.Join(' ', udtryk.Gentagelse.Occurrences().Select(d => Iso(d))));
    }

    [Theory]
    [InlineData("x dato", TidsTilstand.Pladsholder)]
    [InlineData("[dato]", TidsTilstand.Pladsholder)]
    [InlineData("xx/xx 2017", TidsTilstand.Pladsholder)]
    [InlineData("fastlægges senere", TidsTilstand.Pladsholder)]
    [InlineData("under udarbejdelse", TidsTilstand.Pladsholder)]
    [InlineData("i februar/marts", TidsTilstand.UdenAar)]
    [InlineData("d. 1/7", TidsTilstand.UdenAar)]
    [InlineData("1. kvartal", TidsTilstand.UdenAar)]
    [InlineData("uge 23", TidsTilstand.UdenAar)]
    [InlineData("i dag", TidsTilstand.Relativ)]
    [InlineData("pt.", TidsTilstand.Relativ)]
    [InlineData("en senere måling", TidsTilstand.Relativ)]
    [InlineData("i de kommende år", TidsTilstand.Relativ)]
    [InlineData("gennem en årrække", TidsTilstand.Relativ)]
    [InlineData("den angivne tidshorisont", TidsTilstand.Relativ)]
    [InlineData("ca. 12 mdr.", TidsTilstand.UforankretVarighed)]
    [InlineData("mindst 6 mdr.", TidsTilstand.UforankretVarighed)]
    [InlineData("i 2 år", TidsTilstand.UforankretVarighed)]
    [InlineData("om tre uger", TidsTilstand.UforankretVarighed)]
    [InlineData("i år", TidsTilstand.Relativ)]
    [InlineData("31. februar 2017", TidsTilstand.Ulaest)]
    [InlineData("32/1 2017", TidsTilstand.Ulaest)]
    [InlineData("uge 53, 2019", TidsTilstand.Ulaest)]
    [InlineData("2019/20", TidsTilstand.Ulaest)]
    [InlineData("2018-16", TidsTilstand.Ulaest)]
    [InlineData("1. november til 1. februar 2018", TidsTilstand.Ulaest)]
    public void What_cannot_be_read_keeps_its_words_and_says_why(string tekst, TidsTilstand tilstand)
    {
        var fund = Assert.Single(TidsudtrykReader.FindAll(tekst, Aftale));
        Assert.Equal(tilstand, fund.Udtryk.Tilstand);
        Assert.Contains(fund.Udtryk.Tekst, tekst, StringComparison.Ordinal);
        Assert.Null(fund.Udtryk.Fra);
        Assert.Null(fund.Udtryk.Til);
        Assert.False(string.IsNullOrEmpty(fund.Udtryk.Begrundelse));
    }

    [Fact]
    public void The_agreement_period_is_not_read_where_it_is_not_known() =>
        Assert.Equal(TidsTilstand.Ulaest, Assert.Single(TidsudtrykReader.FindAll("i aftaleperioden", TidsKontekst.Tom)).Udtryk.Tilstand);

    [Theory]
    [InlineData("")]
    [InlineData("2016 kr.")]
    [InlineData("§ 85")]
    [InlineData("i første omgang og på længere sigt")]
    [InlineData("24/7")]
    [InlineData("1/2 stilling")]
    [InlineData("mange marker og decemberlys")]
    [InlineData("nr. 12.2017")]
    [InlineData("børn på 3 år")]
    [InlineData("de 15-årige")]
    [InlineData("telefon 20162018")]
    [InlineData("1) Undersøge, 2) afprøve")]
    public void Other_numbers_and_words_are_no_time(string tekst) => Assert.Empty(TidsudtrykReader.FindAll(tekst, Aftale));

    [Fact]
    public void Every_expression_keeps_its_place_in_the_text()
    {
        const string tekst = "Planen er klar senest d. 1. maj 2017, prøves i 2. halvår 2017 og ses efter årligt.";
        var fund = TidsudtrykReader.FindAll(tekst, Aftale);
        Assert.Equal(["senest d. 1. maj 2017", "2. halvår 2017", "årligt"], fund.Select(f => tekst.Substring(f.Start, f.Laengde)));
    }

    /// <summary>Four times the text takes about four times as long, where a reader that looks back and forth would take sixteen.</summary>
    [Fact]
    public void A_long_text_is_read_in_linear_time()
    {
        Read(100);
        // Others use the machine too, and a reader that looks back and forth never comes within it.
        Assert.Contains(Enumerable.Range(0, 8), _ => Read(20_000) < Read(5_000) * 10);

        // The least of several.
        static TimeSpan Read(int times)
        {
            var tekst = string.Concat(Enumerable.Repeat("ca. senest fra inden 1. og den i ", times));
            return Enumerable.Range(0, 3).Min(_ => Took(tekst));
        }

        static TimeSpan Took(string tekst)
        {
            var ur = System.Diagnostics.Stopwatch.StartNew();
            TidsudtrykReader.FindAll(tekst, Aftale);
            return ur.Elapsed;
        }
    }

    private static string? Iso(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void The_time_that_something_is_moved_from_is_no_time_of_it()
    {
        var fra = Assert.Single(TidsudtrykReader.FindAll("Udskudt fra 2025", TidsKontekst.Tom));
        Assert.False(fra.Udtryk.HarInterval);
        Assert.Equal("fra 2025", fra.Udtryk.Tekst);
        var til = TidsudtrykReader.FindAll("Rykket fra 1. maj 2025 til juni 2026", TidsKontekst.Tom).Single(f => f.Udtryk.HarInterval);
        Assert.Equal((new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)), (til.Udtryk.Fra, til.Udtryk.Til));
    }
}

using System.Globalization;
using Effektkaeder.Domain.Tid;
using Xunit;

namespace Effektkaeder.Domain.Tests.Tid;

public class ForskydningTests
{
    [Theory]
    [InlineData("1. januar 2017", "P6M", "2017-07-01", "2017-07-01", "1. juli 2017")]
    [InlineData("1. juli 2017", "P6M", "2018-01-01", "2018-01-01", "1. januar 2018")]
    [InlineData("30. juni 2017", "P6M", "2017-12-31", "2017-12-31", "31. december 2017")]
    [InlineData("28. februar 2017", "P1M", "2017-03-31", "2017-03-31", "31. marts 2017")]
    [InlineData("29. februar 2016", "P1Y", "2017-02-28", "2017-02-28", "28. februar 2017")]
    [InlineData("15. maj 2017", "P2W", "2017-05-29", "2017-05-29", "29. maj 2017")]
    [InlineData("15. maj 2017", "P30D", "2017-06-14", "2017-06-14", "14. juni 2017")]
    [InlineData("uge 23, 2019", "P2W", "2019-06-17", "2019-06-23", "uge 25, 2019")]
    [InlineData("uge 23, 2019", "P3D", "2019-06-06", "2019-06-12", "uge 23, 2019 + 3 dage")]
    [InlineData("primo juni 2016", "P6M", "2016-12-01", "2016-12-10", "primo december 2016")]
    [InlineData("ultimo februar 2016", "P1M", "2016-03-21", "2016-03-31", "ultimo marts 2016")]
    [InlineData("medio juni 2016", "P10D", "2016-06-21", "2016-06-30", "ultimo juni 2016")]
    [InlineData("juni 2016", "P6M", "2016-12-01", "2016-12-31", "december 2016")]
    [InlineData("juni 2016", "P30D", "2016-07-01", "2016-07-30", "juni 2016 + 30 dage")]
    [InlineData("1. kvartal 2017", "P6M", "2017-07-01", "2017-09-30", "3. kvartal 2017")]
    [InlineData("4. kvartal 2017", "P1M", "2017-11-01", "2018-01-31", "4. kvartal 2017 + 1 måned")]
    [InlineData("2. halvår 2018", "P6M", "2019-01-01", "2019-06-30", "1. halvår 2019")]
    [InlineData("forår 2017", "P6M", "2017-09-01", "2017-11-30", "efterår 2017")]
    [InlineData("vinteren 2016/17", "P1Y", "2017-12-01", "2018-02-28", "vinter 2017")]
    [InlineData("ultimo 2016", "P6M", "2017-06-01", "2017-06-30", "juni 2017")]
    [InlineData("medio 2016", "P6M", "2016-12-01", "2017-01-31", "medio 2016 + 6 måneder")]
    [InlineData("2017", "P1Y", "2018-01-01", "2018-12-31", "2018")]
    [InlineData("2017", "P6M", "2017-07-01", "2018-06-30", "2017 + 6 måneder")]
    [InlineData("2016-18", "P1Y", "2017-01-01", "2019-12-31", "2016-18 + 1 år")]
    [InlineData("senest i april 2017", "P6M", null, "2017-10-31", "senest 31. oktober 2017")]
    [InlineData("inden 1. april 2017", "P6M", null, "2017-09-30", "inden 1. oktober 2017")]
    [InlineData("1. kvartal 2026", "P10D", "2026-01-11", "2026-04-10", "1. kvartal 2026 + 10 dage")]
    [InlineData("1. kvartal 2026", "P3M", "2026-04-01", "2026-06-30", "2. kvartal 2026")]
    [InlineData("1. kvartal 2026", "P1Y6M1D", "2027-07-02", "2027-10-01", "1. kvartal 2026 + 1 år og 6 måneder og 1 dag")]
    [InlineData("uge 23, 2019", "P7D", "2019-06-10", "2019-06-16", "uge 24, 2019")]
    [InlineData("inden udgangen af 2026", "P1M", null, "2027-01-31", "senest 31. januar 2027")]
    [InlineData("senest 1. kvartal 2026", "P1M", null, "2026-04-30", "senest 30. april 2026")]
    [InlineData("inden 1. april 2026", "P1M", null, "2026-04-30", "inden 1. maj 2026")]
    [InlineData("senest 1. kvartal 2026", "P10D", null, "2026-04-10", "senest 10. april 2026")]
    [InlineData("inden 1. april 2026", "P10D", null, "2026-04-10", "inden 11. april 2026")]
    [InlineData("fra 2018", "P1Y", "2019-01-01", null, "fra 1. januar 2019")]
    public void Both_ends_of_a_postponed_date_move_by_what_is_asked(string tekst, string varighed, string? fra, string? til, string navn)
    {
        Assert.True(Varighed.TryParse(varighed, out var laengde));
        var foer = Assert.Single(TidsudtrykReader.FindAll(tekst, TidsKontekst.Tom)).Udtryk;
        var efter = foer.Shift(laengde);
        Assert.Equal((fra, til, navn), (Iso(efter.Fra), Iso(efter.Til), efter.Tekst));
        Assert.Equal(foer.Praecision, efter.Praecision);
    }

    [Theory]
    [InlineData("x dato")]
    [InlineData("ca. 12 mdr.")]
    [InlineData("hvert halve år")]
    [InlineData("i februar/marts")]
    public void What_has_no_date_is_not_moved(string tekst)
    {
        var udtryk = Assert.Single(TidsudtrykReader.FindAll(tekst, TidsKontekst.Tom)).Udtryk;
        Assert.Same(udtryk, udtryk.Shift(Varighed.FraMaaneder(6)));
    }

    [Fact]
    public void A_recurrence_moves_its_anchor_and_keeps_its_end()
    {
        var udtryk = TidsudtrykReader.FindAll("1. januar 2017 og efterfølgende hvert halve år", new(null, new(2018, 12, 31)))[0].Udtryk;
        var efter = udtryk.Shift(Varighed.FraMaaneder(3));
        Assert.Equal(new DateOnly(2017, 4, 1), efter.Anker);
        Assert.EndsWith(" + 3 måneder", efter.Tekst, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2018, 12, 31), efter.Gentagelse!.Slut);
    }

    [Theory]
    [InlineData("P6M", 6, 0)]
    [InlineData("P1Y", 12, 0)]
    [InlineData("P1Y6M", 18, 0)]
    [InlineData("P2W", 0, 14)]
    [InlineData("P30D", 0, 30)]
    [InlineData("P0D", 0, 0)]
    public void An_ISO_8601_duration_is_read_and_written_back(string tekst, int maaneder, int dage)
    {
        Assert.True(Varighed.TryParse(tekst, out var varighed));
        Assert.Equal((maaneder, dage, tekst), (varighed.MaanederIAlt, varighed.DageIAlt, varighed.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("6M")]
    [InlineData("P6")]
    [InlineData("-P6M")]
    [InlineData("P1.5Y")]
    [InlineData("PT6H")]
    [InlineData("P6M ")]
    [InlineData("seks måneder")]
    public void What_is_no_duration_in_days_or_longer_is_refused(string? tekst) => Assert.False(Varighed.TryParse(tekst, out _));

    private static string? Iso(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Text;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Xunit;

namespace Effektkaeder.Application.Tests.Following;

/// <summary>What is due in the two agreements, counted by hand.</summary>
public sealed class CalendarTests(FollowedUp followed) : IClassFixture<FollowedUp>
{
    private static readonly DateOnly Day = new(2017, 6, 15);

    [Fact]
    public async Task The_leader_has_the_dates_of_her_contributions_and_no_one_elses()
    {
        // Of Branding: brand January 2017 and ideas autumn 2016, magazine, counts twice, evaluations twice, reports twice; yearly
        // interviews have no anchor.
        var svar = await ReadAsync("Socialpsykiatrien og Center for Afhængighed");
        var branding = svar.Poster.Where(p => p.Ejer.Titel == "Branding").ToList();
        Assert.Equal(9, branding.Count);
        Assert.All(svar.Poster, p => Assert.Equal("guldborgsund", p.Node.Kommune));
        Assert.Equal(Kalenderstand.Overskredet, branding[0].Stand);
        Assert.Contains(svar.UdenDato, n => n.Titel.StartsWith("Årlige fokusgruppeinterviews", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_recurs_is_due_each_time_until_the_agreement_ends()
    {
        var svar = await ReadAsync("Socialpsykiatrien og Center for Afhængighed");
        var surveys = svar.Poster.Where(p => p.Node.Titel.StartsWith("Spørgeskemaer om vidensdeling", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2017-01-01", "2017-07-01", "2018-01-01", "2018-07-01"], surveys.Select(p => p.Til.ToString("yyyy-MM-dd")));
        Assert.Equal([Kalenderstand.Overskredet, Kalenderstand.Forestaar], surveys.Take(2).Select(p => p.Stand));
    }

    [Fact]
    public async Task What_others_expect_stands_beside_it_with_their_words()
    {
        var svar = await ReadAsync("Jobcentret");
        var expected = Assert.Single(svar.Forventet, f => f.Hvad == "er forpligtet i");
        Assert.Equal("Udsatteområdet", expected.Hos.Titel);
        Assert.Contains("Jobcentret", expected.Citat!.Ordret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_follow_up_tells_that_a_planned_one_is_done_and_so_does_a_sentence_of_a_milestone()
    {
        var form = """
            Titel: Højere faglighed giver bedre kvalitet
            Tidspunkt: 1. juli 2017
            Hvad: Kompetencebanken
            Erfaring: Beskrivelser af metoder er færdige. Måleværktøj er ikke taget i brug.
            Konsekvens: Ja
            """;
        var read = ImportDocuments.Read(new SourceFile("skema.md", Encoding.UTF8.GetBytes(form)), null);
        var report = await new ImportForms(followed.Store, TimeProvider.System).StoreAsync(read, null, "test", false, default);
        Assert.NotEqual(ImportOutcome.Refused, report.Outcome);
        var graph = await followed.Store.NewestAsync(default);
        var svar = await new ReadCalendar(graph).ReadAsync(new(null, null, null, new(2017, 12, 31)), default);
        var own = svar.Poster.Where(p => p.Ejer.Titel == "Højere faglighed giver bedre kvalitet").ToDictionary(p => p.Til);
        Assert.Equal(Kalenderstand.Holdt, own[new(2017, 4, 30)].Stand);
        Assert.Contains("»Beskrivelser af metoder er færdige", own[new(2017, 4, 30)].Grund, StringComparison.Ordinal);
        Assert.Equal(Kalenderstand.Holdt, own[new(2017, 7, 1)].Stand);
        Assert.Equal(Kalenderstand.Overskredet, own[new(2017, 12, 1)].Stand);
    }

    [Fact]
    public async Task The_calendar_file_has_an_event_for_each_entry_and_the_same_bytes_twice()
    {
        var graph = await followed.Store.NewestAsync(default);
        var svar = await new ReadCalendar(graph).ReadAsync(new(null, null, null, Day), default);
        var text = await new WriteCalendar(graph).WriteAsync(svar, null, "http://localhost:5080/", default);
        Assert.Equal(svar.Poster.Count, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal(text, await new WriteCalendar(graph).WriteAsync(svar, null, "http://localhost:5080/", default));
        Assert.Equal(
            svar.Poster.Count,
            text.Replace("\r\n ", "", StringComparison.Ordinal)
                .Split('\n')
                .Where(l => l.StartsWith("UID:", StringComparison.Ordinal))
                .Distinct()
                .Count()
        );
    }

    private async Task<Kalendersvar> ReadAsync(string who) =>
        await new ReadCalendar(await followed.Store.NewestAsync(default)).ReadAsync(new(who, null, null, Day), default);
}

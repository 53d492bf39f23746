using System.Text;
using Ical.Net;
using Xunit;

namespace Effektkaeder.Exchange.Tests;

/// <summary>The calendar file, opened by a library that knows the format.</summary>
public sealed class ICalendarTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Begivenhed[] Events =
    [
        new("a@effektkaeder", new(2025, 11, 1), new(2025, 11, 1), "Frist: Sunde overgange; »ét«, \\ to", "Linje 1\nLinje 2, slut", "frist"),
        new(
            "b@effektkaeder",
            new(2025, 12, 29),
            new(2025, 12, 31),
            "Rapportering: " + string.Concat(Enumerable.Repeat("årsrapport æøå ", 12)),
            "",
            "rapportering",
            "http://localhost:5080/opfoelgning?om=a%2Fb&tid=x"
        ),
    ];

    [Fact]
    public void A_library_reads_what_was_written()
    {
        var calendar = Calendar.Load(ICalendar.Of("Effektkæder: Ærø", Stamp, Events))!;
        Assert.Equal(2, calendar.Events.Count);
        var first = calendar.Events.Single(e => e.Uid == "a@effektkaeder");
        Assert.Equal("Frist: Sunde overgange; »ét«, \\ to", first.Summary);
        Assert.Equal("Linje 1\nLinje 2, slut", first.Description);
        Assert.True(first.IsAllDay);
        var second = calendar.Events.Single(e => e.Uid == "b@effektkaeder");
        Assert.Equal(Events[1].Titel, second.Summary);
        Assert.Equal(new DateOnly(2025, 12, 29), second.DtStart!.Date);
        Assert.Equal(new DateOnly(2026, 1, 1), second.DtEnd!.Date);
        Assert.Equal("/opfoelgning", second.Url!.AbsolutePath);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_every_line_ends_as_the_format_says()
    {
        var text = ICalendar.Of("x", Stamp, Events);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(text, ICalendar.Of("x", Stamp, Events));
    }
}

using System.Globalization;
using System.Text;

namespace Effektkaeder.Exchange;

/// <summary>A whole-day event of a calendar.</summary>
/// <param name="Uid">Stable and unique: the same event again takes its own place in a calendar that holds it.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">Last day.</param>
/// <param name="Kategori">What calendars may colour by.</param>
/// <param name="Adresse">An absolute address to open; null for none.</param>
public sealed record Begivenhed(
    string Uid,
    DateOnly Fra,
    DateOnly Til,
    string Titel,
    string Beskrivelse,
    string Kategori,
    string? Adresse = null
);

/// <summary>
/// An iCalendar file: whole-day events, CRLF, lines folded at 75 octets, text escaped. The same events and stamp give the same bytes.
/// </summary>
/// <remarks>Source: RFC 5545, 3.1 (folding), 3.3.11 (text), 3.6.1 (events), 3.8.2 (whole days end the day after).</remarks>
public static class ICalendar
{
    private const int MostOctets = 75;

    /// <param name="navn">The calendar's name, as a calendar shows it.</param>
    /// <param name="stempel">When what it tells was last changed; in UTC.</param>
    public static string Of(string navn, DateTimeOffset stempel, IEnumerable<Begivenhed> begivenheder)
    {
        var text = new StringBuilder();
        void Line(string line) => Fold(text, line);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Effektkaeder//Effektkaeder//DA");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Escape(navn)}");
        foreach (var b in begivenheder)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{Escape(b.Uid)}");
            Line($"DTSTAMP:{stempel.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Day(b.Fra)}");
            Line($"DTEND;VALUE=DATE:{Day(b.Til.AddDays(1))}");
            Line($"SUMMARY:{Escape(b.Titel)}");
            Line($"DESCRIPTION:{Escape(b.Beskrivelse)}");
            Line($"CATEGORIES:{Escape(b.Kategori)}");
            Line("TRANSP:TRANSPARENT");
            if (b.Adresse is not null)
            {
                Line($"URL:{b.Adresse}");
            }

            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Never inside a character: an octet limit would cut "å" in two.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

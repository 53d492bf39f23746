using System.Globalization;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Application.Asking;

/// <summary>Days, both ends inclusive, null = open.</summary>
public sealed record Periode(DateOnly? Fra, DateOnly? Til)
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>"1. marts 2017", "fra 1. januar 2017 til 31. marts 2017".</summary>
    public string Ord =>
        (Fra, Til) switch
        {
            ({ } day, { } same) when day == same => day.InWords(),
            ({ } fra, { } til) => $"fra {fra.InWords()} til {til.InWords()}",
            ({ } fra, null) => $"fra {fra.InWords()}",
            (null, { } til) => $"til {til.InWords()}",
            _ => "nogensinde",
        };

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(DateOnly? fra, DateOnly? til) =>
        (Til is null || fra is null || fra <= Til) && (Fra is null || til is null || til >= Fra);

    /// <summary>Whether all of an interval lies inside; one that is open lies inside what is open there.</summary>
    public bool Holds(DateOnly? fra, DateOnly? til) =>
        (Fra is null || (fra is not null && fra >= Fra)) && (Til is null || (til is not null && til <= Til));

    /// <summary>
    /// A day, a year, or two of them with <c>..</c> between: <c>2017-03-01</c>, <c>2017</c>, <c>2016-10-01..2017</c>, <c>..2017</c>.
    /// </summary>
    /// <exception cref="FormatException">The message is for the user.</exception>
    public static Periode Read(string text)
    {
        var ends = text.Split("..");
        if (ends.Length > 2 || ends.All(e => e.Trim().Length == 0))
        {
            throw Wrong(text);
        }

        var periode = new Periode(Day(ends[0], text, isEnd: false), Day(ends[^1], text, isEnd: true));
        return periode.Fra > periode.Til ? throw Wrong(text) : periode;
    }

    private static DateOnly? Day(string end, string text, bool isEnd)
    {
        var word = end.Trim();
        if (word.Length == 0)
        {
            return null;
        }

        if (word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            return isEnd ? new(year, 12, 31) : new(year, 1, 1);
        }

        return DateOnly.TryParseExact(word, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(text);
    }

    private static FormatException Wrong(string text) =>
        new($"»{text}« er ingen dag eller periode; skriv 2017-03-01, 2017 eller 2016-10-01..2017-03-31.");
}

/// <summary>How the graph is looked at: as it was at a revision, as it holds in a period, and what of it is one municipality's.</summary>
/// <param name="Revision">Null for the newest.</param>
/// <param name="Gaelder">Only what agreements state that are valid on some day of this; null for all.</param>
/// <param name="Kommune">Only this municipality's nodes, by its name or short name, and what ties them to each other; null for all.</param>
public sealed record Udsyn(long? Revision = null, Periode? Gaelder = null, string? Kommune = null)
{
    public static readonly Udsyn Nu = new();
}

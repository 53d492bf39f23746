using System.Globalization;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>A year as an iCalendar file. Its stamp is the revision's own: the same graph and choice give the same bytes.</summary>
public sealed class WriteCalendar(IGraph graph)
{
    /// <summary>An event of more days than this is put on its last: a bar over a quarter says less than its end.</summary>
    private const int MostDays = 7;

    /// <param name="address">The server's own address, for a link to each form; null where there is no server.</param>
    public async Task<string> WriteAsync(Kalendersvar svar, string? hvem, string? address, CancellationToken ct)
    {
        var revisions = await graph.RevisionsAsync(1, ct);
        var stamp = revisions is [var newest, ..] ? newest.At : DateTimeOffset.UnixEpoch;
        return ICalendar.Of(hvem is null ? "Effektkæder" : $"Effektkæder: {hvem}", stamp, svar.Poster.Select(p => Of(p, address)));
    }

    /// <summary>"frist", "milepæl", "opfølgning", "rapportering".</summary>
    public static string Navn(Kalenderart art) =>
        art == Kalenderart.Milepael ? "milepæl"
        : art == Kalenderart.Opfoelgning ? "opfølgning"
        : art.ToString().ToLowerInvariant();

    public static string Navn(Kalenderstand stand) =>
        stand switch
        {
            Kalenderstand.Forestaar => "forestår",
            _ => stand.ToString().ToLowerInvariant(),
        };

    private static Begivenhed Of(Kalenderpost post, string? address)
    {
        var kind = Navn(post.Art);
        var isLong = post.Til.DayNumber - post.Fra.DayNumber >= MostDays;
        var words = new[]
        {
            $"{kind.Capitalised()} for »{post.Ejer.Titel}«: {post.Node.Indhold.Tekst}",
            $"Tid: {post.Hvornaar}",
            $"Stand: {Navn(post.Stand)}, {post.Grund}",
            post.Hvem.Length > 0 ? $"Ansvarlig: {post.Hvem}" : "",
            post.Node.Vist.Herkomst is [var first, ..] ? $"Kilde: {first.Hvor}" : "",
        };
        return new(
            $"{post.Node.Key}/{post.Til.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}@effektkaeder",
            isLong ? post.Til : post.Fra,
            post.Til,
            $"{kind.Capitalised()}: {post.Node.Titel}",
            string.Join('\n', words.Where(w => w.Length > 0)),
            kind,
            address is null
                ? null
                : $"{address.TrimEnd('/')}/opfoelgning?om={Uri.EscapeDataString(post.Ejer.Key)}&tid={Uri.EscapeDataString(post.Hvornaar)}"
        );
    }
}

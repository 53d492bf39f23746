using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>A kind of report.</summary>
/// <param name="Kode">In a command and an address.</param>
/// <param name="Navn">For people: "En aftales opfølgning".</param>
/// <param name="Om">What it is about, in words.</param>
public sealed record Rapportslags(string Kode, string Navn, string Om)
{
    public static readonly IReadOnlyList<Rapportslags> Alle =
    [
        new("agreement", "En aftales opfølgning", "Aftalen"),
        new("policy", "En politik på tværs af centrene", "Politikken"),
        new("year", "Et centers, en enheds eller en persons år", "Centret, enheden eller personen"),
        new("since", "Siden sidste møde", "Dagen, fx 2025-03-01"),
        new("years", "En aftales eller et måls år", "Aftalen eller målet"),
        new("revised", "Den reviderede aftale, i sin egen form", "Aftalen"),
    ];
}

/// <summary>Which report, about what, seen from which day.</summary>
/// <param name="Slags">The code of a <see cref="Rapportslags"/>.</param>
/// <param name="Hvad">A name, key or id; a day for what has come since.</param>
/// <param name="Aar">Of a year's report; null for the day's own.</param>
public sealed record Rapportvalg(string Slags, string Hvad, int? Aar, DateOnly Dag)
{
    /// <param name="find">The one node that words mean, among these kinds; tells the user where there is none.</param>
    /// <exception cref="FormatException">What is asked for cannot be; the message is for the user.</exception>
    public async Task<Rapport> WriteAsync(
        IGraphStore store,
        IGraph graph,
        Func<string, IReadOnlyList<NodeKind>, Task<Node>> find,
        CancellationToken ct
    )
    {
        var writer = new WriteReport(store, graph);
        return Slags switch
        {
            "agreement" => await writer.AgreementAsync(await find(Hvad, [NodeKind.Aftale]), Dag, ct),
            "policy" => await writer.PolicyAsync(await find(Hvad, [NodeKind.Politik]), Dag, ct),
            "revised" => await new WriteAgreement(graph).WriteAsync(await find(Hvad, [NodeKind.Aftale]), ct),
            "years" => await writer.YearsAsync(await find(Hvad, ReadYears.Kinds), Dag, ct),
            "year" => (Aar ?? Dag.Year) is var year and >= 1 and <= 9999
                ? await writer.YearAsync(Hvad, year, Dag, ct)
                : throw new FormatException($"{Aar} er intet årstal."),
            "since" => await writer.SinceAsync(Since(Hvad), Dag, ct),
            _ => throw new FormatException(
                $"»{Slags}« er ingen rapport. Der er {string.Join(", ", Rapportslags.Alle.Select(s => s.Kode))}."
            ),
        };
    }

    private static DateOnly Since(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"»{text}« er ingen dag: skriv fx 2025-03-01.");
}

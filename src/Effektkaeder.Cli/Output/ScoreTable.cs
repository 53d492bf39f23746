using Effektkaeder.Analysis.Kontrol;

namespace Effektkaeder.Cli.Output;

/// <summary>Scorecards: a row for each point of each agreement.</summary>
internal static class ScoreTable
{
    public static Listing Of(IEnumerable<Pointtavle> tavler) =>
        Listing.Of<(Pointtavle Tavle, Point Point)>(
            "pointtavle",
            tavler.SelectMany(t => t.Points.Select(p => (t, p))),
            new("aftale", "agreement", r => r.Tavle.Aftale.Titel),
            new("nr.", "number", r => r.Point.Punkt.Nummer),
            new("princip", "principle", r => r.Point.Punkt.Princip),
            new("punkt", "point", r => r.Point.Punkt.Punkt),
            new("står", "state", r => Word(r.Point.Stand)),
            new("fund", null, r => r.Point.Fund.Count),
            new("bl.a.", null, r => r.Point.Fund.Count > 0 ? $"{r.Point.Fund[0].Node.Titel}: {r.Point.Fund[0].Besked}" : null),
            new("ordene", null, r => r.Point.Fund.Count > 0 ? r.Point.Fund[0].Sted?.Ordret : null),
            new(null, "findings", r => r.Point.Fund.Select(Finding)),
            new(null, "key", r => r.Tavle.Aftale.Key)
        );

    private static object Finding(Fund fund) =>
        new
        {
            code = fund.Kode,
            severity = fund.Alvor.ToString().ToLowerInvariant(),
            node = fund.Node.Key,
            message = fund.Besked,
            document = fund.Sted?.Dokument,
            line = fund.Sted?.Linje,
            quote = fund.Sted?.Ordret,
        };

    private static string Word(Pointstand stand) =>
        stand switch
        {
            Pointstand.Holdt => "holdt",
            Pointstand.Brudt => "brudt",
            _ => "kan ikke ses",
        };
}

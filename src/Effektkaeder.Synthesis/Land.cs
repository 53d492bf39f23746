using Bogus;

namespace Effektkaeder.Synthesis;

/// <summary>
/// An invented country, agreement by agreement. Each agreement comes from its own seed (the options', its municipality, centre
/// and year), so that a country can be streamed, and a part of it made again without the rest.
/// </summary>
public static class Land
{
    public const int MostKommuner = 98, MostCentre = 10, MostAar = 50;

    public static int Antal(SynteseOptions options) => options.Kommuner * options.Centre * options.Aar;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its bounds.</exception>
    public static IEnumerable<SyntetiskAftale> Aftaler(SynteseOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Kommuner, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Kommuner, MostKommuner);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Centre, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Centre, MostCentre);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Aar, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Aar, MostAar);
        return from kommune in Enumerable.Range(0, options.Kommuner)
               from aar in Enumerable.Range(options.SidsteAar - options.Aar + 1, options.Aar)
               from center in Enumerable.Range(0, options.Centre)
               select Aftale(options, kommune, center, aar);
    }

    /// <summary>Every pair of stem and ending once, in an order that the seed shuffles.</summary>
    public static string Kommune(SynteseOptions options, int number)
    {
        var names = Ordlister.Kommunestammer.SelectMany(s => Ordlister.Kommuneendelser.Select(e => s + e)).ToArray();
        return new Randomizer(options.Seed).Shuffle(names).ElementAt(number);
    }

    private static SyntetiskAftale Aftale(SynteseOptions options, int kommune, int center, int aar)
    {
        var random = new Randomizer(Seed(options.Seed, kommune, center, aar));
        var omraade = Ordlister.Omraader[center];
        var navne = Indsatsnavne(options, kommune, center);
        return new(Kommune(options, kommune), omraade.Omraade, omraade.Udvalg, omraade.Politik, aar, center % 2 == 1, Person(random), Person(random),
            $"Sammen om {Ordlister.Indsatskerner[kommune % Ordlister.Indsatskerner.Length]}", [.. navne.Select((n, i) => Indsats(options, random, kommune, center, n, omraade.Gruppe, aar))]);
    }

    /// <summary>A centre keeps its efforts over the years; its contributions change.</summary>
    private static IReadOnlyList<string> Indsatsnavne(SynteseOptions options, int kommune, int center)
    {
        var random = new Randomizer(Seed(options.Seed, kommune, center, 0));
        // A kernel belongs to one centre, so that no two centres have an effort of one name.
        var kerner = Ordlister.Indsatskerner.Where((_, i) => i % MostCentre == center).ToArray();
        return [.. random.Shuffle(Ordlister.Indsatsled).Take(random.Int(4, 7)).Select((led, i) => $"{led} {kerner[i % kerner.Length]}")];
    }

    private static SyntetiskIndsats Indsats(SynteseOptions options, Randomizer random, int kommune, int center, string navn, string gruppe, int aar)
    {
        (string, string)? koblet = null;
        if (options.Centre > 1 && random.Double() < options.Koblingsgrad)
        {
            var anden = (center + random.Int(1, options.Centre - 1)) % options.Centre;
            koblet = (random.ArrayElement([.. Indsatsnavne(options, kommune, anden)]), $"Center for {Ordlister.Omraader[anden].Omraade}");
        }
        var skaevheder = new[] { Skaevheder.IngenBaseline, Skaevheder.DokumentationHenviser, Skaevheder.DatoMangler, Skaevheder.TomtListepunkt }
            .Where(_ => random.Double() < options.Skaevhed).Aggregate(Skaevheder.Ingen, (a, b) => a | b);
        return new(navn, $"{Stor(gruppe)} skal mærke, at det nytter.", [.. random.Shuffle(Ordlister.Maal).Take(random.Int(1, 2))],
            [.. random.Shuffle(Ordlister.Genstande).Take(random.Int(2, 4)).Select(g => Bidrag(random, g, gruppe, aar))], koblet, skaevheder);
    }

    private static SyntetiskBidrag Bidrag(Randomizer random, string genstand, string gruppe, int aar)
    {
        var virkninger = random.Shuffle(Ordlister.Virkninger).Take(random.Int(1, 3)).Select(v => $"Flere {gruppe} {v}").ToList();
        var maalinger = random.Shuffle(Ordlister.Maalinger).Take(random.Int(2, 4)).Select(m => Stor(string.Format(System.Globalization.CultureInfo.InvariantCulture, m, gruppe, genstand))).ToList();
        var kvartal = random.Int(1, 3);
        return new($"{random.ArrayElement(Ordlister.Handlinger)} {genstand}", virkninger, maalinger,
            [("Planen er vedtaget", $"{random.ArrayElement(["januar", "marts", "maj"])} {aar}"), ("Det er prøvet af", $"{kvartal}. kvartal {aar}")], $"{kvartal + 1}. kvartal {aar}");
    }

    private static string Person(Randomizer random) => $"{random.ArrayElement(Ordlister.Fornavne)} {random.ArrayElement(Ordlister.Efternavne)}";

    private static string Stor(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>One number of four, mixed so that neighbours are unlike (the finaliser of MurmurHash3).</summary>
    private static int Seed(int seed, int kommune, int center, int aar)
    {
        var h = unchecked((uint)(seed * 73856093) ^ (uint)(kommune * 19349663) ^ (uint)(center * 83492791) ^ (uint)(aar * 2654435761));
        h = unchecked((h ^ (h >> 16)) * 0x85ebca6b);
        h = unchecked((h ^ (h >> 13)) * 0xc2b2ae35);
        return (int)((h ^ (h >> 16)) & 0x7fffffff);
    }
}

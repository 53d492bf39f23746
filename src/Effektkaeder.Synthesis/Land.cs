using System.Globalization;
using Bogus;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Synthesis;

/// <summary>
/// An invented country, agreement by agreement. Each agreement comes from its own seeds (the options', its municipality, centre
/// and year), so that a country can be streamed, and a part of it made again without the rest.
/// </summary>
public static class Land
{
    public const int MostKommuner = 98,
        MostCentre = 10,
        MostAar = 50;

    /// <summary>A centre never drops its first efforts, so that every agreement has some.</summary>
    private const int Faste = 2;

    /// <summary>
    /// What is drawn for a year, beside the agreement itself; each has numbers of its own, so that one option never stirs another.
    /// </summary>
    private enum Lod
    {
        Aftale = 1,
        Navne,
        Personer,
        Frafald,
        Udgave,
        Maaling,
        Vilkaar,
    }

    /// <summary>How many documents there are, new editions included.</summary>
    public static int Antal(SynteseOptions options) => Steder(options).Sum(s => HasNewEdition(options, s.Kommune, s.Center, s.Aar) ? 2 : 1);

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its bounds.</exception>
    public static IEnumerable<SyntetiskAftale> Aftaler(SynteseOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Kommuner, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Kommuner, MostKommuner);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Centre, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Centre, MostCentre);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Aar, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Aar, MostAar);
        return Steder(options)
            .SelectMany(s =>
            {
                var aftale = Aftale(options, s.Kommune, s.Center, s.Aar);
                return HasNewEdition(options, s.Kommune, s.Center, s.Aar) ? [aftale, NewEdition(aftale)] : new[] { aftale };
            });
    }

    /// <summary>Every pair of stem and ending once, in an order that the seed shuffles.</summary>
    public static string Kommune(SynteseOptions options, int number)
    {
        var names = Ordlister.Kommunestammer.SelectMany(s => Ordlister.Kommuneendelser.Select(e => s + e)).ToArray();
        return new Randomizer(options.Seed).Shuffle(names).ElementAt(number);
    }

    private static IEnumerable<(int Kommune, int Aar, int Center)> Steder(SynteseOptions options) =>
        from kommune in Enumerable.Range(0, options.Kommuner)
        from aar in Enumerable.Range(options.SidsteAar - options.Aar + 1, options.Aar)
        from center in Enumerable.Range(0, options.Centre)
        select (kommune, aar, center);

    private static SyntetiskAftale Aftale(SynteseOptions options, int kommune, int center, int aar)
    {
        var (random, personer) = (Chance(options, Lod.Aftale, kommune, center, aar), Chance(options, Lod.Personer, kommune, center, 0));
        var omraade = Ordlister.Omraader[center];
        var indsatser = Indsatsnavne(options, kommune, center)
            .Select((navn, i) => (navn, i))
            .Where(n => n.i < Faste || !HasDroppedOut(options, kommune, center, n.i, aar))
            .Select(n => Indsats(options, random, kommune, center, n.navn, n.i, omraade.Gruppe, aar))
            .ToList();
        return new(
            Kommune(options, kommune),
            omraade.Omraade,
            $"{omraade.Institution} {personer.ArrayElement(Ordlister.Steder)}",
            omraade.Udvalg,
            omraade.Politik,
            aar,
            1,
            center % 2 == 1,
            Person(personer),
            Person(personer),
            $"Sammen om {Ordlister.Indsatskerner[kommune % Ordlister.Indsatskerner.Length]}",
            indsatser,
            indsatser[0].Maaling
        );
    }

    /// <summary>Signed anew in May: its last contribution is given up, and one date is later.</summary>
    private static SyntetiskAftale NewEdition(SyntetiskAftale aftale)
    {
        var (foerste, sidste) = (aftale.Indsatser[0], aftale.Indsatser[^1]);
        var senere = foerste with
        {
            Bidrag =
            [
                foerste.Bidrag[0] with
                {
                    Milepaele = [foerste.Bidrag[0].Milepaele[0], ("Det er prøvet af", $"4. kvartal {aftale.Aar}")],
                },
                .. foerste.Bidrag.Skip(1),
            ],
        };
        return aftale with
        {
            Udgave = 2,
            Indsatser = [senere, .. aftale.Indsatser.Skip(1).SkipLast(1), sidste with { Bidrag = [.. sidste.Bidrag.SkipLast(1)] }],
        };
    }

    private static bool HasNewEdition(SynteseOptions options, int kommune, int center, int aar) =>
        Chance(options, Lod.Udgave, kommune, center, aar).Double() < options.Udgaver;

    /// <summary>Dropped in some year since the country's first: it stays so.</summary>
    private static bool HasDroppedOut(SynteseOptions options, int kommune, int center, int indsats, int aar) =>
        Enumerable
            .Range(options.SidsteAar - options.Aar + 2, aar - (options.SidsteAar - options.Aar + 1))
            .Any(y => Chance(options, Lod.Frafald, kommune, center * MostCentre + indsats, y).Double() < options.Frafald);

    /// <summary>A centre keeps its efforts over the years until they are dropped; its contributions change.</summary>
    private static IReadOnlyList<string> Indsatsnavne(SynteseOptions options, int kommune, int center)
    {
        var random = Chance(options, Lod.Navne, kommune, center, 0);
        // A kernel belongs to one centre, so that no two centres have an effort of one name.
        var kerner = Ordlister.Indsatskerner.Where((_, i) => i % MostCentre == center).ToArray();
        return [.. random.Shuffle(Ordlister.Indsatsled).Take(random.Int(4, 7)).Select((led, i) => $"{led} {kerner[i % kerner.Length]}")];
    }

    private static SyntetiskIndsats Indsats(
        SynteseOptions options,
        Randomizer random,
        int kommune,
        int center,
        string navn,
        int nummer,
        string gruppe,
        int aar
    )
    {
        (string, string)? koblet = null;
        if (options.Centre > 1 && random.Double() < options.Koblingsgrad)
        {
            var anden = (center + random.Int(1, options.Centre - 1)) % options.Centre;
            koblet = (random.ArrayElement([.. Indsatsnavne(options, kommune, anden)]), $"Center for {Ordlister.Omraader[anden].Omraade}");
        }
        var skaevheder = Enum.GetValues<Skaevheder>()
            .Where(s => s is not (Skaevheder.Ingen or Skaevheder.TidligOpfoelgning) && random.Double() < options.Skaevhed)
            .Aggregate(Skaevheder.Ingen, (a, b) => a | b);
        var vilkaar = Chance(options, Lod.Vilkaar, kommune, center * MostCentre + nummer, aar);
        if (vilkaar.Double() < options.Skaevhed)
        {
            skaevheder |= Skaevheder.TidligOpfoelgning;
        }

        return new(
            navn,
            $"{gruppe.Capitalised()} skal mærke, at det nytter.",
            [.. random.Shuffle(Ordlister.Maal).Take(random.Int(1, 2))],
            [
                .. random
                    .Shuffle(Ordlister.Genstande)
                    .Take(random.Int(2, 4))
                    .Select(g => Bidrag(random, g, gruppe, aar) with { Lov = Lov(options, vilkaar, center) })
                    .Select(b => skaevheder.HasFlag(Skaevheder.TidligOpfoelgning) ? b with { Opfoelgning = $"januar {aar}" } : b),
            ],
            koblet,
            vilkaar.Double() < options.Forbehold && koblet is not null,
            aar > options.SidsteAar - options.Aar + 1 ? Maaling(options, kommune, center * MostCentre + nummer, aar - 1) : null,
            Lov(options, vilkaar, center),
            skaevheder
        );
    }

    private static SyntetiskBidrag Bidrag(Randomizer random, string genstand, string gruppe, int aar)
    {
        var virkninger = random.Shuffle(Ordlister.Virkninger).Take(random.Int(1, 3)).Select(v => $"Flere {gruppe} {v}").ToList();
        var maalinger = random
            .Shuffle(Ordlister.Maalinger)
            .Take(random.Int(2, 4))
            .Select(m => string.Format(CultureInfo.InvariantCulture, m, gruppe, genstand).Capitalised())
            .ToList();
        var kvartal = random.Int(1, 3);
        return new(
            $"{random.ArrayElement(Ordlister.Handlinger)} {genstand}",
            virkninger,
            maalinger,
            [
                ("Planen er vedtaget", $"{random.ArrayElement(["januar", "marts", "maj"])} {aar}"),
                ("Det er prøvet af", $"{kvartal}. kvartal {aar}"),
            ],
            $"{kvartal + 1}. kvartal {aar}",
            null
        );
    }

    private static SyntetiskLov? Lov(SynteseOptions options, Randomizer random, int center) =>
        Ordlister.Love[center] is { Length: > 0 } love && random.Double() < options.Lovgrad ? random.ArrayElement(love) : null;

    /// <summary>A level of its own that moves a little every year.</summary>
    private static SyntetiskMaaling Maaling(SynteseOptions options, int kommune, int indsats, int aar)
    {
        int I(int y) =>
            Math.Clamp(
                Chance(options, Lod.Maaling, kommune, indsats, 0).Int(20, 60)
                    + Enumerable
                        .Range(options.SidsteAar - MostAar, y - (options.SidsteAar - MostAar))
                        .Sum(x => Chance(options, Lod.Maaling, kommune, indsats, x).Int(-3, 4)),
                1,
                99
            );
        return new(aar, I(aar), I(aar - 1));
    }

    private static string Person(Randomizer random) =>
        $"{random.ArrayElement(Ordlister.Fornavne)} {random.ArrayElement(Ordlister.Efternavne)}";

    /// <summary>One seed of five numbers, mixed so that neighbours are unlike (the finaliser of MurmurHash3).</summary>
    private static Randomizer Chance(SynteseOptions options, Lod lod, int kommune, int center, int aar)
    {
        var h = unchecked(
            (uint)(options.Seed * 73856093)
            ^ (uint)(kommune * 19349663)
            ^ (uint)(center * 83492791)
            ^ (uint)(aar * 2654435761)
            ^ (uint)((int)lod * 40503)
        );
        h = unchecked((h ^ (h >> 16)) * 0x85ebca6b);
        h = unchecked((h ^ (h >> 13)) * 0xc2b2ae35);
        return new((int)((h ^ (h >> 16)) & 0x7fffffff));
    }
}

using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>The words and classes of an impact.</summary>
internal static class Konsekvensord
{
    /// <summary>What is literally said is at least this certain.</summary>
    private const double Sikker = 0.75;

    /// <summary>Everything changed by name, or counted where that would be a list and no title.</summary>
    public static string Title(Paavirkningssvar svar) =>
        "Påvirkning: "
        + string.Join(
            ", ",
            svar.Aendrede.GroupBy(a => a.Aendring.Art)
                .SelectMany(g =>
                    g.Count() > 3
                        ? [$"{Foldning.Count(g.Select(a => a.Node))} {Verb(g.Key)}"]
                        : g.Select(a => $"»{a.Node.Titel}« {Verb(g.Key)}")
                )
        );

    public static string Description(Paavirkningssvar svar)
    {
        var counts = string.Join(
            ", ",
            svar.Beroerte.GroupBy(b => b.Konsekvens).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Navn(g.Key)}")
        );
        var onlyNamed = counts.Length == 0 && svar.Aendrede.All(a => a.Node.Henvist);
        return $"{Happens(svar)}{(counts.Length > 0 ? counts : "intet andet røres")}."
            + (
                onlyNamed
                    ? " Det er kun nævnt, og intet i de indlæste aftaler bygger på det. Indlæs den aftale, det står i, for at se, "
                        + "hvad det rører."
                    : ""
            );
    }

    /// <summary>"2 led falder; ", "2 tider flytter sig, 1 er i konflikt; ", or nothing.</summary>
    private static string Happens(Paavirkningssvar svar)
    {
        var times = svar.Datoer.Where(d => d.Node.Kind.IsDate()).ToList();
        var (moved, broken) = (times.Count(d => d.Aarsag == Datoaarsag.Flyttet), times.Count(d => d.Aarsag != Datoaarsag.Flyttet));
        List<string> parts = [];
        if (svar.Bortfaldne.Count > 0)
        {
            parts.Add($"{svar.Bortfaldne.Count} led falder");
        }

        if (moved > 0)
        {
            parts.Add($"{moved} {(moved == 1 ? "tid" : "tider")} flytter sig");
        }

        if (broken > 0)
        {
            parts.Add($"{broken} {(broken == 1 ? "tid" : "tider")} er i konflikt");
        }

        return parts.Count == 0 ? "" : string.Join(", ", parts) + "; ";
    }

    public static string Mark(Konsekvens konsekvens) =>
        konsekvens switch
        {
            Konsekvens.MisterGrundlag => "m-lost",
            Konsekvens.Svaekkes or Konsekvens.MisterAnsvarlig => "m-weakened",
            Konsekvens.Forsinkes => "m-delayed",
            _ => "m-touched",
        };

    public static string Navn(Konsekvens konsekvens) =>
        konsekvens switch
        {
            Konsekvens.MisterGrundlag => "mister grundlag",
            Konsekvens.Svaekkes => "svækkes",
            Konsekvens.MisterAnsvarlig => "mister ansvarlig",
            Konsekvens.Forsinkes => "forsinkes",
            _ => "berøres",
        };

    public static string Verb(AendringArt art) =>
        art switch
        {
            AendringArt.Bortfalder => "bortfalder",
            AendringArt.Udskydes => "udskydes",
            _ => "ændres",
        };

    public static string Dato(Datoaendring dato) =>
        dato.Aarsag == Datoaarsag.Flyttet ? $"{dato.Foer.Tekst} → {dato.Efter.Tekst}" : $"konflikt: {dato.Foer.Tekst}";

    /// <summary>The less certain a consequence, the more broken its border.</summary>
    public static string Sikkerhed(double tillid) =>
        tillid >= Sikker ? ""
        : tillid >= Tillid.Udledt ? " c-mid"
        : " c-low";

    public static IEnumerable<LegendEntry> Legend(IReadOnlyCollection<Skaebne> fates)
    {
        var used = fates.Select(f => f.Mark).ToHashSet(StringComparer.Ordinal);
        foreach (var (mark, word) in Marks.Where(m => used.Contains(m.Mark)))
        {
            yield return new(Tokens.Other.Name, false, word, mark);
        }

        var certain = fates.Select(f => Sikkerhed(f.Tillid)).ToHashSet(StringComparer.Ordinal);
        if (certain.Contains(" c-mid"))
        {
            yield return new(Tokens.Other.Name, false, "Mindre sikkert (tillid under 0,75)", "m-touched c-mid");
        }

        if (certain.Contains(" c-low"))
        {
            yield return new(Tokens.Other.Name, false, "Usikkert (tillid under 0,5)", "m-touched c-low");
        }
    }

    private static readonly (string Mark, string Word)[] Marks =
    [
        ("m-dropped", "Bortfalder"),
        ("m-changed", "Ændres eller udskydes"),
        ("m-lost", "Mister grundlag"),
        ("m-weakened", "Svækkes"),
        ("m-delayed", "Forsinkes, eller en dato er i konflikt"),
        ("m-touched", "Berøres"),
    ];
}

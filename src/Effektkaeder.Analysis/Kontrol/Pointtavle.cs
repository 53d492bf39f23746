using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>One point of the principles that agreements are steered by, and the checks that show where it is not kept.</summary>
/// <param name="Nummer">1-12, in the order of the principles.</param>
/// <param name="Koder">Empty for what no text can show: only people know whether there is room to judge.</param>
public sealed record Principunkt(int Nummer, string Princip, string Punkt, IReadOnlyList<string> Koder);

/// <summary>Whether a point is kept.</summary>
public enum Pointstand
{
    Holdt,
    Brudt,
    KanIkkeSes,
}

/// <summary>One point of an agreement's scorecard.</summary>
/// <param name="Fund">Where it is not kept, the gravest first.</param>
public sealed record Point(Principunkt Punkt, IReadOnlyList<Fund> Fund)
{
    /// <summary>A notice is worth knowing and breaks nothing.</summary>
    public Pointstand Stand =>
        Punkt.Koder.Count == 0 ? Pointstand.KanIkkeSes
        : Fund.Any(f => f.Alvor != Alvor.Bemaerkning) ? Pointstand.Brudt
        : Pointstand.Holdt;
}

/// <summary>An agreement against the twelve points: four principles of three points each.</summary>
public sealed record Pointtavle(Node Aftale, IReadOnlyList<Point> Points)
{
    private const string Effektbaseret = "effektbaseret",
        Tillid = "tillid og ansvar",
        Strategisk = "strategisk styring - lokal ledelse",
        Opfoelgning = "systematisk opfølgning";

    public static readonly IReadOnlyList<Principunkt> Punkter =
    [
        new(1, Effektbaseret, "det er tydeligt, hvad aftalen bygger på", ["INDSATS_UDEN_POLITISK_MAAL", "MAAL_UDEN_VISION"]),
        new(2, Effektbaseret, "planen lægges ud fra den ønskede effekt", ["BIDRAG_UDEN_EFFEKT", "AKTIVITET_I_STEDET_FOR_EFFEKT"]),
        new(3, Effektbaseret, "effekten kan måles", ["EFFEKT_UDEN_INDIKATOR", "INDIKATOR_KAN_IKKE_BEDOEMMES", "INGEN_BASELINE"]),
        new(4, Tillid, "den nærmeste leder taler ud fra aftalen", ["INGEN_ANSVARLIG"]),
        new(5, Tillid, "der er rum til at vurdere fagligt", []),
        new(6, Tillid, "hvert bidrag har sin effektkæde", ["BIDRAG_UDEN_EFFEKT", "EFFEKT_UDEN_INDIKATOR", "RING"]),
        new(7, Strategisk, "leder og medarbejdere ejer aftalen", []),
        new(8, Strategisk, "der er frihed nok undervejs", []),
        new(9, Strategisk, "der koordineres på tværs", ["INGEN_KOORDINATOR", "ENSIDIG_KOBLING", "BETINGET_KOBLING", "KOBLING_TIL_SKYGGE"]),
        new(
            10,
            Opfoelgning,
            "handlinger, milepæle og indikatorer er aftalt",
            ["PLADSHOLDER_ELLER_ULAESELIG_DATO", "FRIST_UDEN_FOR_PERIODEN", "UFULDSTAENDIGT_FELT", "GENTAGELSE_UDEN_ANKER"]
        ),
        new(
            11,
            Opfoelgning,
            "aftalen kan ændres, når det går anderledes",
            ["OPFOELGNING_FOER_MILEPAEL", "BASELINE_EFTER_OPFOELGNING", "INDIKATOR_UDEN_DOKUMENTATION"]
        ),
        new(12, Opfoelgning, "alle har de samme ord for det samme", ["UENIGE_DOKUMENTER", "MULIGE_TVILLINGER"]),
    ];

    /// <param name="fund">The findings about what the agreement states.</param>
    public static Pointtavle Of(Node aftale, IReadOnlyList<Fund> fund) =>
        new(aftale, [.. Punkter.Select(p => new Point(p, [.. fund.Where(f => p.Koder.Contains(f.Kode))]))]);
}

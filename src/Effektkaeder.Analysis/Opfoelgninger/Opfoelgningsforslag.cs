using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>What a held follow-up says, and what it proposes: a judgement, and a change set line by line.</summary>
/// <param name="Opfoelgning">The held follow-up.</param>
/// <param name="Ejer">The effort or contribution that it is of.</param>
/// <param name="Linjer">The lines of its adjustment; none where it proposes nothing.</param>
public sealed record Opfoelgningsforslag(
    Node Opfoelgning,
    Node Ejer,
    Konsekvensdom Konsekvens,
    IReadOnlyList<Forslagslinje> Linjer,
    IReadOnlyList<string> Bemaerkninger
)
{
    /// <param name="udsnit">Holds the owner, all that stands under it, and what surrounds those.</param>
    public static Opfoelgningsforslag Of(Udsnit udsnit, Node opfoelgning, Node ejer)
    {
        var felter = opfoelgning.Vist.Felter;
        var dom = Konsekvensdommer.Of(Opfoelgningsskema.Vaerdi(felter, Opfoelgningsskema.Konsekvens));
        var justering = Opfoelgningsskema.Vaerdi(felter, Opfoelgningsskema.Justering);
        var aftale = udsnit.Find(ejer.Vist.Aftale)?.Indhold;
        var kontekst = new TidsKontekst(aftale?.Dag(Egenskaber.PeriodeFra), aftale?.Dag(Egenskaber.PeriodeTil));
        var linjer = new Justeringslaeser(udsnit, ejer, kontekst).Read(justering);
        return new(opfoelgning, ejer, dom, linjer, [.. Remarks(dom, justering, linjer, ejer)]);
    }

    /// <summary>The lines that can be carried out as they stand, as changes whose impact can be asked.</summary>
    public static IReadOnlyList<Aendring> Changes(Node ejer, IEnumerable<Forslagslinje> linjer)
    {
        var changes = new Dictionary<string, Aendring>(StringComparer.Ordinal);
        foreach (var linje in linjer.Where(l => l.IsReady))
        {
            changes[linje.Node!.Key] = linje.Art switch
            {
                Forslagsart.Bortfalder or Forslagsart.Erstattes => new(linje.Node.Key, AendringArt.Bortfalder),
                Forslagsart.Udskydes => new(linje.Node.Key, AendringArt.Udskydes, linje.Varighed),
                Forslagsart.Flyttes => new(linje.Node.Key, AendringArt.Udskydes, linje.Varighed ?? new Varighed(0, 0, 0, 0))
                {
                    Fra = linje.Foer,
                    Til = linje.Efter,
                },
                _ => new(linje.Node.Key, AendringArt.Aendres),
            };
        }

        // Who is coupled to the contribution is touched by a milestone of it that moves.
        if (changes.Count > 0 && !changes.ContainsKey(ejer.Key))
        {
            changes[ejer.Key] = new(ejer.Key, AendringArt.Aendres);
        }

        return [.. changes.Values];
    }

    private static IEnumerable<string> Remarks(Konsekvensdom dom, string? justering, IReadOnlyList<Forslagslinje> linjer, Node ejer)
    {
        if (dom.Dom is Opfoelgningsdom.Forsinket or Opfoelgningsdom.Opgivet && linjer.All(l => l.Art == Forslagsart.KunOrd))
        {
            yield return "Konsekvens siger, at noget ændrer sig, men Justering "
                + (
                    justering is null ? "er ikke udfyldt."
                    : linjer.Count == 0 ? "siger, at intet gør."
                    : "siger ikke, hvad."
                );
        }

        var drops = linjer.Any(l => l.Art == Forslagsart.Bortfalder && l.Node?.Key == ejer.Key);
        if (dom.Dom == Opfoelgningsdom.Holder && drops)
        {
            yield return $"Konsekvens siger, at effekten holder, men Justering opgiver »{ejer.Titel}«.";
        }

        foreach (
            var same in linjer
                .Where(l => l.Node is not null && l.Art is not (Forslagsart.Ny or Forslagsart.KunOrd))
                .GroupBy(l => l.Node!.Key)
                .Where(g => g.Count() > 1)
        )
        {
            yield return $"Linje {string.Join(" og ", same.Select(l => l.Nr))} vil noget forskelligt med »{same.First().Node!.Titel}«.";
        }
    }
}

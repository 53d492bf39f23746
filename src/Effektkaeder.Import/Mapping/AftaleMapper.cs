using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Punkter;

namespace Effektkaeder.Import.Mapping;

/// <summary>The agreement itself: its municipality, unit, centre, parties and visions.</summary>
internal sealed class AftaleMapper(Kortlaegning k)
{
    private readonly Aftalehoved hoved = k.Hoved;

    internal void Begynd()
    {
        k.Bygger.Node(hoved.Kommune, NodeKind.Kommune, new Indhold(hoved.KommuneNavn, hoved.KommuneNavn), hoved.Herkomst);
        var titel = $"{NavneLaeser.Stor(hoved.Type)} {hoved.Periode}, {hoved.Organisation}".Replace(" ,", ",", StringComparison.Ordinal);
        k.Bygger.Node(hoved.Key, NodeKind.Aftale, new Indhold(Titel.Cut(titel), titel)
        {
            Art = Arter.Aftale.FirstOrDefault(a => a == Fold.Of(hoved.Type)),
            Egenskaber = [.. Egenskaberne().OrderBy(e => e.Navn, StringComparer.Ordinal)],
        }, hoved.Herkomst);
        foreach (var felt in hoved.Felter)
        {
            k.Bygger.Felt(hoved.Key, felt);
        }

        Organisationer();
        Parterne();
        Visioner();
    }

    /// <summary>The unit gives every contribution, and its leader answers for them.</summary>
    internal void Afslut(IReadOnlyList<KortlagtPunkt> punkter)
    {
        var leder = hoved.Leder is { } l ? Aktoer(l, hoved.OrganisationKey) : null;
        foreach (var bidrag in punkter.SelectMany(p => p.Bidrag))
        {
            k.Bygger.Kant(EdgeType.Yder, hoved.OrganisationKey, bidrag, k.Bygger.Sted(bidrag) ?? hoved.Herkomst);
            if (leder is not null)
            {
                k.Bygger.Kant(EdgeType.AnsvarligFor, leder, bidrag, hoved.Leder!.Herkomst);
            }
        }

        VisionTilMaal(punkter.SelectMany(p => p.Maal).Distinct(StringComparer.Ordinal).ToList());
        k.Bygger.Angiv(hoved.Herkomst);
    }

    private IEnumerable<Egenskab> Egenskaberne()
    {
        yield return new Egenskab(Egenskaber.Fil, hoved.Kilde.Fil);
        yield return new Egenskab(Egenskaber.Sha256, hoved.Kilde.Sha256);
        yield return new Egenskab(Egenskaber.Skabelon, hoved.Kilde.Skabelon);
        if (hoved.Fra is { } fra)
        {
            yield return new Egenskab(Egenskaber.PeriodeFra, Iso(fra));
        }

        if (hoved.Til is { } til)
        {
            yield return new Egenskab(Egenskaber.PeriodeTil, Iso(til));
        }

        if (hoved.Underskrevet is { } dag)
        {
            yield return new Egenskab(Egenskaber.Underskrevet, Iso(dag));
        }
    }

    private void Organisationer()
    {
        var art = NavneLaeser.Art(hoved.Organisation);
        var egen = hoved.OrganisationKey;
        k.Bygger.Node(egen, NodeKind.Organisation, new Indhold(Titel.Cut(hoved.Organisation), hoved.Organisation)
        {
            // What stands under a centre is an institution, whatever words its name is made of.
            Art = hoved.Center is null || egen == hoved.CenterKey ? art ?? "center" : "institution",
            Aliaser = [.. hoved.OrganisationAliaser.Order(StringComparer.Ordinal)],
        }, hoved.Herkomst);
        if (hoved.Center is { } center && hoved.CenterKey is { } key && key != egen)
        {
            k.Bygger.Node(key, NodeKind.Organisation, new Indhold(Titel.Cut(center), center) { Art = "center" }, hoved.Herkomst);
            k.Bygger.Kant(EdgeType.HoererUnder, egen, key, hoved.Herkomst);
        }
    }

    private void Parterne()
    {
        foreach (var part in hoved.Parter)
        {
            k.Bygger.Kant(EdgeType.PartI, Aktoer(part, hoved.CenterKey ?? hoved.OrganisationKey), hoved.Key, part.Herkomst);
        }

        if (hoved.Leder is { } leder)
        {
            k.Bygger.Kant(EdgeType.PartI, Aktoer(leder, hoved.OrganisationKey), hoved.Key, leder.Herkomst);
        }
    }

    private string Aktoer(Part part, string organisation)
    {
        var key = part.ErRolle
            ? k.Aktoerer.Rolle(part.Navn, part.Herkomst, organisation, part.Person)
            : k.Aktoerer.Organisation(part.Navn, part.Herkomst);
        foreach (var alias in part.Aliaser)
        {
            k.Bygger.Alias(key, alias);
        }

        return key;
    }

    private void Visioner()
    {
        foreach (var vision in hoved.Visioner)
        {
            var key = NodeKeys.Shared(hoved.Kommune, NodeKind.Vision, vision.Tekst);
            k.Bygger.Node(key, NodeKind.Vision, new Indhold(Titel.Cut(vision.Titel), vision.Tekst) { Henvist = vision.ErNavn }, vision.Herkomst);
            if (vision.ErNavn)
            {
                k.Bygger.Kant(EdgeType.RammeFor, key, hoved.Key, vision.Herkomst);
            }
        }
    }

    /// <summary>The written-out visions stand over all the document's goals; a goal that repeats a vision's words is paired with it.</summary>
    private void VisionTilMaal(List<string> maal)
    {
        var visioner = hoved.Visioner.Where(v => !v.ErNavn).ToList();
        var stammer = visioner.Select(v => Ordstammer.Af(v.Tekst)).ToList();
        foreach (var m in maal)
        {
            var egne = Ordstammer.Af(k.Bygger.Indhold(m)!.Tekst);
            var delte = stammer.Select(s => Ordstammer.Faelles(egne, s).Count).ToList();
            for (var i = 0; i < visioner.Count; i++)
            {
                // A goal made of a vision's words shares at least half of its own.
                var gentaget = egne.Count > 0 && delte[i] * 2 >= egne.Count && delte[i] == delte.Max();
                var grund = visioner.Count == 1 || maal.Count == 1 || gentaget ? Grund.Tekst : Grund.Skabelon;
                var key = NodeKeys.Shared(hoved.Kommune, NodeKind.Vision, visioner[i].Tekst);
                k.Bygger.Kant(EdgeType.UdmoentesI, key, m, visioner[i].Herkomst, grund);
            }
        }
    }

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

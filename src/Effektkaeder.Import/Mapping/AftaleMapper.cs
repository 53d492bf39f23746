using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;

namespace Effektkaeder.Import.Mapping;

/// <summary>The agreement itself: its municipality, unit, centre, parties and visions.</summary>
internal sealed class AftaleMapper(Kortlaegning k)
{
    private readonly Aftalehoved _hoved = k.Hoved;

    internal void Begin()
    {
        k.Bygger.Node(_hoved.Kommune, NodeKind.Kommune, new Indhold(_hoved.KommuneNavn, _hoved.KommuneNavn), _hoved.Herkomst);
        var titel = _hoved.Overordnet is { } dokument
            ? $"{dokument.Navn} {dokument.Periode}".Trim()
            : $"{_hoved.Type.Capitalised()} {_hoved.Periode}, {_hoved.Organisation}".Replace(" ,", ",", StringComparison.Ordinal);
        k.Bygger.Node(
            _hoved.Key,
            NodeKind.Aftale,
            new Indhold(Titel.Cut(titel), titel)
            {
                Art = Arter.Aftale.FirstOrDefault(a => a == Fold.Of(_hoved.Type)),
                Egenskaber = [.. Egenskaberne().OrderBy(e => e.Navn, StringComparer.Ordinal)],
            },
            _hoved.Herkomst
        );
        foreach (var felt in _hoved.Felter)
        {
            k.Bygger.Felt(_hoved.Key, felt);
        }

        Organisationer();
        Parterne();
        Visioner();
    }

    /// <summary>The unit gives every contribution, and its leader answers for them.</summary>
    internal void Finish(IReadOnlyList<KortlagtPunkt> punkter)
    {
        var leder = _hoved.Leder is { } l ? Aktoer(l, _hoved.OrganisationKey) : null;
        foreach (var (bidrag, enhed) in punkter.Distinct().SelectMany(p => p.Bidrag.Select(b => (b, p.Enhed))))
        {
            k.Bygger.Edge(EdgeType.Yder, enhed ?? _hoved.OrganisationKey, bidrag, k.Bygger.Place(bidrag) ?? _hoved.Herkomst);
            if (leder is not null)
            {
                k.Bygger.Edge(EdgeType.AnsvarligFor, leder, bidrag, _hoved.Leder!.Herkomst);
            }
        }

        LinkVisions(punkter.SelectMany(p => p.Maal).Distinct(StringComparer.Ordinal).ToList());
        k.Bygger.State(_hoved.Herkomst);
    }

    private IEnumerable<Egenskab> Egenskaberne()
    {
        yield return new Egenskab(Egenskaber.Fil, _hoved.Kilde.Fil);
        yield return new Egenskab(Egenskaber.Sha256, _hoved.Kilde.Sha256);
        yield return new Egenskab(Egenskaber.Skabelon, _hoved.Kilde.Skabelon);
        yield return new Egenskab(Egenskaber.Laesning, k.Form.Laesning.ToString().ToLowerInvariant());
        if (_hoved.Udgave is { } udgave)
        {
            yield return new Egenskab(Egenskaber.AngivetUdgave, udgave);
        }

        if (_hoved.Fra is { } fra)
        {
            yield return new Egenskab(Egenskaber.PeriodeFra, Iso(fra));
        }

        if (_hoved.Til is { } til)
        {
            yield return new Egenskab(Egenskaber.PeriodeTil, Iso(til));
        }

        if (_hoved.Underskrevet is { } dag)
        {
            yield return new Egenskab(Egenskaber.Underskrevet, Iso(dag));
        }
    }

    private void Organisationer()
    {
        var art = NavneReader.Art(_hoved.Organisation);
        var egen = _hoved.OrganisationKey;
        k.Bygger.Node(
            egen,
            NodeKind.Organisation,
            new Indhold(Titel.Cut(_hoved.Organisation), _hoved.Organisation)
            {
                // What stands under a centre is an institution, whatever words its name is made of.
                Art =
                    KommuneFinder.IsState(_hoved.Organisation) ? "virksomhed"
                    : _hoved.Organisation == _hoved.KommuneNavn ? "byraad"
                    : _hoved.Center is null || egen == _hoved.CenterKey ? art ?? "center"
                    : "institution",
                Aliaser = [.. _hoved.OrganisationAliaser.Order(StringComparer.Ordinal)],
            },
            _hoved.Herkomst
        );
        if (_hoved.Center is { } center && _hoved.CenterKey is { } key && key != egen)
        {
            k.Bygger.Node(key, NodeKind.Organisation, new Indhold(Titel.Cut(center), center) { Art = "center" }, _hoved.Herkomst);
            k.Bygger.Edge(EdgeType.HoererUnder, egen, key, _hoved.Herkomst);
        }
    }

    private void Parterne()
    {
        foreach (var part in _hoved.Parter)
        {
            k.Bygger.Edge(EdgeType.PartI, Aktoer(part, _hoved.CenterKey ?? _hoved.OrganisationKey), _hoved.Key, part.Herkomst);
        }

        if (_hoved.Leder is { } leder)
        {
            k.Bygger.Edge(EdgeType.PartI, Aktoer(leder, _hoved.OrganisationKey), _hoved.Key, leder.Herkomst);
        }
    }

    private string Aktoer(Part part, string organisation)
    {
        var key = part.IsRole
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
        foreach (var vision in _hoved.Visioner)
        {
            var key = NodeKeys.Shared(_hoved.Kommune, NodeKind.Vision, vision.Tekst);
            k.Bygger.Node(
                key,
                NodeKind.Vision,
                new Indhold(Titel.Cut(vision.Titel), vision.Tekst) { Henvist = vision.IsName },
                vision.Herkomst
            );
            if (vision.IsName)
            {
                k.Bygger.Edge(EdgeType.RammeFor, key, _hoved.Key, vision.Herkomst);
            }
        }
    }

    /// <summary>
    /// The written-out visions stand over all the document's goals; a goal that repeats a vision's words is paired with it.
    /// </summary>
    private void LinkVisions(List<string> maal)
    {
        var visioner = _hoved.Visioner.Where(v => !v.IsName).ToList();
        var stammer = visioner.Select(v => Ordstammer.Of(v.Tekst)).ToList();
        foreach (var m in maal)
        {
            var egne = Ordstammer.Of(k.Bygger.Indhold(m)!.Tekst);
            var delte = stammer.Select(s => Ordstammer.Common(egne, s).Count).ToList();
            for (var i = 0; i < visioner.Count; i++)
            {
                // A goal made of a vision's words shares at least half of its own.
                var gentaget = egne.Count > 0 && delte[i] * 2 >= egne.Count && delte[i] == delte.Max();
                var grund = visioner.Count == 1 || maal.Count == 1 || gentaget ? Grund.Tekst : Grund.Skabelon;
                var key = NodeKeys.Shared(_hoved.Kommune, NodeKind.Vision, visioner[i].Tekst);
                k.Bygger.Edge(EdgeType.UdmoentesI, key, m, visioner[i].Herkomst, grund);
            }
        }
    }

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

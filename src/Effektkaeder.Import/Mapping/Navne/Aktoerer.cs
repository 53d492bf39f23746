using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Import.Mapping.Navne;

/// <summary>States organisations and roles, each under one key however it is named in the document.</summary>
internal sealed class Aktoerer
{
    private static readonly string[] TilHelt = ["center", "centret", "centeret", "hjem", "hjemmet"];

    private readonly GrafBygger bygger;
    private readonly Dictionary<string, string> navne = new(StringComparer.Ordinal);
    private readonly HashSet<string> kendte = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> overenheder = new(StringComparer.Ordinal);
    private readonly string stednavn;

    internal Aktoerer(GrafBygger bygger)
    {
        this.bygger = bygger;
        var hoved = bygger.Hoved;
        stednavn = Identitet.Kommunenavn(hoved.KommuneNavn);
        Kend(hoved.Organisation, hoved.OrganisationKey);
        foreach (var alias in hoved.OrganisationAliaser)
        {
            Kend(alias, hoved.OrganisationKey);
        }

        if (hoved.Center is { } center)
        {
            Kend(center, hoved.CenterKey!);
            Kend("center", hoved.CenterKey!);
            Kend("fagcenter", hoved.CenterKey!);
        }
    }

    /// <summary>Names that a list is never cut inside.</summary>
    internal IReadOnlyCollection<string> HeleNavne =>
        [.. new[] { bygger.Hoved.Organisation, bygger.Hoved.Center }.OfType<string>().Concat(bygger.Hoved.OrganisationAliaser)];

    /// <summary>Names, in plain form, that the document uses as the whole of a list's member.</summary>
    internal IReadOnlySet<string> Kendte => kendte;

    internal void Laer(string navn) => kendte.Add(Identitet.Plain(NavneLaeser.Del(navn).Navn));

    /// <summary>The agreement's own unit, its centre, or a part of either.</summary>
    internal bool ErEgen(string key) => key == bygger.Hoved.OrganisationKey || key == bygger.Hoved.CenterKey;

    /// <summary>A role or an organisation, by its words; a name that is neither is an organisation.</summary>
    internal string Aktoer(string navn, Herkomst herkomst)
    {
        var (rolle, person) = NavneLaeser.Person(navn);
        return person is not null ? Rolle(rolle, herkomst, person: person)
            : NavneLaeser.ErRolle(navn) ? Rolle(navn, herkomst)
            : NavneLaeser.ErPersonnavn(navn) && !navne.ContainsKey(Identitet.Of(NodeKind.Organisation, navn)) ? Rolle(navn, herkomst, person: navn)
            : Organisation(navn, herkomst);
    }

    internal string Organisation(string navn, Herkomst herkomst)
    {
        navn = Navn(navn);
        if (navne.TryGetValue(Identitet.Of(NodeKind.Organisation, navn), out var kendt))
        {
            return kendt;
        }

        var art = NavneLaeser.Art(navn) ?? "afdeling";
        var (kerne, hvor) = NavneLaeser.Del(navn);
        // "… i Rammeaftalen" says no organisation that it is part of.
        hvor = hvor is not null && (NavneLaeser.Art(hvor) is not null || navne.ContainsKey(Identitet.Of(NodeKind.Organisation, hvor))) ? hvor : null;
        // A group is known by its whole name; a part of a centre by its own.
        var fuldt = art == "gruppe" || hvor is null ? navn : kerne;
        var (kort, alias) = UdenSted(fuldt);
        var key = NodeKeys.Shared(bygger.Hoved.Kommune, NodeKind.Organisation, kort);
        bygger.Node(key, NodeKind.Organisation, new Indhold(Titel.Cut(NavneLaeser.Stor(alias ?? kort)), alias ?? kort) { Art = art }, herkomst);
        if (alias is not null)
        {
            bygger.Alias(key, NavneLaeser.Stor(kort));
        }

        if (hvor is not null && Organisation(hvor, herkomst) is var over && !ErUnder(over, key) && !ErEgen(key))
        {
            overenheder.TryAdd(key, over);
            bygger.Kant(EdgeType.HoererUnder, key, overenheder[key], herkomst);
        }

        Kend(navn, key);
        return key;
    }

    internal string Rolle(string navn, Herkomst herkomst, string? organisation = null, string? person = null)
    {
        var (titel, hvor) = NavneLaeser.Del(navn.Trim().TrimEnd('.'));
        titel = NavneLaeser.Ubestemt(titel);
        var plain = Identitet.Plain(titel);
        var hos = organisation ?? (hvor is not null ? Organisation(hvor, herkomst)
            : plain.StartsWith("andre ", StringComparison.Ordinal) || plain.StartsWith("ekstern", StringComparison.Ordinal) ? null
            : plain.StartsWith("center", StringComparison.Ordinal) ? bygger.Hoved.CenterKey ?? bygger.Hoved.OrganisationKey
            : bygger.Hoved.OrganisationKey);
        var key = NodeKeys.Rolle(bygger.Hoved.Kommune, titel, hos);
        var egenskaber = new List<Egenskab>();
        if (hos is not null)
        {
            egenskaber.Add(new Egenskab(Egenskaber.Organisation, hos));
        }

        if (person is not null)
        {
            egenskaber.Add(new Egenskab(Egenskaber.Person, person));
        }

        bygger.Node(key, NodeKind.Rolle, new Indhold(Titel.Cut(titel), titel) { Egenskaber = [.. egenskaber] }, herkomst);
        if (hos is not null)
        {
            bygger.Kant(EdgeType.HoererUnder, key, hos, herkomst);
        }

        return key;
    }

    /// <summary>Whether a unit is, or stands under, another: an organisation is never put under itself.</summary>
    private bool ErUnder(string key, string over)
    {
        for (string? led = key; led is not null; led = overenheder.GetValueOrDefault(led))
        {
            if (led == over)
            {
                return true;
            }
        }

        return false;
    }

    private void Kend(string navn, string key)
    {
        navne.TryAdd(Identitet.Of(NodeKind.Organisation, navn), key);
        kendte.Add(Identitet.Plain(navn));
    }

    /// <summary>A municipality's own "Jobcenter Fjordby" is its "Jobcenter".</summary>
    private (string Kort, string? Langt) UdenSted(string navn)
    {
        var plain = Identitet.Plain(navn);
        if (!plain.EndsWith(" " + stednavn, StringComparison.Ordinal))
        {
            return (navn, null);
        }

        var kort = navn[..^(stednavn.Length + 1)].Trim();
        return TilHelt.Any(h => kort.EndsWith(h, StringComparison.OrdinalIgnoreCase)) ? (kort, navn) : (navn, null);
    }

    private static string Navn(string navn)
    {
        var rent = navn.Trim().Trim('"', '»', '«', '.', ',', ';');
        // "centrets", "Direktionens": named in the genitive.
        return rent.EndsWith("ens", StringComparison.Ordinal) || rent.EndsWith("ets", StringComparison.Ordinal) ? rent[..^1] : rent;
    }
}

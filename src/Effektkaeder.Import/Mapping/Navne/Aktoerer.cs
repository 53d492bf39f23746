using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Graf;

namespace Effektkaeder.Import.Mapping.Navne;

/// <summary>States organisations and roles, each under one key however it is named in the document.</summary>
internal sealed class Aktoerer
{
    private static readonly string[] TilHelt = ["center", "centret", "centeret", "hjem", "hjemmet"];

    private readonly GrafBuilder _bygger;
    private readonly Dictionary<string, string> _navne = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kendte = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _overenheder = new(StringComparer.Ordinal);
    private readonly string _stednavn;

    internal Aktoerer(GrafBuilder bygger)
    {
        _bygger = bygger;
        var hoved = bygger.Hoved;
        _stednavn = Identitet.Kommunenavn(hoved.KommuneNavn);
        Recognise(hoved.Organisation, hoved.OrganisationKey);
        foreach (var alias in hoved.OrganisationAliaser)
        {
            Recognise(alias, hoved.OrganisationKey);
        }

        if (hoved.Center is { } center)
        {
            Recognise(center, hoved.CenterKey!);
            Recognise("center", hoved.CenterKey!);
            Recognise("fagcenter", hoved.CenterKey!);
        }
    }

    /// <summary>Names that a list is never cut inside.</summary>
    internal IReadOnlyCollection<string> WholeNames =>
        [.. new[] { _bygger.Hoved.Organisation, _bygger.Hoved.Center }.OfType<string>().Concat(_bygger.Hoved.OrganisationAliaser)];

    /// <summary>Names, in plain form, that the document uses as the whole of a list's member.</summary>
    internal IReadOnlySet<string> Kendte => _kendte;

    internal void Learn(string navn) => _kendte.Add(Identitet.Plain(NavneReader.Split(navn).Navn));

    /// <summary>The agreement's own unit, its centre, or a part of either.</summary>
    internal bool IsOwn(string key) => key == _bygger.Hoved.OrganisationKey || key == _bygger.Hoved.CenterKey;

    /// <summary>A role or an organisation, by its words; a name that is neither is an organisation.</summary>
    /// <param name="personer">Whether two capitalised words alone may be a person: partners are mostly units ("Ældre Sagen").</param>
    internal string Aktoer(string navn, Herkomst herkomst, bool personer = true)
    {
        var (rolle, person) = NavneReader.Person(navn);
        return person is not null ? Rolle(rolle, herkomst, person: person)
            : NavneReader.IsRolle(navn) || NavneReader.IsAgent(navn) ? Rolle(navn, herkomst)
            : personer && NavneReader.IsPersonnavn(navn) && !_navne.ContainsKey(Identitet.Of(NodeKind.Organisation, navn))
                ? Rolle(navn, herkomst, person: navn)
            : Organisation(navn, herkomst);
    }

    internal string Organisation(string navn, Herkomst herkomst)
    {
        navn = Navn(navn);
        if (_navne.TryGetValue(Identitet.Of(NodeKind.Organisation, navn), out var kendt))
        {
            return kendt;
        }

        var art = NavneReader.Art(navn) ?? "afdeling";
        var (kerne, hvor) = NavneReader.Split(navn);
        // "… i Rammeaftalen" says no organisation that it is part of.
        hvor =
            hvor is not null && (NavneReader.Art(hvor) is not null || _navne.ContainsKey(Identitet.Of(NodeKind.Organisation, hvor)))
                ? hvor
                : null;
        // A group is known by its whole name; a part of a centre by its own.
        var fuldt = art == "gruppe" || hvor is null ? navn : kerne;
        var (kort, alias) = WithoutPlace(fuldt);
        var key = NodeKeys.Shared(_bygger.Hoved.Kommune, NodeKind.Organisation, kort);
        _bygger.Node(
            key,
            NodeKind.Organisation,
            new Indhold(Titel.Cut((alias ?? kort).Capitalised()), alias ?? kort) { Art = art },
            herkomst
        );
        if (alias is not null)
        {
            _bygger.Alias(key, kort.Capitalised());
        }

        if (hvor is not null && Organisation(hvor, herkomst) is var over && !IsUnder(over, key) && !IsOwn(key))
        {
            _overenheder.TryAdd(key, over);
            _bygger.Edge(EdgeType.HoererUnder, key, _overenheder[key], herkomst);
        }

        Recognise(navn, key);
        return key;
    }

    internal string Rolle(string navn, Herkomst herkomst, string? organisation = null, string? person = null)
    {
        var (titel, hvor) = NavneReader.Split(navn.Trim().TrimEnd('.'));
        titel = NavneReader.Indefinite(titel);
        var plain = Identitet.Plain(titel);
        var hos =
            organisation
            ?? (
                hvor is not null ? Organisation(hvor, herkomst)
                : plain.StartsWith("andre ", StringComparison.Ordinal) || plain.StartsWith("ekstern", StringComparison.Ordinal) ? null
                : plain.StartsWith("center", StringComparison.Ordinal) ? _bygger.Hoved.CenterKey ?? _bygger.Hoved.OrganisationKey
                : _bygger.Hoved.OrganisationKey
            );
        var key = NodeKeys.Rolle(_bygger.Hoved.Kommune, titel, hos);
        var egenskaber = new List<Egenskab>();
        if (hos is not null)
        {
            egenskaber.Add(new Egenskab(Egenskaber.Organisation, hos));
        }

        if (person is not null)
        {
            egenskaber.Add(new Egenskab(Egenskaber.Person, person));
        }

        _bygger.Node(key, NodeKind.Rolle, new Indhold(Titel.Cut(titel), titel) { Egenskaber = [.. egenskaber] }, herkomst);
        if (hos is not null)
        {
            _bygger.Edge(EdgeType.HoererUnder, key, hos, herkomst);
        }

        return key;
    }

    /// <summary>Whether a unit is, or stands under, another: an organisation is never put under itself.</summary>
    private bool IsUnder(string key, string over)
    {
        for (var led = key; led is not null; led = _overenheder.GetValueOrDefault(led))
        {
            if (led == over)
            {
                return true;
            }
        }

        return false;
    }

    private void Recognise(string navn, string key)
    {
        _navne.TryAdd(Identitet.Of(NodeKind.Organisation, navn), key);
        _kendte.Add(Identitet.Plain(navn));
    }

    /// <summary>A municipality's own "Jobcenter Fjordby" is its "Jobcenter".</summary>
    private (string Kort, string? Langt) WithoutPlace(string navn)
    {
        var plain = Identitet.Plain(navn);
        if (!plain.EndsWith(" " + _stednavn, StringComparison.Ordinal))
        {
            return (navn, null);
        }

        var kort = navn[..^(_stednavn.Length + 1)].Trim();
        return TilHelt.Any(h => kort.EndsWith(h, StringComparison.OrdinalIgnoreCase)) ? (kort, navn) : (navn, null);
    }

    private static string Navn(string navn)
    {
        var rent = navn.Trim().Trim('"', '»', '«', '.', ',', ';');
        // "centrets", "Direktionens": named in the genitive.
        return rent.EndsWith("ens", StringComparison.Ordinal) || rent.EndsWith("ets", StringComparison.Ordinal) ? rent[..^1] : rent;
    }
}

using System.Globalization;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Antal;

/// <summary>What nodes are counted by.</summary>
public enum Inddeling
{
    Slags,
    Niveau,
    Kommune,
    Center,
    Art,

    /// <summary>The years of its own times.</summary>
    Aar,

    /// <summary>The years that the agreements hold which state it.</summary>
    Aftaleaar,
    Aftale,

    /// <summary>Who is responsible for it, for what it hangs on, or for the nearest effort above it.</summary>
    Ansvarlig,

    /// <summary>What it is coupled to, whatever the coupling says; refused couplings do not count.</summary>
    Kobling,

    /// <summary>A measurement's or follow-up's state; whether anything else is only named.</summary>
    Tilstand,
}

/// <summary>
/// The groups that a node belongs to: several where it has several years, agreements or responsibles; the empty key for none.
/// </summary>
internal sealed class Inddeler(Udsnit udsnit)
{
    private static readonly EdgeType[] Hanging =
    [
        EdgeType.HarMilepael,
        EdgeType.FoelgesOp,
        EdgeType.TruesAf,
        EdgeType.HarMaaling,
        EdgeType.DokumenteresVed,
        EdgeType.RettetMod,
    ];

    /// <summary>Of a node by its number: it is read only where the columns do not tell.</summary>
    public IReadOnlyList<string> Keys(int node, Inddeling efter) =>
        efter switch
        {
            Inddeling.Slags => [udsnit.KindOf(node).Info().Code],
            Inddeling.Kommune => [udsnit.KommuneOf(node)],
            Inddeling.Center => [udsnit.VistCenterOf(node) ?? ""],
            Inddeling.Art => [udsnit.ArtOf(node) ?? ""],
            _ => Keys(udsnit.Nodes[node], efter),
        };

    public IReadOnlyList<string> Keys(Node node, Inddeling efter)
    {
        var keys = All(node, efter).Distinct(StringComparer.Ordinal).ToList();
        return keys.Count > 0 ? keys : [""];
    }

    /// <summary>The names of groups for people, as they stand beside each other.</summary>
    public Func<string, string> Navne(IEnumerable<string> keys, Inddeling efter)
    {
        var nodes = efter is Inddeling.Slags or Inddeling.Niveau ? null : Gruppenavne.Of(udsnit, keys);
        return key =>
            key.Length == 0 ? "(ingen)"
            : efter == Inddeling.Slags ? NodeKinds.Find(key)!.Flertal
            : efter == Inddeling.Niveau ? NodeKinds.Levels[int.Parse(key, CultureInfo.InvariantCulture)].Flertal
            : nodes!.GetValueOrDefault(key, key);
    }

    private IEnumerable<string> All(Node node, Inddeling efter) =>
        efter switch
        {
            Inddeling.Slags => [node.Kind.Info().Code],
            Inddeling.Niveau => node.Level is { } level ? [level.ToString(CultureInfo.InvariantCulture)] : [],
            Inddeling.Kommune => [node.Kommune],
            Inddeling.Center => node.Vist.Center is { } center ? [center] : [],
            Inddeling.Art => node.Indhold.Art is { } art ? [art] : [],
            Inddeling.Aar => node.Indhold.Tider.Where(t => t.HarInterval).SelectMany(t => Years(t.Fra, t.Til)),
            Inddeling.Aftaleaar => node.Udsagn.Select(u => udsnit.Find(u.Aftale)).OfType<Node>().SelectMany(Years),
            Inddeling.Aftale => node.Udsagn.Select(u => u.Aftale),
            Inddeling.Ansvarlig => Ansvarlige(node),
            Inddeling.Kobling => udsnit
                .EdgesOf(node.Key)
                .Where(e => e.Type == EdgeType.KoblerTil && e.Status != KoblingStatus.Afvist)
                .Select(e => e.Other(node.Key)),
            _ => [node.Indhold[Egenskaber.Tilstand] ?? node.Indhold[Egenskaber.Forloeb] ?? (node.Henvist ? "henvist" : "angivet")],
        };

    private IEnumerable<string> Ansvarlige(Node node) =>
        node.Kind.IsChain()
            ? Gruppering.Ansvarlige(udsnit, node)
            : Hanging.SelectMany(type => udsnit.Sources(node.Key, type)).SelectMany(owner => Gruppering.Ansvarlige(udsnit, owner));

    private static IEnumerable<string> Years(Node aftale) =>
        Years(aftale.Indhold.Dag(Egenskaber.PeriodeFra), aftale.Indhold.Dag(Egenskaber.PeriodeTil));

    /// <summary>An interval that is open at one end is counted in the year of the other.</summary>
    private static IEnumerable<string> Years(DateOnly? fra, DateOnly? til) =>
        (fra ?? til) is { } first && (til ?? fra) is { } last
            ? Enumerable.Range(first.Year, last.Year - first.Year + 1).Select(year => year.ToString("0000", CultureInfo.InvariantCulture))
            : [];
}

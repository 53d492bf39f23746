using System.Globalization;

namespace Effektkaeder.Domain;

/// <param name="Vaerdi">A text, a whole number, a fraction, a truth, a <see cref="DateOnly"/>, or a list of texts.</param>
public sealed record Faktum(string Navn, object Vaerdi);

/// <summary>
/// An element as plain named values, for tools that know nothing of statements: what the shown statement says, the form's fields, the
/// days, and where its words stand. What has no value is not there; an open end of a time is no day. Names are ASCII.
/// </summary>
public static class Faktablad
{
    /// <summary>What an element is told apart by, what tools write on it, and what it says in short and in full.</summary>
    public const string Noegle = "key",
        Navn = "name",
        Titel = "titel",
        Tekst = "tekst";

    /// <summary>
    /// Before the name of a form's field, and after the name of one that holds no plain value: its state and where it stands,
    /// <c>felt_maal_tilstand</c>. What each is called in the form is told by <c>felter</c>: "felt_maal = Mål".
    /// </summary>
    public const string Felt = "felt_",
        Feltets = "_tilstand",
        FeltetsLinje = "_linje";

    /// <summary>Of an edge: the keys of the agreements that state it.</summary>
    public const string Aftaler = "aftaler";

    /// <summary>The first time's ends; the second's are <c>fraDato2</c> and <c>tilDato2</c>.</summary>
    public const string FraDato = "fraDato",
        TilDato = "tilDato";

    /// <summary>From an element to its municipality, and to the centre whose statement of it is shown.</summary>
    public const string IKommune = "I_KOMMUNE",
        ICenter = "I_CENTER";

    /// <summary>What every node may have; <see cref="Egne"/> are the others.</summary>
    public static readonly IReadOnlySet<string> Faelles = new HashSet<string>(StringComparer.Ordinal)
    {
        Noegle,
        Navn,
        Titel,
        Tekst,
        "kommune",
        "niveau",
        "art",
        "henvist",
        "betinget",
    };

    /// <summary>The names that some nodes have of their own, beside those of fields and days.</summary>
    public static readonly IReadOnlyList<string> EgneNavne =
    [
        "uspecificeret",
        "tid",
        "aliaser",
        "felter",
        "citat",
        "felt",
        "dokument",
        "linje",
        "sted",
        Egenskaber.Nummer,
        Egenskaber.PeriodeFra,
        Egenskaber.PeriodeTil,
        Egenskaber.Underskrevet,
        Egenskaber.Udgave,
        Egenskaber.AngivetUdgave,
        Egenskaber.Erstattet,
        Egenskaber.Fil,
        Egenskaber.Sha256,
        Egenskaber.Skabelon,
        Egenskaber.Laesning,
        Egenskaber.Ulaest,
        Egenskaber.Vedtaget,
        Egenskaber.Vaegt,
        Egenskaber.Person,
        Egenskaber.Organisation,
        Egenskaber.Trin,
        Egenskaber.Til,
        Egenskaber.Forloeb,
        Egenskaber.Tilstand,
        Egenskaber.Vaerdi,
        Egenskaber.Bedre,
        Egenskaber.Punkt,
        Egenskaber.Id,
        Egenskaber.Skrevet,
        Egenskaber.Sigt,
        Egenskaber.Revideret,
        Egenskaber.Opgivet,
        Egenskaber.FlyttetFra,
    ];

    /// <summary>All that an edge may have.</summary>
    public static readonly IReadOnlyList<string> KantNavne =
    [
        "tillid",
        "grund",
        "art",
        "status",
        "betinget",
        Aftaler,
        "citat",
        "felt",
        "dokument",
        "linje",
        "sted",
    ];

    /// <summary>Whether a name is one of fields' or days', of which there is no list.</summary>
    public static bool ErFeltEllerDag(string navn) =>
        navn.StartsWith(Felt, StringComparison.Ordinal)
        || (
            new[] { FraDato, TilDato }.FirstOrDefault(d => navn.StartsWith(d, StringComparison.Ordinal)) is { } dag
            && navn.AsSpan(dag.Length).IndexOfAnyExceptInRange('0', '9') < 0
        );

    private static readonly HashSet<string> Dage = new(StringComparer.Ordinal)
    {
        Egenskaber.PeriodeFra,
        Egenskaber.PeriodeTil,
        Egenskaber.Underskrevet,
        Egenskaber.Vedtaget,
        Egenskaber.Revideret,
        Egenskaber.Opgivet,
    };

    public static IReadOnlyList<Faktum> Of(Node node)
    {
        var (indhold, all) = (node.Indhold, new List<Faktum>());
        Add(all, Noegle, node.Key);
        Add(all, Navn, indhold.Titel);
        Add(all, Titel, indhold.Titel);
        Add(all, Tekst, indhold.Tekst);
        Add(all, "kommune", node.Kommune);
        Add(all, "niveau", node.Level);
        Add(all, "art", indhold.Art);
        Add(all, "henvist", indhold.Henvist);
        Add(all, "betinget", indhold.Betinget);
        return [.. all, .. Egne(node)];
    }

    /// <summary>What a node has beside what every one may have.</summary>
    public static IReadOnlyList<Faktum> Egne(Node node)
    {
        var (vist, all) = (node.Vist, new List<Faktum>());
        if (node.Kind == NodeKind.PolitiskMaal || vist.Indhold.Uspecificeret)
        {
            Add(all, "uspecificeret", vist.Indhold.Uspecificeret);
        }

        foreach (var egenskab in vist.Indhold.Egenskaber.Where(e => !Faelles.Contains(e.Navn)))
        {
            Add(
                all,
                egenskab.Navn,
                Dage.Contains(egenskab.Navn) && DateOnly.TryParseExact(egenskab.Vaerdi, "yyyy-MM-dd", out var dag) ? dag : egenskab.Vaerdi
            );
        }

        AddTider(all, vist.Indhold.Tider);
        Add(all, "aliaser", vist.Indhold.Aliaser.Count == 0 ? null : vist.Indhold.Aliaser.ToArray());
        AddFelter(all, vist.Felter);
        AddSted(all, vist.Herkomst);
        // A property that has a name of these is the one that is shown.
        return [.. all.DistinctBy(v => v.Navn)];
    }

    public static IReadOnlyList<Faktum> Of(Edge edge)
    {
        var all = new List<Faktum>();
        Add(all, "tillid", edge.Tillid);
        Add(all, "grund", edge.Grund?.ToString().ToLowerInvariant());
        Add(all, "art", edge.Art?.ToString().ToLowerInvariant());
        Add(all, "status", edge.Type == EdgeType.KoblerTil ? edge.Status.ToString().ToLowerInvariant() : null);
        Add(all, "betinget", edge.Betinget);
        Add(all, Aftaler, edge.Udsagn.Select(u => u.Aftale).Distinct(StringComparer.Ordinal).ToArray());
        AddSted(all, edge.Vist.Evidens);
        return all;
    }

    /// <summary>Where a node belongs: a relation, and the key of what it leads to, which need not be a node.</summary>
    public static IEnumerable<(string Type, NodeKind Kind, string Key)> Pladser(Node node)
    {
        if (node.Kind != NodeKind.Kommune)
        {
            yield return (IKommune, NodeKind.Kommune, node.Kommune);
        }

        if (node.Vist.Center is { } center && center != node.Key)
        {
            yield return (ICenter, NodeKind.Organisation, center);
        }
    }

    private static void AddTider(List<Faktum> all, ValueList<Tid.Tidsudtryk> tider)
    {
        Add(all, "tid", tider.Count == 0 ? null : tider.Select(t => t.Tekst).ToArray());
        foreach (var (tid, nummer) in tider.Where(t => t.HarInterval).Select((t, i) => (t, i + 1)))
        {
            var efter = nummer == 1 ? "" : nummer.ToString(CultureInfo.InvariantCulture);
            Add(all, FraDato + efter, tid.Fra);
            Add(all, TilDato + efter, tid.Til);
        }
    }

    private static void AddFelter(List<Faktum> all, ValueList<Feltvaerdi> felter)
    {
        var (brugt, navne) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var felt in felter)
        {
            var navn = Felt + Slug.Of(felt.Label).Replace('-', '_');
            var eget = navn;
            for (var tvilling = 2; !brugt.Add(eget); tvilling++)
            {
                eget = $"{navn}_{tvilling.ToString(CultureInfo.InvariantCulture)}";
            }

            navne.Add($"{eget} = {felt.Label}");
            Add(all, eget, felt.Tekst);
            if (felt.Status != Feltstatus.Vaerdi)
            {
                Add(all, eget + Feltets, felt.Status.ToString().ToLowerInvariant());
                Add(all, eget + FeltetsLinje, felt.Herkomst.Linje);
            }
        }

        Add(all, "felter", navne.Count == 0 ? null : navne.ToArray());
    }

    private static void AddSted(List<Faktum> all, ValueList<Herkomst> herkomst)
    {
        if (herkomst.Count == 0)
        {
            return;
        }

        Add(all, "citat", herkomst[0].Ordret);
        Add(all, "felt", herkomst[0].Felt);
        Add(all, "dokument", herkomst[0].Dokument);
        Add(all, "linje", herkomst[0].Linje);
        Add(all, "sted", herkomst[0].Sted);
    }

    private static void Add(List<Faktum> all, string navn, object? vaerdi)
    {
        if (vaerdi is not null)
        {
            all.Add(new(navn, vaerdi));
        }
    }
}

using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Tests;

/// <summary>Small graphs made by hand: one municipality, "By", with as many centres as are named.</summary>
internal sealed class Testgraf
{
    public const string Aftale = "by/aftale/a",
        CenterA = "by/organisation/center-a",
        CenterB = "by/organisation/center-b";

    private readonly Dictionary<string, Node> _noder = new(StringComparer.Ordinal);
    private readonly List<Edge> _kanter = [];

    public Graf Graf => Graf.Of(_noder.Values, _kanter);

    public Udsnit Udsnit => Udsnit.Of(_noder.Values, _kanter);

    public static string Key(NodeKind kind, string id) => $"by/{kind.Info().Slug}/{id}";

    /// <summary>Adds a node, or one more statement of it.</summary>
    public Testgraf Node(
        NodeKind kind,
        string id,
        string titel,
        string? center = CenterA,
        string aftale = Aftale,
        Func<Indhold, Indhold>? som = null,
        ValueList<Feltvaerdi>? felter = null
    )
    {
        var indhold = new Indhold(titel, titel);
        var udsagn = new Udsagn(
            aftale,
            new DateOnly(2025, 1, 1),
            center,
            som is null ? indhold : som(indhold),
            felter ?? [],
            [new("a.md", 1, titel)]
        );
        var key = Key(kind, id);
        _noder[key] = Domain.Node.Of(key, kind, "by", _noder.TryGetValue(key, out var before) ? [.. before.Udsagn, udsagn] : [udsagn]);
        return this;
    }

    /// <summary>Takes a node away; edges to it wait for another of its key.</summary>
    public Testgraf Uden(string key)
    {
        _noder.Remove(key);
        return this;
    }

    public Testgraf Kant(EdgeType type, string from, string to, Grund? grund = Grund.Tekst)
    {
        if (!type.IsHierarchy())
        {
            grund = null;
        }

        _kanter.Add(Edge.Of(type, from, to, null, [new(Aftale, null, CenterA, from, grund, grund is { } g ? Tillid.Of(g) : 1, null, [])]));
        return this;
    }

    public Testgraf Kobling(
        string from,
        string to,
        KoblingArt art = KoblingArt.Eksplicit,
        double tillid = Tillid.Erklaeret,
        KoblingStatus? afgoerelse = null
    )
    {
        _kanter.Add(Edge.Of(EdgeType.KoblerTil, from, to, art, [new(Aftale, null, CenterA, from, null, tillid, null, [])], afgoerelse));
        return this;
    }

    /// <summary>A coupling that both its ends state.</summary>
    public Testgraf Begge(string from, string to)
    {
        EdgeUdsagn Fra(string side) => new(Aftale, null, CenterA, side, null, Tillid.Erklaeret, null, []);
        _kanter.Add(Edge.Of(EdgeType.KoblerTil, from, to, KoblingArt.Forpligtelse, [Fra(from), Fra(to)]));
        return this;
    }

    /// <summary>Two centres: a chain each, a coupling across, a ghost policy, a milestone, a follow-up and a bundle.</summary>
    public static Testgraf ToCentre()
    {
        string K(NodeKind kind, string id) => Key(kind, id);
        return new Testgraf()
            .Node(NodeKind.Aftale, "a", "Udviklingsaftale 2025, Center A", null, som: i => i with { Art = "udviklingsaftale" })
            .Node(NodeKind.Organisation, "center-a", "Center A", som: i => i with { Art = "center" })
            .Node(NodeKind.Organisation, "center-b", "Center B", CenterB, som: i => i with { Art = "center" })
            .Node(NodeKind.Vision, "v", "Et godt liv for alle")
            .Node(NodeKind.Vision, "v", "Et godt liv for alle", CenterB, "by/aftale/b")
            .Node(NodeKind.Politik, "p", "Sundhedspolitikken", som: i => i with { Henvist = true })
            .Node(NodeKind.PolitiskMaal, "g1", "Flere i job")
            .Node(NodeKind.PolitiskMaal, "g2", "Sundhed tæt på", CenterB)
            .Node(NodeKind.Indsats, "i1", "Tidlig indsats")
            .Node(NodeKind.Indsats, "i2", "Sunde overgange", CenterB)
            .Node(NodeKind.Indsats, "i2", "Sunde overgange", CenterA, "by/aftale/c", i => i with { Henvist = true })
            .Node(
                NodeKind.Bidrag,
                "b1",
                "Fælles ungevejledning på tværs af skole og jobcenter",
                felter: [new("Problem", null, "Unge falder mellem to stole.", Feltstatus.Vaerdi, new("a.md", 9, "Unge"), [])]
            )
            .Node(NodeKind.Bidrag, "b2", "Én kontaktperson", CenterB)
            .Node(NodeKind.Effekt, "e1", "Unge klarer sig selv")
            .Node(NodeKind.Effekt, "e2", "Unge trives")
            .Node(NodeKind.Effekt, "e3", "Unge bliver i uddannelse")
            .Node(NodeKind.Indikator, "k1", "Antal unge i job")
            .Node(NodeKind.Indikator, "k2", "Antal unge i uddannelse")
            .Node(NodeKind.Indikator, "k3", "Trivsel målt i spørgeskema")
            .Node(
                NodeKind.Milepael,
                "m",
                "Vejledere er ansat",
                som: i => i with { Tider = [new("1. kvartal 2026", new(2026, 1, 1), new(2026, 3, 31), Domain.Tid.Praecision.Kvartal)] }
            )
            .Node(
                NodeKind.Opfoelgning,
                "o",
                "Status til udvalget",
                som: i =>
                    i with
                    {
                        Tider = [new("fra juni 2026", new(2026, 6, 1), null, Domain.Tid.Praecision.Maaned, Domain.Tid.Graense.Fra)],
                    }
            )
            .Kant(EdgeType.UdmoentesI, K(NodeKind.Vision, "v"), K(NodeKind.PolitiskMaal, "g1"))
            .Kant(EdgeType.UdmoentesI, K(NodeKind.Vision, "v"), K(NodeKind.PolitiskMaal, "g2"))
            .Kant(EdgeType.Indeholder, K(NodeKind.Politik, "p"), K(NodeKind.PolitiskMaal, "g2"))
            .Kant(EdgeType.ForfoelgesMed, K(NodeKind.PolitiskMaal, "g1"), K(NodeKind.Indsats, "i1"))
            .Kant(EdgeType.ForfoelgesMed, K(NodeKind.PolitiskMaal, "g2"), K(NodeKind.Indsats, "i2"))
            .Kant(EdgeType.Omfatter, K(NodeKind.Indsats, "i1"), K(NodeKind.Bidrag, "b1"))
            .Kant(EdgeType.Omfatter, K(NodeKind.Indsats, "i2"), K(NodeKind.Bidrag, "b2"))
            .Kant(EdgeType.Skaber, K(NodeKind.Bidrag, "b1"), K(NodeKind.Effekt, "e1"))
            .Kant(EdgeType.Skaber, K(NodeKind.Bidrag, "b1"), K(NodeKind.Effekt, "e2"))
            .Kant(EdgeType.Skaber, K(NodeKind.Bidrag, "b1"), K(NodeKind.Effekt, "e3"))
            .Bundt(NodeKind.Effekt, ["e1", "e2", "e3"], NodeKind.Indikator, ["k1", "k2", "k3"])
            .Kant(EdgeType.HarMilepael, K(NodeKind.Bidrag, "b1"), K(NodeKind.Milepael, "m"))
            .Kant(EdgeType.FoelgesOp, K(NodeKind.Bidrag, "b1"), K(NodeKind.Opfoelgning, "o"))
            .Kobling(K(NodeKind.Indsats, "i1"), K(NodeKind.Indsats, "i2"))
            .Kobling(K(NodeKind.Bidrag, "b1"), K(NodeKind.Bidrag, "b2"), KoblingArt.Emne, Tillid.Udledt);
    }

    /// <summary>Every one of some with every one of others, by the form alone.</summary>
    public Testgraf Bundt(NodeKind upper, string[] sources, NodeKind lower, string[] targets)
    {
        foreach (var source in sources)
        {
            foreach (var target in targets)
            {
                Kant(EdgeTypes.Down(upper)!.Value, Key(upper, source), Key(lower, target), Grund.Skabelon);
            }
        }

        return this;
    }
}

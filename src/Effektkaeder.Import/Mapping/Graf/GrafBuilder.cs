using Effektkaeder.Domain;

namespace Effektkaeder.Import.Mapping.Graf;

/// <summary>Collects what one document says; the same node or edge said twice becomes one statement.</summary>
internal sealed class GrafBuilder(Aftalehoved hoved)
{
    private readonly Dictionary<string, Ukast> _noder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AngivetEdge> _kanter = new(StringComparer.Ordinal);

    internal Aftalehoved Hoved => hoved;

    /// <summary>The centre that states what comes next: the agreement's own, unless a point is another unit's.</summary>
    internal string? Center { get; set; } = hoved.CenterKey;

    /// <summary>States a node. Said again, it gains provenance and aliases; a ghost is filled in.</summary>
    internal string Node(string key, NodeKind kind, Indhold indhold, Herkomst? herkomst, string? kommune = null)
    {
        if (!_noder.TryGetValue(key, out var ukast))
        {
            _noder.Add(key, ukast = new Ukast(kind, kommune ?? hoved.Kommune, indhold, Center));
        }
        else if (ukast.Indhold != indhold)
        {
            ukast.Indhold = Merge(ukast.Indhold, indhold);
        }

        if (herkomst is not null && !ukast.Herkomst.Contains(herkomst))
        {
            ukast.Herkomst.Add(herkomst);
        }

        return key;
    }

    internal bool Has(string key) => _noder.ContainsKey(key);

    internal Indhold? Indhold(string key) => _noder.TryGetValue(key, out var ukast) ? ukast.Indhold : null;

    internal IReadOnlyList<(string Key, NodeKind Kind, Indhold Indhold)> Nodes() =>
        [.. _noder.Select(n => (n.Key, n.Value.Kind, n.Value.Indhold))];

    /// <summary>Where a node was last stated.</summary>
    internal Herkomst? Place(string key) => _noder[key].Herkomst is [.., var sidste] ? sidste : null;

    internal NodeKind Kind(string key) => _noder[key].Kind;

    internal void Felt(string key, Feltvaerdi felt) => _noder[key].Felter.Add(felt);

    internal void Alias(string key, string alias)
    {
        var ukast = _noder[key];
        ukast.Indhold = Merge(ukast.Indhold, ukast.Indhold with { Titel = alias });
    }

    internal void Edge(EdgeType type, string fra, string til, Herkomst evidens, Grund? grund = null, string? betinget = null) =>
        Edge(type, fra, til, null, TillidOf(type, grund), evidens, grund, betinget);

    internal void Kobling(KoblingArt art, string fra, string til, double tillid, Herkomst evidens, string? betinget = null)
    {
        // A coupling that the form states outright is not stated again by what merely mentions the same two.
        var udledt = art is KoblingArt.Emne or KoblingArt.Omtale;
        if (
            fra == til
            // What stands outside the points has no effort that a coupling could start at.
            || (Has(til) && !EdgeTypes.Allows(EdgeType.KoblerTil, Kind(fra), Kind(til)))
            || (udledt && HasKobling(KoblingArt.Eksplicit, fra, til))
            || (udledt && HasKobling(KoblingArt.Forpligtelse, fra, til))
        )
        {
            return;
        }

        Edge(EdgeType.KoblerTil, fra, til, art, tillid, evidens, null, betinget);
    }

    /// <summary>Sets a property of a node; the first to set it stays.</summary>
    internal void Egenskab(string key, string navn, string vaerdi)
    {
        var ukast = _noder[key];
        if (ukast.Indhold[navn] is null)
        {
            ukast.Indhold = ukast.Indhold with
            {
                Egenskaber = [.. ukast.Indhold.Egenskaber.Append(new(navn, vaerdi)).OrderBy(e => e.Navn, StringComparer.Ordinal)],
            };
        }
    }

    /// <summary>Gives a node a better name; the old one stays as another name for it.</summary>
    internal void Rename(string key, string titel)
    {
        var ukast = _noder[key];
        var foer = ukast.Indhold;
        if (foer.Titel != titel)
        {
            ukast.Indhold = Merge(foer with { Titel = titel, Tekst = titel, Aliaser = [.. foer.Aliaser.Where(a => a != titel)] }, foer);
        }
    }

    /// <summary>
    /// An edge skips a level only where the level is missing: between an effort and a goal that its contributions create, it says
    /// nothing, and would keep the goal standing when the contributions fall.
    /// </summary>
    internal void WithoutShortcuts()
    {
        var down = _kanter
            .Values.Where(e => e.Type is EdgeType.Omfatter or EdgeType.Skaber)
            .ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        foreach (var (key, edge) in _kanter.ToList())
        {
            if (
                edge.Type == EdgeType.Omfatter
                && _noder[edge.To].Kind == NodeKind.Effekt
                && down[edge.From].Any(b => _noder[b].Kind == NodeKind.Bidrag && down[b].Contains(edge.To))
            )
            {
                _kanter.Remove(key);
            }
        }
    }

    internal Aftalegraf Build() =>
        new(
            hoved.Key,
            hoved.Kommune,
            hoved.Kilde,
            [
                .. _noder
                    .OrderBy(n => n.Key, StringComparer.Ordinal)
                    .Select(n => new AngivetNode(n.Key, n.Value.Kind, n.Value.Kommune, Udsagn(n.Value))),
            ],
            [.. _kanter.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value)]
        );

    /// <summary>The agreement states every node but itself, the municipality, what all share, and ghosts.</summary>
    internal void State(Herkomst herkomst)
    {
        foreach (var (key, ukast) in _noder)
        {
            if (key != hoved.Key && !ukast.Indhold.Henvist && ukast.Kind is not (NodeKind.Kommune or NodeKind.Lovhenvisning))
            {
                Edge(EdgeType.Angiver, hoved.Key, key, ukast.Herkomst.Count > 0 ? ukast.Herkomst[0] : herkomst);
            }
        }
    }

    /// <summary>The vertical line is only named in running text, as a mention is.</summary>
    private static double TillidOf(EdgeType type, Grund? grund) =>
        grund is { } g ? Tillid.Of(g)
        : type == EdgeType.Understoetter ? Tillid.Omtalt
        : Tillid.Tekst;

    private bool HasKobling(KoblingArt art, string fra, string til) =>
        _kanter.ContainsKey(Domain.Edge.KeyOf(EdgeType.KoblerTil, fra, til, art));

    private void Edge(
        EdgeType type,
        string fra,
        string til,
        KoblingArt? art,
        double tillid,
        Herkomst evidens,
        Grund? grund,
        string? betinget
    )
    {
        var key = Domain.Edge.KeyOf(type, fra, til, art);
        if (!_kanter.TryGetValue(key, out var kant))
        {
            _kanter.Add(
                key,
                new AngivetEdge(
                    type,
                    fra,
                    til,
                    art,
                    new EdgeUdsagn(hoved.Key, hoved.Underskrevet, Center, fra, grund, tillid, betinget, [evidens])
                )
            );
            return;
        }

        var udsagn = kant.Udsagn;
        _kanter[key] = kant with
        {
            Udsagn = udsagn with
            {
                Grund = udsagn.Grund is { } a && grund is { } b ? (Grund)Math.Min((int)a, (int)b) : udsagn.Grund ?? grund,
                Tillid = Math.Max(udsagn.Tillid, tillid),
                // Stated once without its condition, it no longer hangs on one.
                Betinget = betinget is null ? null : udsagn.Betinget,
                Evidens = udsagn.Evidens.Contains(evidens) ? udsagn.Evidens : [.. udsagn.Evidens, evidens],
            },
        };
    }

    private Udsagn Udsagn(Ukast ukast) =>
        new(hoved.Key, hoved.Underskrevet, ukast.Center, ukast.Indhold, [.. ukast.Felter], [.. ukast.Herkomst]);

    private static Indhold Merge(Indhold foer, Indhold ny)
    {
        var (vist, anden) = foer.Henvist && !ny.Henvist ? (ny, foer) : (foer, ny);
        var aliaser = vist
            .Aliaser.Concat(anden.Aliaser)
            .Append(anden.Titel)
            .Where(a => a != vist.Titel)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(a => a, StringComparer.Ordinal);
        return vist with
        {
            Aliaser = [.. aliaser],
            Art = vist.Art ?? anden.Art,
            Egenskaber =
            [
                .. vist.Egenskaber.Concat(anden.Egenskaber.Where(e => vist[e.Navn] is null)).OrderBy(e => e.Navn, StringComparer.Ordinal),
            ],
            Uspecificeret = vist.Uspecificeret && anden.Uspecificeret,
            Betinget = vist.Betinget is not null && anden.Betinget is not null ? vist.Betinget : null,
        };
    }

    private sealed class Ukast(NodeKind kind, string kommune, Indhold indhold, string? center)
    {
        internal NodeKind Kind => kind;

        internal string Kommune => kommune;

        internal string? Center => center;

        internal Indhold Indhold { get; set; } = indhold;

        internal List<Feltvaerdi> Felter { get; } = [];

        internal List<Herkomst> Herkomst { get; } = [];
    }
}

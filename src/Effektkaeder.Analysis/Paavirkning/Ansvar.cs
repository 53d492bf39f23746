using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// What the persons, roles and units of a change set answer for: they and all that belongs under them, what those answer for, coordinate,
/// yield or are bound in, and the contributions that have no one of their own and so answer to their effort's.
/// </summary>
public sealed class Ansvar
{
    public static readonly IReadOnlyList<EdgeType> Types =
    [
        EdgeType.AnsvarligFor,
        EdgeType.Koordinerer,
        EdgeType.Yder,
        EdgeType.ForpligtetI,
    ];

    private readonly Udsnit _udsnit;
    private readonly Paavirkningsvalg _valg;
    private readonly Dictionary<int, Sti> _touched = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    internal Ansvar(Udsnit udsnit, IEnumerable<Aendring> aendringer, Paavirkningsvalg valg)
    {
        (_udsnit, _valg) = (udsnit, valg);
        foreach (var aendring in aendringer)
        {
            if (udsnit.Find(aendring.Key) is { Kind: NodeKind.Rolle or NodeKind.Organisation } start)
            {
                Follow(start, aendring.Art == AendringArt.Bortfalder);
            }
        }
    }

    /// <summary>Each node once, by a shortest path.</summary>
    internal IEnumerable<(int Number, Beroert Beroert)> Beroerte =>
        _touched
            .Where(t => t.Value.Edges.Count <= (_valg.Dybde ?? int.MaxValue) && t.Value.Tillid >= _valg.MindsteTillid)
            .Select(t =>
                (
                    t.Key,
                    new Beroert(
                        _udsnit.Nodes[t.Key],
                        t.Value.Edges.Count,
                        new([t.Value], afkortet: false),
                        Direkthed.Ansvar,
                        t.Value.Tillid,
                        Konsekvens.Beroeres,
                        1
                    )
                )
            );

    /// <summary>Whether all who answer for a node are gone; false where no one did.</summary>
    internal bool IsLost(Node node) =>
        _gone.Count > 0 && Gruppering.Ansvarlige(_udsnit, node) is { Count: > 0 } answering && answering.All(_gone.Contains);

    private void Follow(Node start, bool isGone)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Key };
        var units = new List<Sti> { new([start], []) };
        for (var next = 0; next < units.Count; next++)
        {
            var (unit, path) = (_udsnit.IndexOf(units[next].Nodes[^1].Key)!.Value, units[next]);
            foreach (var edge in _udsnit.In(unit))
            {
                if (_udsnit.TypeOf(edge) == EdgeType.HoererUnder && seen.Add(_udsnit.KeyOf(_udsnit.From(edge))))
                {
                    units.Add(Longer(path, edge, _udsnit.From(edge)));
                }
            }
        }

        if (isGone)
        {
            _gone.UnionWith(seen);
        }

        foreach (var unit in units)
        {
            foreach (var edge in _udsnit.Out(_udsnit.IndexOf(unit.Nodes[^1].Key)!.Value))
            {
                if (IsAsked(_udsnit.TypeOf(edge)))
                {
                    Touch(unit, edge);
                }
            }
        }
    }

    private void Touch(Sti unit, int edge)
    {
        var (node, path) = (_udsnit.To(edge), Longer(unit, edge, _udsnit.To(edge)));
        Keep(node, path);
        if (_udsnit.TypeOf(edge) != EdgeType.AnsvarligFor)
        {
            return;
        }

        foreach (var down in _udsnit.Out(node))
        {
            var below = _udsnit.To(down);
            if (
                _udsnit.TypeOf(down).IsHierarchy()
                && _udsnit.KindOf(below) == NodeKind.Bidrag
                && !_udsnit.Sources(_udsnit.KeyOf(below), EdgeType.AnsvarligFor).Any()
            )
            {
                Keep(below, Longer(path, down, below));
            }
        }
    }

    private void Keep(int node, Sti path)
    {
        if (!_touched.TryGetValue(node, out var known) || path.Edges.Count < known.Edges.Count)
        {
            _touched[node] = path;
        }
    }

    private Sti Longer(Sti path, int edge, int node) => new([.. path.Nodes, _udsnit.Nodes[node]], [.. path.Edges, _udsnit.Edges[edge]]);

    private bool IsAsked(EdgeType type) => Types.Contains(type) && (_valg.Kanttyper is not { Count: > 0 } only || only.Contains(type));
}

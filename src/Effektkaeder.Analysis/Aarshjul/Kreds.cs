using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Aarshjul;

/// <summary>A person, role or unit with all that belongs under it: whose work something is, and what others expect of it.</summary>
public sealed class Kreds
{
    private static readonly EdgeType[] Own = [EdgeType.AnsvarligFor, EdgeType.Koordinerer, EdgeType.Yder];

    private readonly Udsnit _udsnit;
    private readonly HashSet<string> _keys;

    /// <param name="start">The roles or units it is of.</param>
    public Kreds(Udsnit udsnit, IEnumerable<Node> start)
    {
        _udsnit = udsnit;
        var queue = new Queue<Node>(start);
        _keys = queue.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        while (queue.TryDequeue(out var at))
        {
            foreach (var under in udsnit.Sources(at.Key, EdgeType.HoererUnder).Where(n => _keys.Add(n.Key)))
            {
                queue.Enqueue(under);
            }
        }
    }

    /// <summary>Whether an effort, contribution or effect is theirs: stated by their centre, or given or answered for by one.</summary>
    public bool IsOwn(Node node) =>
        (node.Vist.Center is { } center && _keys.Contains(center))
        || Own.Any(type => _udsnit.Sources(node.Key, type).Any(n => _keys.Contains(n.Key)))
        || (
            !Own.Any(type => _udsnit.Sources(node.Key, type).Any())
            && _udsnit.Parents(node.Key).Any(p => p.Kind is NodeKind.Indsats or NodeKind.Bidrag && IsOwn(p))
        );

    /// <summary>What others expect of them, by what expects it.</summary>
    public IReadOnlyList<Forventning> Forventet() =>
        [
            .. Duties()
                .Concat(Couplings())
                .Distinct()
                .OrderBy(f => f.Hos.Key, StringComparer.Ordinal)
                .ThenBy(f => f.Af.Key, StringComparer.Ordinal),
        ];

    private IEnumerable<Forventning> Duties() =>
        from key in _keys
        let actor = _udsnit.Find(key)
        where actor is not null
        from edge in _udsnit.EdgesOf(key)
        where edge.Type == EdgeType.ForpligtetI && edge.From == key
        let at = _udsnit.Find(edge.To)
        where at is not null && !IsOwn(at)
        select new Forventning(at, actor, "er forpligtet i", edge.Vist.Evidens.FirstOrDefault());

    private IEnumerable<Forventning> Couplings()
    {
        for (var edge = 0; edge < _udsnit.Edges.Count; edge++)
        {
            // A duty is told as one already.
            if (
                _udsnit.TypeOf(edge) != EdgeType.KoblerTil
                || _udsnit.Edges[edge] is { Status: KoblingStatus.Afvist } or { Art: KoblingArt.Forpligtelse }
            )
            {
                continue;
            }

            var (from, to) = (_udsnit.Nodes[_udsnit.From(edge)], _udsnit.Nodes[_udsnit.To(edge)]);
            if (IsTheirs(to) && !IsTheirs(from))
            {
                yield return new(from, to, "er koblet til", _udsnit.Edges[edge].Vist.Evidens.FirstOrDefault());
            }
        }
    }

    private bool IsTheirs(Node node) => _keys.Contains(node.Key) || (node.Kind.IsChain() && IsOwn(node));
}

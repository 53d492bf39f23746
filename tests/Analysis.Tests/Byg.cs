using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Tests;

/// <summary>
/// Small graphs in few words: keys are short names, kinds by their first letters, all stated by one agreement unless said.
/// </summary>
internal sealed class Byg
{
    public const string A = "k/aftale/a",
        B = "k/aftale/b";

    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly List<Edge> _edges = [];

    public Udsnit Udsnit => Udsnit.Of(_nodes.Values, _edges);

    public Byg Node(
        NodeKind kind,
        string key,
        Func<Indhold, Indhold>? indhold = null,
        string[]? aftaler = null,
        ValueList<Feltvaerdi>? felter = null,
        string? center = null
    )
    {
        var said = (indhold ?? (i => i))(new Indhold(key, key));
        _nodes[key] = Domain.Node.Of(
            key,
            kind,
            "k",
            (aftaler ?? [A]).Select(a => new Udsagn(a, null, center, said, felter ?? [], [new Herkomst("d.md", 1, key)]))
        );
        return this;
    }

    public Byg Nodes(NodeKind kind, params string[] keys)
    {
        foreach (var key in keys)
        {
            Node(kind, key);
        }

        return this;
    }

    /// <summary>Hierarchy edges from one node to each of the others, of the type that the upper end gives.</summary>
    public Byg Over(string upper, params string[] lower)
    {
        foreach (var key in lower)
        {
            Edge(EdgeTypes.Down(_nodes[upper].Kind)!.Value, upper, key, grund: Grund.Tekst);
        }

        return this;
    }

    public Byg Edge(EdgeType type, string from, string to, Grund? grund = null, double tillid = 1, string? betinget = null)
    {
        _edges.Add(Domain.Edge.Of(type, from, to, null, [new(A, null, null, from, grund, tillid, betinget, [])]));
        return this;
    }

    public Byg Kobling(
        string from,
        string to,
        double tillid = 0.9,
        KoblingArt art = KoblingArt.Eksplicit,
        KoblingStatus? status = null,
        string? betinget = null
    )
    {
        _edges.Add(Domain.Edge.Of(EdgeType.KoblerTil, from, to, art, [new(A, null, null, from, null, tillid, betinget, [])], status));
        return this;
    }

    /// <summary>A milestone of a node, with the time its words say.</summary>
    public Byg Milepael(string owner, string key, string tid, string art = "milepael") =>
        Node(NodeKind.Milepael, key, i => i with { Art = art, Tider = [TidsudtrykReader.Read(tid, TidsKontekst.Tom)] })
            .Edge(EdgeType.HarMilepael, owner, key);

    public Byg Opfoelgning(string owner, string key, string tid, string art = "opfoelgning") =>
        Node(NodeKind.Opfoelgning, key, i => i with { Art = art, Tider = [TidsudtrykReader.Read(tid, TidsKontekst.Tom)] })
            .Edge(EdgeType.FoelgesOp, owner, key);
}

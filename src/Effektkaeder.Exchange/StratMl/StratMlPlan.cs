using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Exchange.StratMl;

/// <summary>Somebody that an objective is for, or that works for it.</summary>
/// <param name="Art">The standard's own word: Person, Organization, Generic_Group.</param>
/// <param name="Rolle">What they do, in Danish.</param>
internal sealed record Interessent(Node Node, string Art, string Rolle, bool IsMaalgruppe);

/// <summary>What of a graph is a plan: its goals, what stands under each, and who is in it.</summary>
internal sealed class StratMlPlan
{
    private static readonly NodeKind[] Efforts = [NodeKind.Indsats, NodeKind.Bidrag];

    private readonly Dictionary<string, Node> _nodes;
    private readonly ILookup<string, Edge> _out,
        _in;

    public StratMlPlan(Graf graf)
    {
        var kommuner = graf.Nodes.Where(n => n.Kind == NodeKind.Kommune && n.Key != NodeKeys.Danmark).ToList();
        if (kommuner.Count != 1)
        {
            throw new FormatException(
                kommuner.Count == 0
                    ? "Her er ingen kommune, og dermed ingen plan, der kan skrives."
                    : $"En StratML-fil er én plan, og her er {kommuner.Count} kommuner: vælg en kommune eller en aftale."
            );
        }

        _nodes = graf.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        var edges = graf.Edges.Where(e => _nodes.ContainsKey(e.From) && _nodes.ContainsKey(e.To)).ToList();
        _out = edges.ToLookup(e => e.From, StringComparer.Ordinal);
        _in = edges.ToLookup(e => e.To, StringComparer.Ordinal);
        var aftaler = graf.Nodes.Where(n => n.Kind == NodeKind.Aftale && !n.Henvist && !NodeKeys.IsManuelt(n.Key)).ToList();
        Navn = aftaler.Count == 1 ? aftaler[0].Titel : $"Mål i {kommuner[0].Titel}";
        Fra = aftaler.Select(a => a.Indhold.Dag(Egenskaber.PeriodeFra)).Min();
        Til = aftaler.Select(a => a.Indhold.Dag(Egenskaber.PeriodeTil)).Max();
        Underskrevet = aftaler.Select(a => a.Indhold.Dag(Egenskaber.Underskrevet)).Max();
        var visions = graf.Nodes.Where(n => n.Kind == NodeKind.Vision && !n.Henvist).Select(n => n.Indhold.Tekst).ToList();
        Vision = visions.Count == 0 ? null : string.Join("\n\n", visions);
        Maal =
        [
            .. graf.Nodes.Where(n => !n.Henvist && IsGoal(n)).OrderBy(n => n.Kind.LevelOrder()).ThenBy(n => n.Key, StringComparer.Ordinal),
        ];
        if (Maal.Count == 0)
        {
            throw new FormatException("Her er ingen mål, og en StratML-plan har mindst ét: indlæs en aftale eller en politik først.");
        }

        var units = aftaler.SelectMany(a => _in[a.Key].Where(e => e.Type == EdgeType.PartI)).Select(e => e.From);
        var centres = graf.Nodes.SelectMany(n => n.Udsagn).Select(u => u.Center).OfType<string>();
        Organisationer =
        [
            kommuner[0],
            .. units
                .Concat(centres)
                .Distinct(StringComparer.Ordinal)
                .Select(_nodes.GetValueOrDefault)
                .OfType<Node>()
                .Where(n => n.Kind == NodeKind.Organisation)
                .OrderBy(n => n.Key, StringComparer.Ordinal),
        ];
    }

    public string Navn { get; }

    public DateOnly? Fra { get; }

    public DateOnly? Til { get; }

    public DateOnly? Underskrevet { get; }

    public string? Vision { get; }

    /// <summary>The municipality, then its units.</summary>
    public IReadOnlyList<Node> Organisationer { get; }

    public IReadOnlyList<Node> Maal { get; }

    /// <summary>Whether any indicator has been measured after its baseline.</summary>
    public bool IsMeasured => _nodes.Values.Any(n => n.Kind == NodeKind.Maaling && n.Indhold.Art == "maaling");

    /// <summary>The effects below a goal, and the efforts and contributions that have none.</summary>
    public IReadOnlyList<Node> Under(Node maal)
    {
        var below = Below(maal).ToList();
        return
        [
            .. below
                .Where(n => n.Kind == NodeKind.Effekt || (Efforts.Contains(n.Kind) && Down(n).All(d => d.Kind == NodeKind.Indikator)))
                .OrderBy(n => n.Kind.LevelOrder())
                .ThenBy(n => n.Key, StringComparer.Ordinal),
            .. Indikatorer(maal).Count > 0 ? [maal] : Array.Empty<Node>(),
        ];
    }

    public IReadOnlyList<Node> Indikatorer(Node node) => [.. Down(node).Where(n => n.Kind == NodeKind.Indikator)];

    public IReadOnlyList<Node> Maalinger(Node indikator) =>
        [
            .. Targets(indikator, EdgeType.HarMaaling)
                .Where(m => m.Indhold[Egenskaber.Tilstand] is null or "vaerdi")
                .OrderBy(m => m.Indhold.Art, StringComparer.Ordinal)
                .ThenBy(m => m.Indhold.Tider.Select(t => t.Til ?? t.Fra).FirstOrDefault())
                .ThenBy(m => m.Key, StringComparer.Ordinal),
        ];

    /// <summary>The targets that a plan gave it, "80 unge senest 31. december 2031"; else the one that its own words name.</summary>
    public static IReadOnlyList<(double? Tal, string Ord, DateOnly? Senest)> Maaltal(Node indikator)
    {
        var given = indikator
            .Vist.Felter.Where(f => f.Label == Domain.Tekst.Maaltal.Felt)
            .Select(f => f.Tekst.Split(" senest ", 2))
            .ToList();
        return given.Count > 0
                ?
                [
                    .. given.Select(t =>
                        (Talord.First(t[0]), t[0], t.Length < 2 ? null : TidsudtrykReader.Read(t[1], TidsKontekst.Tom).Til)
                    ),
                ]
            : Domain.Tekst.Maaltal.Of(indikator.Indhold.Tekst) is { } own ? [(own.Tal, own.Ord, null)]
            : [];
    }

    public string? Dokumentation(Node indikator)
    {
        var words = Targets(indikator, EdgeType.DokumenteresVed)
            .Select(d => $"Dokumentation: {d.Indhold.Tekst}")
            .Concat(Targets(indikator, EdgeType.MaalesMed).Select(r => $"Måles med: {r.Titel}"));
        return Lines(words);
    }

    /// <summary>The efforts and contributions that an effect comes of, and the milestones of what is told.</summary>
    public string? Om(Node node)
    {
        var above = Above(node)
            .Where(n => Efforts.Contains(n.Kind))
            .OrderBy(n => n.Kind)
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .ToList();
        var words = above
            .Select(n => $"{n.Kind.Info().Navn.Capitalised()}: {n.Titel}")
            .Concat(above.Append(node).SelectMany(n => Targets(n, EdgeType.HarMilepael)).Select(m => $"Milepæl: {m.Indhold.Tekst}"));
        return Lines(words);
    }

    public IReadOnlyList<Interessent> Interessenter(Node node) =>
        [
            .. Above(node)
                .Append(node)
                .Where(n => n.Kind >= NodeKind.Indsats || n == node)
                .SelectMany(Around)
                .DistinctBy(i => (i.Node.Key, i.Rolle))
                .OrderBy(i => i.IsMaalgruppe)
                .ThenBy(i => i.Node.Key, StringComparer.Ordinal)
                .ThenBy(i => i.Rolle, StringComparer.Ordinal),
        ];

    /// <summary>What a plan has no place for, counted; null where nothing is left out.</summary>
    public string? Udeladt()
    {
        var couplings = _out.SelectMany(g => g).Count(e => e.Type == EdgeType.KoblerTil);
        var counts = new[]
        {
            (couplings, "koblinger"),
            (_nodes.Values.Count(n => n.Kind == NodeKind.Risiko), "risici"),
            (_nodes.Values.Count(n => n.Kind == NodeKind.Opfoelgning), "opfølgninger"),
        };
        var left = counts.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}").ToList();
        return left.Count == 0 ? null : $"StratML har ikke plads til {string.Join(", ", left)}; de er ikke med i filen.";
    }

    private bool IsGoal(Node node) =>
        node.Kind == NodeKind.PolitiskMaal
        || (
            node.Kind is NodeKind.Indsats or NodeKind.Bidrag or NodeKind.Effekt
            && !_in[node.Key].Any(e => e.Type.IsHierarchy() && _nodes[e.From].Kind is not (NodeKind.Vision or NodeKind.Politik))
        );

    private IEnumerable<Interessent> Around(Node node)
    {
        foreach (var edge in _out[node.Key].Where(e => e.Type == EdgeType.RettetMod))
        {
            yield return new(_nodes[edge.To], "Generic_Group", "målgruppe", true);
        }

        foreach (var edge in _in[node.Key])
        {
            var role = edge.Type switch
            {
                EdgeType.AnsvarligFor => "ansvarlig",
                EdgeType.Koordinerer => "koordinerer",
                EdgeType.ForpligtetI => "forpligtet",
                EdgeType.Yder => "yder",
                _ => null,
            };
            if (role is not null)
            {
                var who = _nodes[edge.From];
                yield return new(who, who.Kind == NodeKind.Rolle ? "Person" : "Organization", role, false);
            }
        }
    }

    private IEnumerable<Node> Targets(Node node, EdgeType type) => _out[node.Key].Where(e => e.Type == type).Select(e => _nodes[e.To]);

    private IEnumerable<Node> Down(Node node) => _out[node.Key].Where(e => e.Type.IsHierarchy()).Select(e => _nodes[e.To]);

    private IEnumerable<Node> Up(Node node) => _in[node.Key].Where(e => e.Type.IsHierarchy()).Select(e => _nodes[e.From]);

    private IEnumerable<Node> Below(Node node) => Walk(node, Down);

    private IEnumerable<Node> Above(Node node) => Walk(node, Up);

    private static IEnumerable<Node> Walk(Node start, Func<Node, IEnumerable<Node>> next)
    {
        var (seen, queue) = (new HashSet<string>([start.Key], StringComparer.Ordinal), new Queue<Node>([start]));
        while (queue.TryDequeue(out var at))
        {
            foreach (var node in next(at).Where(n => seen.Add(n.Key)))
            {
                yield return node;
                queue.Enqueue(node);
            }
        }
    }

    private static string? Lines(IEnumerable<string> words) =>
        words.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } all ? string.Join('\n', all) : null;
}

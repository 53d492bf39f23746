using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>What a follow-up form is of: one effort or contribution, or the candidates and why it is not one of them.</summary>
internal sealed record Skemafund(Node? Ejer, IReadOnlyList<Node> Kandidater, string Grund);

/// <summary>Ties a form to its effort or contribution by title and unit. What fits none, or several, is asked.</summary>
internal sealed class Skemaejer(IGraph graph)
{
    private const int MostCandidates = 8;

    private static readonly NodeKind[] Kinds = [NodeKind.Indsats, NodeKind.Bidrag];

    /// <param name="om">Key of what the caller says it is of; null where the form is to say.</param>
    /// <param name="kommune">Slug of the municipality; null where neither caller nor form names one.</param>
    public async Task<Skemafund> FindAsync(Opfoelgningsskema skema, string? om, string? kommune, CancellationToken ct)
    {
        if (om is not null)
        {
            var named = (await graph.NodesAsync([om], ct)).FirstOrDefault(n => Kinds.Contains(n.Kind));
            return new(named, [], named is null ? $"der er ingen indsats og intet bidrag »{om}«" : "");
        }

        if (skema[Opfoelgningsskema.Titelfelt] is not { } titel)
        {
            return new(null, [], "skemaets titel er ikke udfyldt");
        }

        foreach (var name in Names(titel))
        {
            var exact = await ExactAsync(name, kommune, ct);
            var own = await OfUnitAsync(exact, skema.Enhed, ct);
            if (own.Count == 1)
            {
                return new(own[0], [], "");
            }

            if (own.Count > 1)
            {
                return OneUnderAnother(own) is { } upper
                    ? new(upper, [], "")
                    : new(null, own, $"»{titel}« er titlen på {own.Count} indsatser eller bidrag");
            }

            if (exact.Count > 0)
            {
                return new(null, exact, $"»{titel}« findes, men ikke i enheden »{skema.Enhed}«");
            }
        }

        return new(null, await NearAsync(titel, kommune, ct), $"intet bidrag og ingen indsats hedder »{titel}«");
    }

    /// <summary>The title; where it names an effort and a contribution, the last of them.</summary>
    private static IEnumerable<string> Names(string titel)
    {
        var plain = titel.Replace('\n', ' ').Trim();
        yield return plain;
        foreach (var dash in new[] { " – ", " - ", " — ", ": " })
        {
            if (plain.LastIndexOf(dash, StringComparison.Ordinal) is > 0 and var at)
            {
                yield return dash == ": " ? plain[..at].Trim() : plain[(at + dash.Length)..].Trim();
            }
        }
    }

    private async Task<IReadOnlyList<Node>> ExactAsync(string name, string? kommune, CancellationToken ct)
    {
        var folded = Fold.Of(Identitet.Plain(name));
        var found = await QueryAsync(new NodeFilter.Text(TextField.Tekst, TextOperator.StartsWith, [name]), kommune, ct);
        var titled = await QueryAsync(new NodeFilter.Text(TextField.Titel, TextOperator.StartsWith, [name]), kommune, ct);
        return
        [
            .. titled
                .Concat(found)
                .DistinctBy(n => n.Key)
                .Where(n =>
                    Fold.Of(Identitet.Plain(n.Titel)) == folded
                    || Fold.Of(Identitet.Plain(n.Indhold.Tekst)) == folded
                    || n.Indhold.Aliaser.Any(a => Fold.Of(Identitet.Plain(a)) == folded)
                )
                .OrderBy(n => n.Kind)
                .ThenBy(n => n.Key, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<Node>> QueryAsync(NodeFilter filter, string? kommune, CancellationToken ct)
    {
        List<NodeFilter> all = [new NodeFilter.KindIn(Kinds), new NodeFilter.Flag(FlagField.Henvist, false), filter];
        if (kommune is not null)
        {
            all.Add(new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, [kommune]));
        }

        return (await graph.QueryAsync(new(new NodeFilter.All(all), [new(OrderField.Key)], new Page(First: 200)), ct)).Items;
    }

    /// <summary>Those that the unit gives, or whose agreement or centre is the unit's; all where no unit is named.</summary>
    private async Task<IReadOnlyList<Node>> OfUnitAsync(IReadOnlyList<Node> nodes, string? enhed, CancellationToken ct)
    {
        if (enhed is null || nodes.Count == 0)
        {
            return nodes;
        }

        var around = await graph.ExpandAsync(
            new([.. nodes.Select(n => n.Key)], new([EdgeType.Yder, EdgeType.AnsvarligFor], Direction.In, []), null, [], Page.Everything),
            ct
        );
        var homes = await graph.NodesAsync(
            [.. nodes.SelectMany(n => n.Udsagn).SelectMany(u => new[] { u.Aftale, u.Center }).OfType<string>().Distinct()],
            ct
        );
        return
        [
            .. nodes.Where(
                (n, i) =>
                    around[i].Items.Any(a => IsCalled(a.Node, enhed))
                    || homes.Any(h => n.Udsagn.Any(u => u.Aftale == h.Key || u.Center == h.Key) && IsCalled(h, enhed))
            ),
        ];
    }

    private static bool IsCalled(Node node, string enhed)
    {
        var name = Fold.Of(Identitet.Of(NodeKind.Organisation, enhed));
        return node
            .Indhold.Aliaser.Append(node.Titel)
            .Select(t => Fold.Of(Identitet.Of(NodeKind.Organisation, t)))
            .Any(t => t == name || t.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>An effort and the contribution of one name under it: the effort, which the form says it is for.</summary>
    private static Node? OneUnderAnother(IReadOnlyList<Node> nodes) =>
        nodes is [{ Kind: NodeKind.Indsats } upper, { Kind: NodeKind.Bidrag } lower]
        && lower.Udsagn.Any(l => upper.Udsagn.Any(u => u.Aftale == l.Aftale))
            ? upper
            : null;

    private async Task<IReadOnlyList<Node>> NearAsync(string titel, string? kommune, CancellationToken ct)
    {
        var holding = await QueryAsync(new NodeFilter.Text(TextField.Titel, TextOperator.Contains, [titel.Trim()]), kommune, ct);
        if (holding.Count > 0)
        {
            return [.. holding.Take(MostCandidates)];
        }

        foreach (var word in Indholdsord.Of(titel).OrderByDescending(w => w.Length))
        {
            var hits = await graph.SearchAsync(new(word, Kinds, kommune, MostCandidates), ct);
            if (hits.Items.Count > 0)
            {
                return [.. hits.Items.Select(h => h.Node)];
            }
        }

        return [];
    }
}

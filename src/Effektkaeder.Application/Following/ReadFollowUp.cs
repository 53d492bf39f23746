using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>What held follow-ups say, propose and would touch, on one graph.</summary>
public sealed class ReadFollowUp(IGraphStore store, IGraph graph)
{
    /// <summary>Both ways: what stands under a contribution, and the goals that it is for.</summary>
    private static readonly Paavirkningsvalg Both = new(Retning.Begge);

    private readonly Since _since = new(store, graph);

    /// <summary>The held follow-ups of the graph, or of these efforts and contributions, the newest first.</summary>
    /// <param name="ejere">Keys; null for the whole graph.</param>
    public async Task<IReadOnlyList<HeldFollowUp>> AllAsync(IReadOnlyCollection<string>? ejere, CancellationToken ct)
    {
        IReadOnlyList<Node> owners;
        if (ejere is not null)
        {
            owners = [.. (await graph.NodesAsync(ejere, ct)).OrderBy(n => n.Key, StringComparer.Ordinal)];
        }
        else
        {
            var kinds = new NodeFilter.KindIn([NodeKind.Opfoelgning]);
            var held = (await graph.QueryAsync(new(kinds, [], Page.Everything), ct)).Items.Where(Opfoelgningsskema.IsHeld).ToList();
            owners = [.. (await OwnersAsync(held, ct)).Select(h => h.Ejer).DistinctBy(n => n.Key)];
        }

        var slices = await graph.ExpandAsync(
            new([.. owners.Select(o => o.Key)], new([EdgeType.FoelgesOp], Direction.Out, []), null, [], Page.Everything),
            ct
        );
        return
        [
            .. owners
                .SelectMany((o, i) => slices[i].Items.Where(n => Opfoelgningsskema.IsHeld(n.Node)).Select(n => new HeldFollowUp(n.Node, o)))
                .OrderByDescending(h => h.Opfoelgning.Indhold.SidsteDag)
                .ThenBy(h => h.Opfoelgning.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>What several say and propose, in their order, and what became of each line; not what it would touch.</summary>
    public async Task<IReadOnlyList<Afgjortforslag>> SaidAsync(IReadOnlyList<HeldFollowUp> held, CancellationToken ct)
    {
        if (held.Count == 0)
        {
            return [];
        }

        var udsnit = await graph.SelectAsync(new Selection([.. held.Select(h => h.Ejer.Key).Distinct(StringComparer.Ordinal)]), ct);
        return [.. held.Select(h => Said(udsnit, h))];
    }

    /// <returns>Null where the key is no held follow-up that something is followed up by.</returns>
    public async Task<Opfoelgningssvar?> FindAsync(string key, CancellationToken ct)
    {
        var held = (await graph.NodesAsync([key], ct)).Where(Opfoelgningsskema.IsHeld).ToList();
        return (await OwnersAsync(held, ct)) is [var one, ..] ? await OfAsync(one, ct) : null;
    }

    /// <summary>Also of a follow-up that is not kept yet.</summary>
    public async Task<Opfoelgningssvar> OfAsync(HeldFollowUp held, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(new Selection([held.Ejer.Key]), ct);
        var (forslag, decided) = Said(udsnit, held);
        var open = forslag.Linjer.Where(l => decided.All(d => d.Nr != l.Nr));
        var changes = Opfoelgningsforslag.Changes(held.Ejer, open);
        var impact = changes.Count == 0 ? null : await new AskImpact(graph).AskAsync(changes, Both, ct);
        var told = impact is null ? [] : await new Tell(graph).OfAsync(held.Ejer, impact, ct);
        return new(forslag, decided, impact, told, await _since.OfAsync(forslag, decided, ct));
    }

    private static Afgjortforslag Said(Udsnit udsnit, HeldFollowUp held) =>
        new(
            Opfoelgningsforslag.Of(udsnit, held.Opfoelgning, udsnit.Find(held.Ejer.Key) ?? held.Ejer),
            Linjeafgoerelse.Of(held.Opfoelgning)
        );

    private async Task<IReadOnlyList<HeldFollowUp>> OwnersAsync(IReadOnlyList<Node> held, CancellationToken ct)
    {
        if (held.Count == 0)
        {
            return [];
        }

        var slices = await graph.ExpandAsync(
            new([.. held.Select(h => h.Key)], new([EdgeType.FoelgesOp], Direction.In, []), null, [new(OrderField.Key)], Page.Everything),
            ct
        );
        return [.. held.SelectMany((h, i) => slices[i].Items.Select(n => new HeldFollowUp(h, n.Node)))];
    }
}

using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Editing;

/// <summary>Creates and removes edges by hand.</summary>
public sealed class EditEdge(IGraphStore store, TimeProvider time)
{
    private readonly HandEdit _edit = new(store, time);

    /// <param name="art">Of a coupling; the one who makes it says so, which is explicit, where none is given.</param>
    /// <param name="begrundelse">The words that it rests on.</param>
    public Task<EditOutcome> CreateAsync(
        EdgeType type,
        string fra,
        string til,
        KoblingArt? art,
        string? betinget,
        string? begrundelse,
        long? seen,
        string author,
        CancellationToken ct,
        DateOnly? dato = null
    ) =>
        _edit.RunAsync(
            "create",
            author,
            seen,
            async draft =>
            {
                var (start, end) = (await EndAsync(draft.Graph, fra, ct), await EndAsync(draft.Graph, til, ct));
                if (start.Node is not { } from)
                {
                    return Plan.Refused("IKKE_FUNDET", start.Told, "fra");
                }

                if (end.Node is not { } to)
                {
                    return Plan.Refused("IKKE_FUNDET", end.Told, "til");
                }

                (fra, til) = (from.Key, to.Key);
                if (type != EdgeType.KoblerTil && art is not null)
                {
                    return Plan.Refused("ART", "Kun en kobling har en art.", "art");
                }

                if (type == EdgeType.Angiver)
                {
                    return Plan.Refused("TYPE", "ANGIVER følger af, hvad en aftale siger, og oprettes ikke i hånden.", "type");
                }

                if (AnEdgeMayOnlyJoinKindsThatTheTableAllows.Check(type, fra, from.Kind, til, to.Kind) is { } brud)
                {
                    return Plan.Refused("REGEL", brud.Besked, "type");
                }

                if (Kommune(from, to) is not { } kommune)
                {
                    return Plan.Refused("REGEL", "En kant går ikke fra én kommune til en anden.", "til");
                }

                if (type == EdgeType.HoererUnder && await RingAsync(draft.Graph, fra, til, ct))
                {
                    return Plan.Refused("REGEL", $"»{fra}« ville komme til at høre under sig selv.", "til");
                }

                var coupling = type == EdgeType.KoblerTil ? art ?? KoblingArt.Eksplicit : (KoblingArt?)null;
                var key = Edge.KeyOf(type, fra, til, coupling);
                draft.Know(await draft.Graph.EdgesAsync([key], ct));
                if (draft.Edge(key) is not null)
                {
                    return Plan.Refused("FINDES", $"Kanten »{key}« findes allerede.");
                }

                var owner = (await draft.Graph.NodesAsync([kommune], ct)).First();
                await Manuelt.StateAsync(draft, owner, null, ct);
                draft.Put(
                    Edge.Of(
                        type,
                        fra,
                        til,
                        coupling,
                        [
                            Manuelt.Kantudsagn(
                                kommune,
                                fra,
                                type.IsHierarchy() ? Grund.Tekst : null,
                                coupling is null ? Tillid.Tekst : Tillid.Erklaeret,
                                betinget,
                                begrundelse
                            ) with
                            {
                                Underskrevet = dato,
                            },
                        ]
                    )
                );
                return new($"Oprettet: {from.Titel} {type.Info().Navn} {to.Titel}", EdgeKey: key);
            },
            ct
        );

    /// <summary>Withdraws what is said by hand of an edge; one that a document states too stays.</summary>
    public Task<EditOutcome> RemoveAsync(string kant, long seen, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "remove",
            author,
            seen,
            async draft =>
            {
                draft.Know(await draft.Graph.EdgesAsync([kant], ct));
                if (draft.Edge(kant) is not { } edge)
                {
                    return Plan.Refused("IKKE_FUNDET", $"Der er ingen kant »{kant}«.", "kant");
                }

                if (edge.Type == EdgeType.Angiver || Manuelt.Of(edge) is not { } own)
                {
                    return Plan.Refused(
                        "IKKE_MANUEL",
                        $"Kanten står i {edge.Vist.Aftale}. Ret den i dokumentet, eller afvis koblingen.",
                        "kant"
                    );
                }

                if (await _edit.ChangedSinceAsync(draft, kant, seen, ct) is { } changed)
                {
                    return changed;
                }

                draft.Withdraw(edge, own.Aftale);
                await Manuelt.ForgetIfEmptyAsync(draft, own.Aftale.Split('/')[0], ct);
                return new($"Fjernet: {edge.From} {edge.Type.Info().Navn} {edge.To}", EdgeKey: kant);
            },
            ct
        );

    /// <summary>The municipality that both ends belong to, what all share aside; null where there are two.</summary>
    private static string? Kommune(Node from, Node to)
    {
        var owners = new[] { from.Kommune, to.Kommune }.Where(k => k != NodeKeys.Danmark).Distinct(StringComparer.Ordinal).ToList();
        return owners is [var only] ? only : null;
    }

    /// <summary>Whether the upper end already belongs under the lower.</summary>
    private static async Task<bool> RingAsync(IGraph graph, string lower, string upper, CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (List<string> level = [upper]; level.Count > 0;)
        {
            if (level.Contains(lower))
            {
                return true;
            }

            var above = await graph.ExpandAsync(new(level, new([EdgeType.HoererUnder], Direction.Out, []), null, [], Page.Everything), ct);
            level = [.. above.SelectMany(s => s.Items).Select(n => n.Node.Key).Where(seen.Add)];
        }
        return false;
    }

    /// <summary>By key, or by a whole title that one node alone has: what merely fits is asked about, not written to.</summary>
    private static async Task<(Node? Node, string Told)> EndAsync(IGraph graph, string text, CancellationToken ct)
    {
        var match = await new FindNode(graph).FindAsync(text, [], ct);
        if (match.Node is { } node && FindNode.IsWhole(node, text))
        {
            return (node, "");
        }

        IReadOnlyList<Node> near = match.Node is { } fitting ? [fitting] : [.. match.Candidates.Take(3)];
        var asked = near.Count == 0 ? "" : $" Mente du {string.Join(" eller ", near.Select(n => $"»{n.Titel}« ({n.Key})"))}?";
        return (null, $"Der er ingen knude »{text}«.{asked}");
    }
}

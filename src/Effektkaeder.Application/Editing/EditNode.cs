using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Editing;

/// <summary>What a node made by hand says. Null leaves a value as it is, or out of a new node.</summary>
/// <param name="Tid">A time in Danish words, as the documents write them.</param>
public sealed record NodeWords(string? Tekst, string? Titel, string? Art, string? Betinget, string? Tid, string? Center);

/// <summary>Creates, changes and removes nodes by hand. What documents state is changed in the documents.</summary>
public sealed class EditNode(IGraphStore store, TimeProvider time)
{
    private const int MaxText = 20_000,
        MaxTwins = 1000;

    private static readonly NodeKind[] FromDocumentsOnly = [NodeKind.Kommune, NodeKind.Aftale, NodeKind.Lovhenvisning];

    private static readonly NodeKind[] Shared =
    [
        NodeKind.Vision,
        NodeKind.PolitiskMaal,
        NodeKind.Indsats,
        NodeKind.Politik,
        NodeKind.Organisation,
        NodeKind.Redskab,
        NodeKind.Emne,
    ];

    private readonly HandEdit _edit = new(store, time);

    public Task<EditOutcome> CreateAsync(NodeKind kind, string kommune, NodeWords words, long? seen, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "create",
            author,
            seen,
            async draft =>
            {
                if (FromDocumentsOnly.Contains(kind))
                {
                    return Plan.Refused("SLAGS", $"En {kind.Info().Navn} oprettes kun ved at indlæse et dokument.", "slags");
                }

                var owner = (await draft.Graph.NodesAsync([kommune], ct)).FirstOrDefault(n => n.Kind == NodeKind.Kommune);
                if (owner is null)
                {
                    return Plan.Refused("UKENDT_KOMMUNE", $"Der er ingen kommune »{kommune}«. Indlæs en aftale fra den først.", "kommune");
                }

                if (await FaultAsync(draft.Graph, kind, words with { Tekst = words.Tekst ?? "" }, ct) is { } fault)
                {
                    return fault;
                }

                var (key, taken) = await KeyAsync(draft.Graph, kind, kommune, words.Tekst!, ct);
                if (taken)
                {
                    return Plan.Refused("FINDES", $"»{key}« findes allerede.", "tekst");
                }

                draft.Put(
                    Node.Of(
                        key,
                        kind,
                        kommune,
                        [Manuelt.Udsagn(kommune, With(new Indhold(Titel.Of(words.Tekst!), words.Tekst!.Trim()), words), words.Center)]
                    )
                );
                await Manuelt.StateAsync(draft, owner, key, ct);
                return new($"Oprettet: {draft.Node(key)!.Titel}", key);
            },
            ct
        );

    public Task<EditOutcome> ChangeAsync(string key, NodeWords words, long seen, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "change",
            author,
            seen,
            async draft =>
            {
                if (await OwnAsync(draft, key, seen, ct) is { Error: not null } refused)
                {
                    return refused;
                }

                var (node, own) = (draft.Node(key)!, Manuelt.Of(draft.Node(key)!)!);
                if (await FaultAsync(draft.Graph, node.Kind, words with { Tekst = words.Tekst ?? own.Indhold.Tekst }, ct) is { } fault)
                {
                    return fault;
                }

                var text = words.Tekst?.Trim() ?? own.Indhold.Tekst;
                var indhold = own.Indhold with { Tekst = text, Titel = words.Tekst is null ? own.Indhold.Titel : Titel.Of(text) };
                var changed = Manuelt.Udsagn(node.Kommune, With(indhold, words), words.Center ?? own.Center);
                draft.Put(node.With(changed));
                return new($"Ændret: {draft.Node(key)!.Titel}", key);
            },
            ct
        );

    /// <summary>Withdraws what is said by hand of a node and of its edges; a node that a document states stays.</summary>
    public Task<EditOutcome> RemoveAsync(string key, long seen, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "remove",
            author,
            seen,
            async draft =>
            {
                if (await OwnAsync(draft, key, seen, ct) is { Error: not null } refused)
                {
                    return refused;
                }

                var node = draft.Node(key)!;
                draft.Know(
                    (await draft.Graph.ExpandAsync(new([key], new([], Direction.Either, []), null, [], Page.Everything), ct))[0]
                        .Items.Select(n => n.Edge)
                );
                foreach (var edge in draft.Edges.Where(e => e.From == key || e.To == key).ToList())
                {
                    if (Manuelt.Of(edge) is { } own)
                    {
                        draft.Withdraw(edge, own.Aftale);
                    }
                }

                draft.Withdraw(node, Manuelt.Key(node.Kommune));
                await Manuelt.ForgetIfEmptyAsync(draft, node.Kommune, ct);
                return new($"Fjernet: {node.Titel}", key);
            },
            ct
        );

    private async Task<Plan> OwnAsync(Draft draft, string key, long seen, CancellationToken ct)
    {
        draft.Know(await draft.Graph.NodesAsync([key], ct));
        if (draft.Node(key) is not { } node)
        {
            return Plan.Refused("IKKE_FUNDET", $"Der er ingen knude »{key}«.", "id");
        }

        if (node.Kind == NodeKind.Aftale || Manuelt.Of(node) is null)
        {
            return Plan.Refused(
                "IKKE_MANUEL",
                $"»{node.Titel}« står i {node.Vist.Aftale}. Ret den i dokumentet, og indlæs det igen.",
                "id"
            );
        }

        return await _edit.ChangedSinceAsync(draft, key, seen, ct) ?? new Plan("");
    }

    private static async Task<Plan?> FaultAsync(IGraph graph, NodeKind kind, NodeWords words, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(words.Tekst))
        {
            return Plan.Refused("TOM", "tekst må ikke være tom.", "tekst");
        }

        if (words.Tekst.Length > MaxText)
        {
            return Plan.Refused("FOR_LANG", $"tekst er højst {MaxText} tegn.", "tekst");
        }

        if (words.Titel is { } titel && (string.IsNullOrWhiteSpace(titel) || titel.Length > Titel.MaxLength))
        {
            return Plan.Refused("TITEL", $"titel er 1 til {Titel.MaxLength} tegn.", "titel");
        }

        if (words.Art is { } art && ArterOf(kind) is { } arter && !arter.Contains(art))
        {
            return Plan.Refused("ART", $"»{art}« er ikke en art af {kind.Info().Navn}: {string.Join(", ", arter)}.", "art");
        }

        if (words.Tid is { } tid && Times(tid).Count == 0)
        {
            return Plan.Refused("TID", $"»{tid}« kan ikke læses som en tid. Skriv fx »1. kvartal 2026« eller »31/12 2026«.", "tid");
        }

        if (words.Center is { } center && (await graph.NodesAsync([center], ct)).FirstOrDefault()?.Indhold.Art != "center")
        {
            return Plan.Refused("IKKE_FUNDET", $"Der er intet center »{center}«.", "center");
        }

        return null;
    }

    private static async Task<(string Key, bool Taken)> KeyAsync(
        IGraph graph,
        NodeKind kind,
        string kommune,
        string text,
        CancellationToken ct
    )
    {
        if (kind == NodeKind.Rolle || Shared.Contains(kind))
        {
            var key = kind == NodeKind.Rolle ? NodeKeys.Rolle(kommune, text, null) : NodeKeys.Shared(kommune, kind, text);
            return (key, (await graph.NodesAsync([key], ct)).Count > 0);
        }
        for (var twin = 1; twin <= MaxTwins; twin++)
        {
            var key = NodeKeys.InDocument(Manuelt.Key(kommune), Arter.Manuelt, kind, text, twin);
            if ((await graph.NodesAsync([key], ct)).Count == 0)
            {
                return (key, false);
            }
        }
        return (text, true);
    }

    private static Indhold With(Indhold indhold, NodeWords words) =>
        indhold with
        {
            Titel = words.Titel?.Trim() ?? indhold.Titel,
            Art = words.Art ?? indhold.Art,
            Betinget =
                words.Betinget is null ? indhold.Betinget
                : words.Betinget.Trim() is { Length: > 0 } condition ? condition
                : null,
            Tider = words.Tid is null ? indhold.Tider : [.. Times(words.Tid)],
        };

    private static IReadOnlyList<Tidsudtryk> Times(string text) =>
        [
            .. TidsudtrykReader
                .FindAll(text, TidsKontekst.Tom)
                .Select(f => f.Udtryk)
                .Where(t => t.Fra is not null || t.Til is not null || t.Gentagelse is not null),
        ];

    private static IReadOnlyList<string>? ArterOf(NodeKind kind) =>
        kind switch
        {
            NodeKind.Organisation => Arter.Organisation,
            NodeKind.Milepael => Arter.Milepael,
            NodeKind.Opfoelgning => Arter.Opfoelgning,
            NodeKind.Maaling => Arter.Maaling,
            _ => null,
        };
}

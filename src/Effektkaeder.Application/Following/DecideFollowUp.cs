using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// An analyst decides a proposal line by line: what is accepted is carried out and becomes the agreement's next edition, what is refused
/// is kept as refused. All of it is one revision, or none of it.
/// </summary>
public sealed class DecideFollowUp(IGraphStore store, TimeProvider time)
{
    private readonly HandEdit _edit = new(store, time);

    /// <param name="key">Key of the held follow-up.</param>
    /// <param name="seen">The revision that the decision is made on; null for the one that the follow-up was kept in.</param>
    public Task<EditOutcome> DecideAsync(string key, IReadOnlyList<Linjevalg> valg, long? seen, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "revise",
            author,
            seen,
            async draft =>
            {
                if (await new ReadFollowUp(store, draft.Graph).FindAsync(key, ct) is not { } svar)
                {
                    return Plan.Refused("IKKE_FUNDET", $"Der er ingen afholdt opfølgning »{key}«.", "opfoelgning");
                }

                try
                {
                    return await PlanAsync(draft, svar, valg, seen, author, ct);
                }
                catch (FormatException e)
                {
                    return Plan.Refused("UGYLDIGT_ARGUMENT", e.Message, "linjer");
                }
            },
            ct
        );

    private async Task<Plan> PlanAsync(
        Draft draft,
        Opfoelgningssvar svar,
        IReadOnlyList<Linjevalg> valg,
        long? seen,
        string author,
        CancellationToken ct
    )
    {
        var chosen = new List<(Forslagslinje Linje, Linjevalg Valg)>();
        foreach (var v in valg)
        {
            if (svar.Forslag.Linjer.FirstOrDefault(l => l.Nr == v.Nr) is not { } line)
            {
                return Plan.Refused("IKKE_FUNDET", $"Forslaget har ingen linje {v.Nr}; det har {svar.Forslag.Linjer.Count}.", "linjer");
            }

            if (svar.Of(line) is { } already)
            {
                var how = already.Accepteret ? "accepteret" : "afvist";
                return Plan.Refused("FINDES", $"Linje {v.Nr} er {how} {already.Dag.InWords()} af {already.Hvem}.", "linjer");
            }

            var told = v.Accepter ? (await v.ReadAsync(draft.Graph, ct)).On(line) : line;
            if (v.Accepter && !told.IsReady)
            {
                return Plan.Refused("REGEL", $"Linje {v.Nr} kan ikke accepteres endnu: {told.Spoergsmaal ?? "den er kun ord"}", "linjer");
            }

            if (chosen.Any(c => c.Linje.Nr == v.Nr))
            {
                return Plan.Refused("UGYLDIGT_ARGUMENT", $"Linje {v.Nr} er nævnt to gange.", "linjer");
            }

            chosen.Add((told, v));
        }

        if (chosen.Count == 0)
        {
            return Plan.Refused("TOM", "Nævn mindst én linje, der accepteres eller afvises.", "linjer");
        }

        var accepted = chosen.Where(c => c.Valg.Accepter).Select(c => c.Linje).ToList();
        if (await MovedAsync(draft.Graph, svar, accepted, seen, ct) is { } moved)
        {
            return moved;
        }

        var editions = await CarryOutAsync(draft, svar, accepted, ct);
        await WriteAsync(draft, svar, chosen, author, ct);
        return new(Summary(svar, chosen, editions), svar.Forslag.Opfoelgning.Key);
    }

    /// <summary>Refuses what others have changed since; who has seen that says so by the revision.</summary>
    private async Task<Plan?> MovedAsync(
        IGraph graph,
        Opfoelgningssvar svar,
        IReadOnlyList<Forslagslinje> accepted,
        long? seen,
        CancellationToken ct
    )
    {
        var since = new Since(store, graph);
        if ((seen ?? await since.KeptAtAsync(svar.Forslag.Opfoelgning, ct)) is not { } from)
        {
            return null;
        }

        var moved = await since.OfAsync(Since.About(accepted), from, ct);
        return moved.Count == 0
            ? null
            : Plan.Refused(
                "AENDRET_SIDEN",
                $"Forslaget er fra revision {from}, og siden er noget ændret: {string.Join(' ', moved.Select(m => m.Besked))} "
                    + $"Se det igen, og sig, at det er set, med revision {graph.Revision}.",
                "revision"
            );
    }

    private async Task<IReadOnlyList<(string Titel, int Udgave)>> CarryOutAsync(
        Draft draft,
        Opfoelgningssvar svar,
        IReadOnlyList<Forslagslinje> accepted,
        CancellationToken ct
    )
    {
        var dag = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var place = svar.Forslag.Opfoelgning.Vist;
        var field = place.Felter.FirstOrDefault(f => f.Label == Opfoelgningsskema.Justering)?.Herkomst ?? place.Herkomst[0];
        var agreements = new SortedDictionary<string, RevisedAgreement>(StringComparer.Ordinal);
        foreach (var line in accepted)
        {
            var aftale = line.Node!.Vist.Aftale;
            if (!agreements.TryGetValue(aftale, out var revised))
            {
                agreements[aftale] = revised = new(draft, aftale, field, dag);
                await revised.KnowAsync(ct);
            }

            var dates =
                line.Art == Forslagsart.Udskydes
                    ? (
                        await new AskImpact(draft.Graph).AskAsync(
                            [new Aendring(line.Node.Key, AendringArt.Udskydes, line.Varighed)],
                            new(),
                            ct
                        )
                    ).Datoer
                    : [];
            await revised.CarryOutAsync(line, dates, ct);
        }

        return [.. agreements.Values.Select(a => a.Number()).OfType<(string, int)>()];
    }

    /// <summary>The decisions stand on the follow-up, written by hand: nothing that is imported takes them away.</summary>
    private async Task WriteAsync(
        Draft draft,
        Opfoelgningssvar svar,
        IReadOnlyList<(Forslagslinje Linje, Linjevalg Valg)> chosen,
        string author,
        CancellationToken ct
    )
    {
        var dag = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var node = svar.Forslag.Opfoelgning;
        draft.Know([node]);
        node = draft.Node(node.Key) ?? node;
        var written = chosen.Select(c =>
            new Linjeafgoerelse(c.Linje.Nr, c.Valg.Accepter, dag, author.Replace(':', ' '), Note(svar, c.Linje, c.Valg)).Written()
        );
        var before = Manuelt.Of(node)?.Indhold.Egenskaber ?? [];
        var said = new Indhold(node.Titel, node.Indhold.Tekst)
        {
            Henvist = true,
            Egenskaber = [.. before.Concat(written).OrderBy(e => e.Navn, StringComparer.Ordinal)],
        };
        draft.Put(node.With(Manuelt.Udsagn(node.Kommune, said, node.Vist.Center) with { Herkomst = [] }));
        var kommune = (await draft.Graph.NodesAsync([node.Kommune], ct)).First();
        await Manuelt.StateAsync(draft, kommune, null, ct);
    }

    private static string? Note(Opfoelgningssvar svar, Forslagslinje line, Linjevalg valg)
    {
        var read = svar.Forslag.Linjer.First(l => l.Nr == line.Nr).Beskrivelse;
        var what =
            !valg.Accepter ? null
            : line.Beskrivelse == read ? line.Beskrivelse
            : $"{line.Beskrivelse} (i stedet for: {read})";
        return (what, valg.Begrundelse) switch
        {
            ({ } w, { Length: > 0 } why) => $"{w}. {why}",
            (null, { Length: > 0 } why) => why,
            _ => what,
        };
    }

    private static string Summary(
        Opfoelgningssvar svar,
        IReadOnlyList<(Forslagslinje Linje, Linjevalg Valg)> chosen,
        IReadOnlyList<(string Titel, int Udgave)> editions
    )
    {
        var accepted = string.Join("; ", chosen.Where(c => c.Valg.Accepter).Select(c => c.Linje.Beskrivelse));
        var refused = chosen.Count(c => !c.Valg.Accepter);
        var parts = new List<string>();
        if (accepted.Length > 0)
        {
            var edition = editions.Count > 0 ? $"{editions[0].Titel}, {editions[0].Udgave}. udgave: " : "";
            parts.Add($"Revideret: {edition}{accepted}");
        }

        if (refused > 0)
        {
            parts.Add($"Afvist: {refused} {(refused == 1 ? "linje" : "linjer")}");
        }

        return $"{string.Join(". ", parts)} ({svar.Forslag.Opfoelgning.Titel})";
    }
}

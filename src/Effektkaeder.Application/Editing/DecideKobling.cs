using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Editing;

/// <summary>An analyst confirms or refuses a coupling; a later import keeps the decision.</summary>
public sealed class DecideKobling(IGraphStore store, TimeProvider time)
{
    private readonly HandEdit _edit = new(store, time);

    /// <summary>Many decisions in one revision, or none of them.</summary>
    /// <param name="seen">The revision that the decisions were made on.</param>
    public Task<EditOutcome> DecideAllAsync(
        IReadOnlyList<(string Kant, KoblingStatus Afgoerelse)> afgoerelser,
        long seen,
        string author,
        CancellationToken ct
    ) =>
        _edit.RunAsync(
            "decide",
            author,
            seen,
            async draft =>
            {
                foreach (var (kant, afgoerelse) in afgoerelser)
                {
                    if (await DecideAsync(draft, kant, afgoerelse, seen, ct) is { } refused)
                    {
                        return refused;
                    }
                }

                var refusals = afgoerelser.Count(a => a.Afgoerelse == KoblingStatus.Afvist);
                return new($"Afgjort: {Antal(afgoerelser.Count - refusals)} bekræftet, {refusals} afvist");
            },
            ct
        );

    /// <param name="kant">The coupling's edge key.</param>
    /// <param name="seen">The revision that the decision was made on.</param>
    public Task<EditOutcome> DecideAsync(string kant, KoblingStatus afgoerelse, long seen, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "decide",
            author,
            seen,
            async draft =>
            {
                if (await DecideAsync(draft, kant, afgoerelse, seen, ct) is { } refused)
                {
                    return refused;
                }

                var edge = draft.Edge(kant)!;
                return new($"{(afgoerelse == KoblingStatus.Afvist ? "Afvist" : "Bekræftet")}: {edge.From} – {edge.To}", EdgeKey: kant);
            },
            ct
        );

    private static string Antal(int count) => count == 1 ? "1 kobling" : $"{count} koblinger";

    /// <returns>Why not; null where it is decided.</returns>
    private async Task<Plan?> DecideAsync(Draft draft, string kant, KoblingStatus afgoerelse, long seen, CancellationToken ct)
    {
        draft.Know(await draft.Graph.EdgesAsync([kant], ct));
        if (draft.Edge(kant) is not { } edge)
        {
            return Plan.Refused("IKKE_FUNDET", $"Der er ingen kant »{kant}«.", "kant");
        }

        if (edge.Type != EdgeType.KoblerTil)
        {
            return Plan.Refused("IKKE_KOBLING", $"{edge.Type.Info().Code} er ikke en kobling; kun koblinger bekræftes og afvises.", "kant");
        }

        if (await _edit.ChangedSinceAsync(draft, kant, seen, ct) is { } changed)
        {
            return changed;
        }

        draft.Put(edge with { Afgoerelse = afgoerelse });
        return null;
    }
}

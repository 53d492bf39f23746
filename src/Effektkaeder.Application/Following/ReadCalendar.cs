using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>Whose year, and which part of it.</summary>
/// <param name="Hvem">A person, role, unit or centre: name, title, id or key. Null for all.</param>
/// <param name="Fra">Nothing that ends before.</param>
/// <param name="Til">Nothing that begins after.</param>
/// <param name="Dag">The day that overdue is counted from.</param>
public sealed record Kalendervalg(string? Hvem, DateOnly? Fra, DateOnly? Til, DateOnly Dag);

/// <summary>What is due for somebody, and what others expect of them.</summary>
public sealed class ReadCalendar(IGraph graph)
{
    private static readonly NodeKind[] Actors = [NodeKind.Organisation, NodeKind.Rolle];

    /// <exception cref="FormatException">
    /// The name is nobody's, or several's, or all is more than anybody reads; the message is for the user.
    /// </exception>
    public async Task<Kalendersvar> ReadAsync(Kalendervalg valg, CancellationToken ct)
    {
        var start = valg.Hvem is { Length: > 0 } who ? await WhoAsync(who, ct) : null;
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var circle = start is null ? null : new Kreds(udsnit, start);
        // Whose year it is has all that is theirs in their own municipality.
        var kommuner = start?.Select(n => n.Kommune).ToHashSet(StringComparer.Ordinal);
        var owners = TooManyException.Efforts(udsnit, kommuner).Select(n => udsnit.Nodes[n]).Where(o => circle?.IsOwn(o) ?? true);
        var calendar = new Aarskalender(udsnit, valg.Dag, [.. owners]);
        return new(
            valg.Dag,
            [.. calendar.Poster().Where(p => !(p.Til < valg.Fra) && !(p.Fra > valg.Til))],
            circle?.Forventet() ?? [],
            calendar.UdenDato()
        );
    }

    /// <summary>What others expect of somebody, without the year.</summary>
    /// <exception cref="FormatException">As above.</exception>
    public async Task<IReadOnlyList<Forventning>> ExpectedAsync(string hvem, CancellationToken ct)
    {
        var start = await WhoAsync(hvem, ct);
        return new Kreds(await graph.SelectAsync(Selection.Whole, ct), start).Forventet();
    }

    private async Task<IReadOnlyList<Node>> WhoAsync(string text, CancellationToken ct)
    {
        var find = new FindNode(graph);
        if (await find.PersonAsync(text, ct) is { Count: > 0 } roles)
        {
            return roles;
        }

        var match = await find.FindAsync(text, Actors, ct);
        if (match.Node is { } node)
        {
            return [node];
        }

        // The same unit's name in several municipalities is several units; the same name in one is asked.
        var same = match.Candidates.Where(c => Fold.Of(c.Titel) == Fold.Of(text.Trim())).ToList();
        throw new FormatException(
            match.Guessed || match.Candidates.Count == 0
                ? $"Ingen person, rolle eller enhed hedder »{text}«."
                : $"»{text}« passer til flere: {string.Join(", ", (same.Count > 0 ? same : match.Candidates).Select(c => c.Key))}."
        );
    }
}

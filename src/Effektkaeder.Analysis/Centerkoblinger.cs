using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>What ties two centres.</summary>
/// <param name="A">Key of the one centre; before the other's.</param>
/// <param name="Kanter">The couplings between them, by key; refused ones are none.</param>
/// <param name="Faelles">What both couple to and no centre owns, once each, by key. Never added to the couplings.</param>
public sealed record Centerkobling(string A, string B, IReadOnlyList<Edge> Kanter, IReadOnlyList<Node> Faelles);

/// <summary>
/// The couplings between centres: those edges whose ends belong to two different centres, and beside them the paragraphs,
/// instruments, themes, policies and agreements that two centres share.
/// </summary>
public static class Centerkoblinger
{
    /// <summary>Each pair of centres that anything ties, by keys.</summary>
    public static IReadOnlyList<Centerkobling> Of(Udsnit udsnit)
    {
        var couplings = Enumerable
            .Range(0, udsnit.Edges.Count)
            .Where(e => udsnit.TypeOf(e) == EdgeType.KoblerTil)
            .Select(e => udsnit.Edges[e])
            .Where(e => e.Status != KoblingStatus.Afvist)
            .ToList();
        var direct = couplings
            .Select(e => (Pair: Pair(CenterOf(udsnit, e.From), CenterOf(udsnit, e.To)), Edge: e))
            .Where(p => p.Pair is not null)
            .ToLookup(p => p.Pair!.Value, p => p.Edge);
        var shared = Shared(udsnit, couplings).ToLookup(p => p.Pair, p => p.Node);
        return
        [
            .. direct
                .Select(g => g.Key)
                .Union(shared.Select(g => g.Key))
                .Order(Comparer<(string A, string B)>.Create((x, y) => string.CompareOrdinal($"{x.A} {x.B}", $"{y.A} {y.B}")))
                .Select(p => new Centerkobling(p.A, p.B, [.. direct[p]], [.. shared[p]])),
        ];
    }

    /// <summary>Each shared thing with each pair of centres that couple to it.</summary>
    private static IEnumerable<((string A, string B) Pair, Node Node)> Shared(Udsnit udsnit, IReadOnlyList<Edge> couplings) =>
        couplings
            .SelectMany(e => new[] { (Thing: e.To, User: e.From), (Thing: e.From, User: e.To) })
            .Where(p => IsShared(udsnit, p.Thing) && CenterOf(udsnit, p.User) is not null)
            .GroupBy(p => p.Thing, p => CenterOf(udsnit, p.User)!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g =>
                g.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is var users
                    ? users.SelectMany((a, i) => users.Skip(i + 1).Select(b => ((a, b), udsnit.Find(g.Key)!)))
                    : []
            );

    private static (string A, string B)? Pair(string? a, string? b) =>
        a is null || b is null || a == b ? null
        : string.CompareOrdinal(a, b) < 0 ? (a, b)
        : (b, a);

    /// <summary>The centre that an end belongs to; what is shared belongs to none.</summary>
    private static string? CenterOf(Udsnit udsnit, string key) =>
        udsnit.IndexOf(key) is { } node && !IsShared(udsnit, key) ? udsnit.CenterOf(node) : null;

    private static bool IsShared(Udsnit udsnit, string key) =>
        udsnit.IndexOf(key) is { } node
        && (
            udsnit.KindOf(node).IsShared()
            || udsnit.KindOf(node) == NodeKind.Politik
            || udsnit.KindOf(node) == NodeKind.Aftale && udsnit.CenterOf(node) is null
        );
}

using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>A column of the matrix: a centre, or null for what several centres state, or none.</summary>
public sealed record MatrixColumn(Node? Center, int Count);

/// <summary>How many nodes of a level a centre states.</summary>
public sealed record MatrixCell(KindInfo Level, Node? Center, int Count);

/// <summary>Two centres, in the columns' order, and what ties them; one centre twice for what ties it to itself.</summary>
/// <param name="Koblinger">Couplings from a node of one to a node of the other, or to the centre itself.</param>
/// <param name="Shared">Laws, instruments, themes, policies and agreements that both couple to.</param>
public sealed record MatrixTie(Node? A, Node? B, IReadOnlyList<Edge> Koblinger, IReadOnlyList<Node> Shared);

/// <summary>The goal hierarchy at a glance: levels × centres, and centres × centres.</summary>
public sealed record Matrix(IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixCell> Cells, IReadOnlyList<MatrixTie> Ties);

/// <summary>Reads the matrix of one municipality, or of all.</summary>
public sealed class ReadMatrix(IGraphReader store)
{
    public async Task<Matrix> ReadAsync(string? kommune, CancellationToken ct)
    {
        var udsnit = await store.SelectAsync(Selection.Whole(), ct);
        var chain = udsnit.Nodes.Where(n => n.Kind.IsChain() && (kommune is null || n.Kommune == kommune)).ToList();
        var columns = chain
            .GroupBy(n => udsnit.CenterOf(n) ?? "", StringComparer.Ordinal)
            .Select(g => new MatrixColumn(udsnit.Find(g.Key), g.Count()))
            .OrderBy(c => c.Center is not null)
            .ThenBy(c => c.Center?.Kommune, StringComparer.Ordinal)
            .ThenBy(c => SortKey.Of(c.Center?.Titel ?? ""), StringComparer.Ordinal)
            .ToList();
        var places = columns.Select((c, i) => (Key: c.Center?.Key ?? "", i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        var cells = columns.SelectMany(c =>
            NodeKinds.Levels.Select(level => new MatrixCell(
                level,
                c.Center,
                chain.Count(n => n.Kind == level.Kind && (udsnit.CenterOf(n) ?? "") == (c.Center?.Key ?? ""))
            ))
        );
        return new(columns, [.. cells], [.. Ties(udsnit, columns, places)]);
    }

    private static IEnumerable<MatrixTie> Ties(Udsnit udsnit, List<MatrixColumn> columns, Dictionary<string, int> places)
    {
        var couplings = udsnit.Edges.Where(e => e.Type == EdgeType.KoblerTil && e.Status != KoblingStatus.Afvist).ToList();
        var direct = couplings
            .Select(e => (Pair: Pair(Place(e.From), Place(e.To)), e))
            .Where(p => p.Pair is not null)
            .ToLookup(p => p.Pair!.Value, p => p.e);
        var users = couplings
            .SelectMany(e => new[] { (Hub: e.To, User: e.From), (Hub: e.From, User: e.To) })
            .Where(p => IsHub(udsnit.Find(p.Hub)!) && Place(p.User) is not null)
            .GroupBy(p => p.Hub, p => Place(p.User)!.Value, StringComparer.Ordinal);
        var shared = users
            .SelectMany(g =>
                g.Distinct().Order().ToList() is { Count: > 1 } some
                    ? some.SelectMany(a => some.Where(b => b > a).Select(b => (Pair: (a, b), Hub: udsnit.Find(g.Key)!)))
                    : []
            )
            .ToLookup(p => p.Pair, p => p.Hub);
        return direct
            .Select(g => g.Key)
            .Concat(shared.Select(g => g.Key))
            .Distinct()
            .Order()
            .Select(p => new MatrixTie(
                columns[p.Item1].Center,
                columns[p.Item2].Center,
                [.. direct[p].OrderBy(e => e.Key, StringComparer.Ordinal)],
                [.. shared[p].OrderBy(n => n.Key, StringComparer.Ordinal)]
            ));

        int? Place(string key) =>
            udsnit.Find(key) is { } node
            && !IsHub(node)
            && places.TryGetValue(udsnit.CenterOf(node) ?? "", out var place)
            && (node.Kind.IsChain() || udsnit.CenterOf(node) is not null)
                ? place
                : null;
    }

    private static (int, int)? Pair(int? a, int? b) => a is { } x && b is { } y ? (Math.Min(x, y), Math.Max(x, y)) : null;

    private static bool IsHub(Node node) => !node.Kind.IsChain() && node.Kind != NodeKind.Organisation;
}

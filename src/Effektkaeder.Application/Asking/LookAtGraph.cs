using System.Runtime.CompilerServices;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>The graph as it is looked at.</summary>
public static class LookAtGraph
{
    private const int MostKept = 4;

    /// <summary>What was left of a graph, for who asks the same graph again.</summary>
    private static readonly ConditionalWeakTable<IGraph, Dictionary<Periode, Task<IGraph>>> Kept = [];

    /// <exception cref="UnknownRevisionException">There is no such revision.</exception>
    public static async Task<IGraph> LookAtAsync(this IGraphStore store, Udsyn udsyn, CancellationToken ct)
    {
        var graph = await store.AtAsync(udsyn.Revision, ct);
        return udsyn.Gaelder is { } gaelder ? await HoldingAsync(graph, gaelder, ct) : graph;
    }

    /// <summary>
    /// What agreements state that are valid on some day of a period. One whose period is not known is always valid: nothing says that it
    /// is not.
    /// </summary>
    public static async Task<IGraph> HoldingAsync(IGraph graph, Periode gaelder, CancellationToken ct)
    {
        var kept = Kept.GetOrCreateValue(graph);
        Task<IGraph>? made;
        lock (kept)
        {
            if (!kept.TryGetValue(gaelder, out made))
            {
                if (kept.Count == MostKept)
                {
                    kept.Clear();
                }

                kept[gaelder] = made = RestrictAsync(graph, gaelder);
            }
        }

        return await made.WaitAsync(ct);
    }

    /// <summary>Not cancelled by who asked first: others wait for the same.</summary>
    private static async Task<IGraph> RestrictAsync(IGraph graph, Periode gaelder)
    {
        var ct = CancellationToken.None;
        var agreements = (await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Aftale]), [], Page.Everything), ct)).Items;
        var valid = agreements.Where(n => IsValid(n, gaelder)).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var outside = agreements.Select(n => n.Key).Where(key => !valid.Contains(key)).ToHashSet(StringComparer.Ordinal);
        return outside.Count == 0 ? graph
            : valid.Count < outside.Count ? PartialGraph.Of(graph, await StatedByAsync(graph, valid, outside, ct))
            : PartialGraph.Of(graph, Without((await graph.SelectAsync(Selection.Whole, ct)), outside));
    }

    /// <summary>What the few that are valid state, without reading what the many others do.</summary>
    private static async Task<Udsnit> StatedByAsync(
        IGraph graph,
        IReadOnlySet<string> valid,
        IReadOnlySet<string> outside,
        CancellationToken ct
    )
    {
        var (nodes, edges) = (new Dictionary<string, Node>(StringComparer.Ordinal), new Dictionary<string, Edge>(StringComparer.Ordinal));
        foreach (var aftale in valid)
        {
            var stated = await graph.StatedByAsync(aftale, ct);
            foreach (var node in stated.Nodes)
            {
                nodes.TryAdd(node.Key, node);
            }

            foreach (var edge in stated.Edges)
            {
                edges.TryAdd(edge.Key, edge);
            }
        }

        return Udsnit.Of(
            nodes.Values.Select(n => Left(n, outside)).OfType<Node>(),
            edges.Values.Select(e => Left(e, outside)).OfType<Edge>()
        );
    }

    /// <summary>What is left when some agreements say nothing.</summary>
    private static Udsnit Without(Udsnit whole, IReadOnlySet<string> aftaler) =>
        Udsnit.Of(whole.Nodes.Select(n => Left(n, aftaler)).OfType<Node>(), whole.Edges.Select(e => Left(e, aftaler)).OfType<Edge>());

    private static bool IsValid(Node aftale, Periode gaelder) =>
        gaelder.Overlaps(Day(aftale.Indhold[Egenskaber.PeriodeFra]), Day(aftale.Indhold[Egenskaber.PeriodeTil]));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    private static Node? Left(Node node, IReadOnlySet<string> aftaler) =>
        !node.Udsagn.Any(u => aftaler.Contains(u.Aftale)) ? node
        : node.Udsagn.Where(u => !aftaler.Contains(u.Aftale)).ToList() is { Count: > 0 } left
            ? Node.Of(node.Key, node.Kind, node.Kommune, left)
        : null;

    private static Edge? Left(Edge edge, IReadOnlySet<string> aftaler) =>
        !edge.Udsagn.Any(u => aftaler.Contains(u.Aftale)) ? edge
        : edge.Udsagn.Where(u => !aftaler.Contains(u.Aftale)).ToList() is { Count: > 0 } left
            ? Edge.Of(edge.Type, edge.From, edge.To, edge.Art, left, edge.Afgoerelse)
        : null;
}

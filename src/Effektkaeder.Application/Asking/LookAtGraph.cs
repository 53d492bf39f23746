using System.Runtime.CompilerServices;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>The graph as it is looked at.</summary>
public static class LookAtGraph
{
    private const int MostKept = 4,
        MostNamed = 6;

    /// <summary>What was left of a graph, for who asks the same graph again.</summary>
    private static readonly ConditionalWeakTable<IGraph, Dictionary<Udsyn, Task<IGraph>>> Kept = [];

    /// <exception cref="UnknownRevisionException">There is no such revision.</exception>
    /// <exception cref="FormatException">
    /// There is no such municipality, or no agreement is valid then; the message is for the user.
    /// </exception>
    public static async Task<IGraph> LookAtAsync(this IGraphStore store, Udsyn udsyn, CancellationToken ct)
    {
        var graph = await store.AtAsync(udsyn.Revision, ct);
        var part = udsyn with { Revision = null };
        if (part.Kommune is { } named)
        {
            var found = await new FindKommune(graph).FindAsync(named, ct);
            part = part with
            {
                Kommune =
                    found.Key
                    ?? throw new FormatException(
                        $"Der er ingen kommune »{named}«. Der er blandt andre {string.Join(", ", found.Known.Take(MostNamed))}."
                    ),
            };
        }

        return part == Udsyn.Nu ? graph : await PartAsync(graph, part, ct);
    }

    /// <summary>Whoever asks first makes it and the others wait; has that one gone, the next makes it.</summary>
    private static async Task<IGraph> PartAsync(IGraph graph, Udsyn udsyn, CancellationToken ct)
    {
        var kept = Kept.GetOrCreateValue(graph);
        while (true)
        {
            Task<IGraph>? made;
            lock (kept)
            {
                if (!kept.TryGetValue(udsyn, out made) || made.IsFaulted || made.IsCanceled)
                {
                    if (kept.Count == MostKept)
                    {
                        kept.Clear();
                    }

                    kept[udsyn] = made = Task.Run(() => RestrictAsync(graph, udsyn, ct), ct);
                }
            }

            try
            {
                return await made.WaitAsync(ct);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // It was another's, who has gone.
            }
        }
    }

    private static async Task<IGraph> RestrictAsync(IGraph graph, Udsyn udsyn, CancellationToken ct) =>
        (udsyn.Kommune, udsyn.Gaelder) switch
        {
            ({ } kommune, { } gaelder) => await HoldingAsync(await OfAsync(graph, kommune, ct), gaelder, ct),
            ({ } kommune, null) => await OfAsync(graph, kommune, ct),
            (null, { } gaelder) => await HoldingAsync(graph, gaelder, ct),
            (null, null) => graph,
        };

    /// <summary>Walks numbers: only the municipality's own elements are looked at whole.</summary>
    private static async Task<IGraph> OfAsync(IGraph graph, string kommune, CancellationToken ct) =>
        PartialGraph.Of(graph, Of(await graph.SelectAsync(Selection.Whole, ct), kommune, new(ct)));

    private static Udsnit Of(Udsnit whole, string kommune, Pace pace)
    {
        var own = new List<int>();
        for (var node = 0; node < whole.Nodes.Count; node++)
        {
            pace.Step();
            if (whole.KommuneOf(node) == kommune)
            {
                own.Add(node);
            }
        }

        List<Edge> edges = [];
        foreach (var node in pace.Over(own))
        {
            foreach (var edge in whole.Out(node))
            {
                if (whole.KommuneOf(whole.To(edge)) == kommune)
                {
                    edges.Add(whole.Edges[edge]);
                }
            }
        }

        return Udsnit.Of(own.Select(n => whole.Nodes[n]), edges);
    }

    /// <summary>
    /// What agreements state that are valid on some day of a period. One whose period is not known is always valid: nothing says that it
    /// is not.
    /// </summary>
    private static async Task<IGraph> HoldingAsync(IGraph graph, Periode gaelder, CancellationToken ct)
    {
        var agreements = (await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Aftale]), [], Page.Everything), ct)).Items;
        var valid = agreements.Where(n => IsValid(n, gaelder)).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var read = agreements.Where(n => !n.Henvist && n.Indhold.Art != Arter.Manuelt).ToList();
        if (read.Count > 0 && !read.Exists(n => valid.Contains(n.Key)))
        {
            // Nothing is wrong with nothing: an empty answer would read as good news.
            throw new FormatException($"Ingen aftale gælder {gaelder.Ord}. {Known(read)}");
        }

        var outside = agreements.Select(n => n.Key).Where(key => !valid.Contains(key)).ToHashSet(StringComparer.Ordinal);
        return outside.Count == 0 ? graph
            : valid.Count < outside.Count ? PartialGraph.Of(graph, await StatedByAsync(graph, valid, outside, ct))
            : PartialGraph.Of(graph, Without(await graph.SelectAsync(Selection.Whole, ct), outside, new(ct)));
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
    private static Udsnit Without(Udsnit whole, IReadOnlySet<string> aftaler, Pace pace) =>
        Udsnit.Of(
            pace.Over(whole.Nodes).Select(n => Left(n, aftaler)).OfType<Node>(),
            pace.Over(whole.Edges).Select(e => Left(e, aftaler)).OfType<Edge>()
        );

    private static string Known(IReadOnlyList<Node> agreements)
    {
        var days = agreements.SelectMany(a => new[] { Egenskaber.PeriodeFra, Egenskaber.PeriodeTil }.Select(a.Indhold.Dag)).ToList();
        return $"Aftalerne i grafen gælder fra {days.Min()?.InWords() ?? "en ukendt dag"} til {days.Max()?.InWords() ?? "en ukendt dag"}.";
    }

    private static bool IsValid(Node aftale, Periode gaelder) =>
        gaelder.Overlaps(aftale.Indhold.Dag(Egenskaber.PeriodeFra), aftale.Indhold.Dag(Egenskaber.PeriodeTil));

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

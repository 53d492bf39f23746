using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// What a judgement needs, selected by the server. The newest revision is one statement. An older one is the same statement, which the
/// server has a plan of, and a small one about what stood then at what was found; until no edge of that time leads out of it.
/// </summary>
internal sealed class Neo4jSelection(ConsistentReads reads, Selection selection)
{
    private readonly HashSet<string> _sources = new(selection.Keys, StringComparer.Ordinal),
        _beside = new(StringComparer.Ordinal);

    /// <summary>What the server found in the graph as it is, and of which revision that was.</summary>
    public sealed record Found(long Newest, IReadOnlyList<List<object?>> Nodes, IReadOnlyList<List<object?>> Edges)
    {
        public Udsnit Udsnit => Udsnit.Of(Nodes.Select(n => ElementCypher.Node(n[0])), Edges.Select(e => ElementCypher.Edge(e[0])));
    }

    public async Task<Found> NowAsync(CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var answer = await reads.RowsAsync(cypher, SelectCypher.Now(selection, cypher, _sources, _beside), ct);
        return new(answer.Newest, Lists(answer.Rows[0][0]), Lists(answer.Rows[0][1]));
    }

    /// <param name="found">What was found already, where it was asked for.</param>
    public async Task<Udsnit> ThenAsync(long revision, Found? found, CancellationToken ct)
    {
        while (true)
        {
            // What a commit takes away in between is asked for after what it took it from, so nothing falls between the two.
            found ??= await NowAsync(ct);
            var keys = found.Nodes.Select(n => Key(n[0])).Concat(_sources).Concat(_beside).Distinct(StringComparer.Ordinal);
            var cypher = new CypherBuilder();
            var gone = (await reads.RowsAsync(cypher, SelectCypher.Gone(selection, cypher, revision, keys), ct)).Rows[0];
            var judged = found.Nodes.Where(n => (bool)n[2]!).Select(n => Key(n[0])).Concat(_sources).ToHashSet(StringComparer.Ordinal);
            List<Node> nodes = [.. Stood(found.Nodes, gone[1], revision, ElementCypher.Node).DistinctBy(n => n.Key)];
            List<Edge> edges = [.. Stood(found.Edges, gone[2], revision, ElementCypher.Edge).DistinctBy(e => e.Key)];
            var before = _sources.Count + _beside.Count;
            _sources.UnionWith(((List<object?>)gone[0]!).Cast<string>().Where(k => !judged.Contains(k)));
            Follow(nodes, edges, judged);
            if (_sources.Count + _beside.Count == before)
            {
                return Udsnit.Of(nodes, edges);
            }

            found = null;
        }
    }

    /// <summary>Adds what the edges and statements of that time lead to beyond what was found.</summary>
    private void Follow(List<Node> nodes, List<Edge> edges, HashSet<string> judged)
    {
        var found = nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            if (
                (edge.Type.IsHierarchy() || edge.Type == EdgeType.KoblerTil || selection.Types.Contains(edge.Type))
                && judged.Contains(edge.From) != judged.Contains(edge.To)
            )
            {
                _sources.Add(judged.Contains(edge.From) ? edge.To : edge.From);
            }

            if (
                (SelectCypher.HangingTypes.Contains(edge.Type) || edge.Type == EdgeType.HoererUnder)
                && found.Contains(edge.From)
                && !found.Contains(edge.To)
            )
            {
                _beside.Add(edge.To);
            }

            if (SelectCypher.ResponsibleTypes.Contains(edge.Type) && judged.Contains(edge.To) && !found.Contains(edge.From))
            {
                _beside.Add(edge.From);
            }
        }

        foreach (var udsagn in nodes.Where(n => judged.Contains(n.Key)).SelectMany(n => n.Udsagn))
        {
            _beside.UnionWith(new[] { udsagn.Aftale, udsagn.Center }.OfType<string>().Where(k => !found.Contains(k)));
        }
    }

    private static IEnumerable<T> Stood<T>(IEnumerable<List<object?>> found, object? gone, long revision, Func<object?, T> read) =>
        found.Where(f => (long)f[1]! <= revision).Select(f => f[0]).Concat((List<object?>)gone!).Select(read);

    private static string Key(object? fields) => (string)((List<object?>)fields!)[0]!;

    private static List<List<object?>> Lists(object? value) => [.. ((List<object?>)value!).Cast<List<object?>>()];
}

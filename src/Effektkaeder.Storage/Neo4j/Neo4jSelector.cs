using Effektkaeder.Analysis;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>The part of the graph that a judgement needs. The server selects; only what is asked for as a whole is fetched whole.</summary>
internal sealed class Neo4jSelector(Neo4jReader reader) : IDisposable
{
    private readonly Neo4jSnapshot _snapshot = new(reader);

    public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) =>
        selection.Keys.Count == 0 ? _snapshot.AtAsync(selection.Revision, ct)
        : selection.Revision is null ? NowAsync(selection, ct)
        : ThenAsync(selection, ct);

    public void Dispose() => _snapshot.Dispose();

    private async Task<Udsnit> NowAsync(Selection selection, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var row = (await reader.RowsAsync(cypher, SelectCypher.Now(selection, cypher), ct))[0];
        return Udsnit.Of(((List<object?>)row[0]!).Select(ElementCypher.Node), ((List<object?>)row[1]!).Select(ElementCypher.Edge));
    }

    /// <summary>
    /// Asks until no edge of that time leads out of what was found; each answer holds the last, so the last is the whole.
    /// </summary>
    private async Task<Udsnit> ThenAsync(Selection selection, CancellationToken ct)
    {
        var (sources, extra) = (new HashSet<string>(selection.Keys, StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        while (true)
        {
            var cypher = new CypherBuilder();
            var row = (await reader.RowsAsync(cypher, SelectCypher.Then(selection, cypher, sources, extra), ct))[0];
            var (nodes, edges, judged) = (
                ((List<object?>)row[0]!).Select(ElementCypher.Node).ToList(),
                ((List<object?>)row[1]!).Select(ElementCypher.Edge).ToList(),
                ((List<object?>)row[2]!).Cast<string>().ToHashSet(StringComparer.Ordinal)
            );
            if (!SelectCypher.Follow(selection, nodes, edges, judged, sources, extra))
            {
                return Udsnit.Of(nodes, edges);
            }
        }
    }
}

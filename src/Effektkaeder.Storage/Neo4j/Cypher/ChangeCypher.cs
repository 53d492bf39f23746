using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// What a revision touched, as a <c>_Change</c> keeps it: the keys of nodes, and of each edge three numbers: its type among the types,
/// its ends among the nodes and, after them, the other ends. An edge's key written out would be 80 letters.
/// </summary>
internal static class ChangeCypher
{
    /// <summary>The keys of a change's edges, each as a row named key.</summary>
    public static string EdgeKeys(string change) =>
        $"WITH {change}.types AS types, {change}.edges AS edges, coalesce({change}.nodes, []) + coalesce({change}.ends, []) AS ends "
        // Not by a step of three: the server's range(0, -1, 3) is [0].
        + "UNWIND range(0, size(coalesce(edges, [])) / 3 - 1) AS i "
        + $"WITH types[edges[3 * i]] + ' ' + ends[edges[3 * i + 1]] + ' ' + ends[edges[3 * i + 2]] AS key";

    /// <summary>Writes down what was put and removed; keys of nodes and ends are numbers among $p.ends, agreements among $p.keys.</summary>
    public const string Note = """
        CALL () {
          UNWIND $p.changes AS c
          CREATE (:_Change {revision: $p.revision, aftale: $p.keys[c[0]], nodes: [i IN c[1] | $p.ends[i]], types: c[2],
            ends: [i IN c[3] | $p.ends[i]], edges: c[4]})
        }
        """;

    /// <summary>Rows of changes, one an agreement.</summary>
    public static object?[][] Rows(IReadOnlyCollection<Node> nodes, IReadOnlyCollection<Edge> edges, ElementRows rows)
    {
        var (byNode, byEdge) = (
            nodes.SelectMany(n => n.Udsagn.Select(u => (u.Aftale, n.Key)).Distinct()).ToLookup(p => p.Aftale, p => p.Key),
            edges.SelectMany(e => e.Udsagn.Select(u => (u.Aftale, e.Key)).Distinct()).ToLookup(p => p.Aftale, p => p.Key)
        );
        return
        [
            .. byNode
                .Select(g => g.Key)
                .Concat(byEdge.Select(g => g.Key))
                .Distinct(StringComparer.Ordinal)
                .Select(aftale =>
                {
                    var change = Of([.. byNode[aftale]], byEdge[aftale]);
                    return (object?[])
                        [
                            rows.KeyOf(aftale),
                            change.Nodes.Select(rows.EndOf).ToArray(),
                            change.Types,
                            change.Ends.Select(rows.EndOf).ToArray(),
                            change.Edges,
                        ];
                }),
        ];
    }

    /// <summary>Keys as a change keeps them.</summary>
    public static Change Of(IReadOnlyList<string> nodes, IEnumerable<string> edgeKeys)
    {
        var (types, ends, edges) = (new List<string>(), new List<string>(), new List<int>());
        var (typeOf, endOf) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var node in nodes)
        {
            endOf.TryAdd(node, endOf.Count);
        }

        foreach (var key in edgeKeys)
        {
            var parts = key.Split(' ');
            edges.Add(Place(typeOf, types, parts[0], 0));
            edges.Add(Place(endOf, ends, parts[1], nodes.Count));
            edges.Add(Place(endOf, ends, parts[2], nodes.Count));
        }

        return new(nodes, [.. types], [.. ends], [.. edges]);
    }

    /// <summary>What one change keeps.</summary>
    public sealed record Change(IReadOnlyList<string> Nodes, string[] Types, string[] Ends, int[] Edges)
    {
        public Dictionary<string, object?> Values =>
            new()
            {
                ["nodes"] = Nodes,
                ["types"] = Types,
                ["ends"] = Ends,
                ["edges"] = Edges,
            };
    }

    private static int Place(Dictionary<string, int> places, List<string> names, string name, int before)
    {
        if (!places.TryGetValue(name, out var place))
        {
            places.Add(name, place = before + names.Count);
            names.Add(name);
        }

        return place;
    }
}

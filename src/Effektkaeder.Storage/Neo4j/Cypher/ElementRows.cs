using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// Nodes and edges as the rows that a write sends: lists, not maps, and keys as numbers in one list of keys, since a server reads
/// what it is sent a byte at a time and that costs more than the writing.
/// </summary>
internal sealed class ElementRows
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The keys that rows name by number.</summary>
    public List<string> Keys { get; } = [];

    public const string CreateNode = "CREATE (n:Node:$(row[1]))",
        SetNode =
            """
                SET n = row[2], n += {key: row[0], fromRev: $revision, slags: row[1], niveau: row[3], kommune: row[4],
                  center: row[5], centre: row[6], aftaler: [i IN row[7] | $keys[i]], art: row[8], titel: row[9], tekst: row[10],
                  henvist: row[11], uspecificeret: row[12], betinget: row[13], tiderFra: row[14], tiderTil: row[15],
                  firstDay: row[16], sort: row[17], titelFold: row[18], tekstFold: row[19], words: row[20],
                  titleWords: row[21], udsagn: row[22]}
                """;

    public object?[] Of(Node node)
    {
        var (indhold, words) = (node.Indhold, Soegeord.Split(node.Indhold.Titel).ToList());
        var days = indhold
            .Tider.Where(t => t.Fra is not null || t.Til is not null)
            .Select(t =>
                (First: t.Fra is { } f ? CypherBuilder.Day(f) : "0001-01-01", Last: t.Til is { } l ? CypherBuilder.Day(l) : "9999-12-31")
            )
            .ToList();
        return
        [
            node.Key,
            node.Kind.Info().Code,
            indhold.Egenskaber.ToDictionary(e => e.Navn, object? (e) => e.Vaerdi, StringComparer.Ordinal),
            node.Level,
            node.Kommune,
            node.Vist.Center,
            node.Udsagn.Select(u => u.Center).OfType<string>().Distinct(StringComparer.Ordinal).ToArray(),
            Places(node.Udsagn.Select(u => u.Aftale)),
            indhold.Art,
            indhold.Titel,
            indhold.Tekst,
            indhold.Henvist,
            indhold.Uspecificeret,
            indhold.Betinget,
            days.Select(d => d.First).ToArray(),
            days.Select(d => d.Last).ToArray(),
            days.Count == 0 ? "9999-12-31" : days.Min(d => d.First),
            SortKey.Of(indhold.Titel),
            Fold.Of(indhold.Titel),
            Fold.Of(indhold.Tekst),
            string.Join(
                ' ',
                words
                    .Concat(Soegeord.Split(indhold.Tekst))
                    .Concat(indhold.Aliaser.SelectMany(Soegeord.Split))
                    .Distinct(StringComparer.Ordinal)
            ),
            $" {string.Join(' ', words)} ",
            ElementBodies.WriteStatements(node),
        ];
    }

    public const string CreateEdge = """
        MATCH (a:Node {key: $keys[row[1]]})
        MATCH (b:Node {key: $keys[row[2]]})
        WITH row, a, b, coalesce(row[3], row[0] + ' ' + $keys[row[1]] + ' ' + $keys[row[2]]) AS key
        CREATE (a)-[r:$(row[0])]->(b)
        SET r = {key: key, fromRev: $revision, tillid: row[4], grund: row[5], art: row[6], status: row[7],
          afgoerelse: row[8], betinget: row[9], aftaler: [i IN row[10] | $keys[i]], udsagn: row[11]}
        """;

    public object?[] Of(Edge edge) =>
        [
            edge.Type.Info().Code,
            Place(edge.From),
            Place(edge.To),
            edge.Type == EdgeType.KoblerTil ? edge.Key : null,
            edge.Tillid,
            ElementCypher.Name(edge.Grund),
            ElementCypher.Name(edge.Art),
            edge.Type == EdgeType.KoblerTil ? ElementCypher.Name<KoblingStatus>(edge.Status) : null,
            ElementCypher.Name(edge.Afgoerelse),
            edge.Betinget,
            Places(edge.Udsagn.Select(u => u.Aftale)),
            ElementBodies.WriteStatements(edge),
        ];

    private int[] Places(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Select(Place)];

    private int Place(string key)
    {
        if (_places.TryGetValue(key, out var place))
        {
            return place;
        }

        Keys.Add(key);
        return _places[key] = Keys.Count - 1;
    }
}

using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// Nodes and edges as the rows that a write sends: lists, not maps, and keys as numbers in one list of keys, since a server reads
/// what it is sent a byte at a time and that costs more than the writing.
/// </summary>
internal sealed class ElementRows
{
    private readonly Numbered _keys = new(),
        _ends = new();

    /// <summary>The keys of agreements that rows name by number.</summary>
    public IReadOnlyList<string> Keys => _keys.Keys;

    /// <summary>The keys of the edges' ends that rows name by number.</summary>
    public IReadOnlyList<string> Ends => _ends.Keys;

    /// <summary>
    /// The names of a node's row by their places; none for what only its shown node has. What is empty, false or follows from the rest
    /// is not kept: a transaction holds every property in the server's memory until it ends.
    /// </summary>
    public static readonly IReadOnlyList<string?> KeptNames =
    [
        "key",
        "slags",
        null,
        null,
        "kommune",
        "center",
        "centre",
        "aftaler",
        "art",
        "titel",
        "tekst",
        "henvist",
        "uspecificeret",
        "betinget",
        "tiderFra",
        "tiderTil",
        "firstDay",
        "sort",
        "titelFold",
        "tekstFold",
        "words",
        "titleWords",
        "udsagn",
        null,
        "sum",
    ];

    /// <summary>The places in a node's row of what its shown node has: its own values, its days, its text.</summary>
    public const int Values = 2,
        Aftaler = 7,
        Level = 3,
        Titel = 9,
        Tekst = 10,
        Henvist = 11,
        Udsagn = 22,
        Days = 23,
        Sum = 24;

    /// <summary>The names that a shown node has as its kept one does.</summary>
    public static readonly IReadOnlyList<string> ShownNames = ["key", "titel", "kommune", "art", "betinget"];

    /// <summary>The kept node of a row, which stands as n: what the store asks and answers with.</summary>
    public static readonly string SetKept =
        $"SET n = {{{string.Join(
            ", ",
            KeptNames.Select((name, i) => (name, i)).Where(p => p.name is not null).Select(p => $"{p.name}: {Value(p.i)}")
        )}, fromRev: $p.revision}}";

    /// <summary>Takes from a shown node, which stands as s, what it may have of its own; the names are in $p.shown.</summary>
    public const string ClearShown = $"""
        FOREACH (name IN [k IN keys(s) WHERE k IN $p.shown OR k STARTS WITH '{Faktablad.Felt}' OR k =~ '(fra|til)Dato[0-9]*'] |
          REMOVE s[name])
        """;

    /// <summary>The shown node of a row, which stands as s: what people see and ask. What they gave it themselves stays.</summary>
    public static readonly string SetShown = $$"""
        SET s += row[{{Values}}], s += { {{string.Join(", ", ShownNames.Select(name => $"{name}: row[{Place(name)}]"))}},
          name: row[{{Titel}}], tekst: coalesce(row[{{Tekst}}], row[{{Titel}}]), niveau: row[{{Level}}],
          henvist: coalesce(row[{{Henvist}}], false)}
        FOREACH (day IN row[{{Days}}] | SET s[day[0]] = date(day[1]))
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
        // A text that is its title is not kept twice.
        var (isTitle, udsagn) = (indhold.Tekst == indhold.Titel, ElementBodies.WriteStatements(node));
        // Days go as text and become dates there.
        var own = Faktablad.Egne(node).ToLookup(v => v.Vaerdi is DateOnly);
        return
        [
            node.Key,
            node.Kind.Info().Code,
            Map(own[false]),
            node.Level,
            node.Kommune,
            node.Vist.Center,
            AnyOf(node.Udsagn.Select(u => u.Center).OfType<string>().Distinct(StringComparer.Ordinal)),
            Places(node.Udsagn.Select(u => u.Aftale)),
            indhold.Art,
            indhold.Titel,
            isTitle ? null : indhold.Tekst,
            indhold.Henvist ? true : null,
            indhold.Uspecificeret ? true : null,
            indhold.Betinget,
            AnyOf(days.Select(d => d.First)),
            AnyOf(days.Select(d => d.Last)),
            days.Count == 0 ? null : days.Min(d => d.First),
            SortKey.Of(indhold.Titel),
            Fold.Of(indhold.Titel),
            isTitle ? null : Fold.Of(indhold.Tekst),
            string.Join(
                ' ',
                words
                    .Concat(Soegeord.Split(indhold.Tekst))
                    .Concat(indhold.Aliaser.SelectMany(Soegeord.Split))
                    .Distinct(StringComparer.Ordinal)
            ),
            $" {string.Join(' ', words)} ",
            udsagn,
            own[true].Select(v => new[] { v.Navn, CypherBuilder.Day((DateOnly)v.Vaerdi) }).ToArray(),
            ElementSums.Of(node, udsagn),
        ];
    }

    /// <summary>Binds the shown nodes of the edges' ends, each found once, as a list named ends; nothing where one is not there.</summary>
    public static readonly string MatchEnds = $$"""
        CALL () {
          UNWIND range(0, size($p.ends) - 1) AS i
          MATCH (n:_Node {key: $p.ends[i]})
          {{ShownCypher.Of("n", "s")}}
          WITH i, s ORDER BY i
          RETURN collect(s) AS ends
        }
        WITH ends WHERE size(ends) = size($p.ends)
        """;

    public const string CreateEdge = """
        WITH row, ends[row[1]] AS a, ends[row[2]] AS b, coalesce(row[3], row[0] + ' ' + $p.ends[row[1]] + ' ' + $p.ends[row[2]]) AS key
        CREATE (a)-[r:$(row[0])]->(b)
        """;

    /// <summary>The relationship of a row, which stands as r: for people, and after the underscores for the store.</summary>
    public const string SetEdge = """
        SET r += row[4], r += {aftaler: [i IN row[5] | $p.keys[i]], _key: key, _fromRev: $p.revision, _afgoerelse: row[6], _udsagn: row[7],
          _sum: row[8]}
        """;

    public object?[] Of(Edge edge)
    {
        var udsagn = ElementBodies.WriteStatements(edge);
        return
        [
            edge.Type.Info().Code,
            _ends.Of(edge.From),
            _ends.Of(edge.To),
            edge.Type == EdgeType.KoblerTil ? edge.Key : null,
            // Keys of agreements are sent by number.
            Map(Faktablad.Of(edge).Where(v => v.Navn != Faktablad.Aftaler)),
            Places(edge.Udsagn.Select(u => u.Aftale)),
            ElementCypher.Name(edge.Afgoerelse),
            udsagn,
            ElementSums.Of(edge, udsagn),
        ];
    }

    private static string[]? AnyOf(IEnumerable<string> values) => values.ToArray() is { Length: > 0 } any ? any : null;

    private static Dictionary<string, object?> Map(IEnumerable<Faktum> values) =>
        values.ToDictionary(v => v.Navn, object? (v) => v.Vaerdi, StringComparer.Ordinal);

    public static int Place(string keptName)
    {
        for (var i = 0; i < KeptNames.Count; i++)
        {
            if (KeptNames[i] == keptName)
            {
                return i;
            }
        }

        throw new ArgumentException("No row has it.", nameof(keptName));
    }

    private static string Value(int place) => place == Aftaler ? $"[i IN row[{place}] | $p.keys[i]]" : $"row[{place}]";

    private int[] Places(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Select(_keys.Of)];

    /// <summary>Keys in the order they were first named.</summary>
    private sealed class Numbered
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<string> Keys { get; } = [];

        public int Of(string key)
        {
            if (_places.TryGetValue(key, out var place))
            {
                return place;
            }

            Keys.Add(key);
            return _places[key] = Keys.Count - 1;
        }
    }
}

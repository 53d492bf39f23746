using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Neo4j.Bodies;

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
    /// What a kept node has, by the places in its row; a name is null for what only its shown node has. What is empty, false or follows
    /// from the rest is not kept: a text takes a block of 128 bytes on the server's disk, however short it is.
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
        null,
        "art",
        "titel",
        "tekst",
        "henvist",
        "uspecificeret",
        "betinget",
        "tider",
        "firstDay",
        "sort",
        "titelFold",
        "tekstFold",
        "words",
        "titleEnd",
        "udsagn",
        null,
        "sum",
    ];

    /// <summary>The places in a node's row of what its shown node has: its own values, its days, its text.</summary>
    public const int Values = 2,
        Level = 3,
        Stated = 7,
        Titel = 9,
        Tekst = 10,
        Henvist = 11,
        Udsagn = 21,
        Days = 22,
        Sum = 23,
        Width = 24;

    /// <summary>The agreements that state a kept node: the first, and all of them where there are more.</summary>
    public const string Aftale = "aftale",
        Aftaler = "aftaler";

    /// <summary>The names that a shown node has as its kept one does.</summary>
    public static readonly IReadOnlyList<string> ShownNames = ["key", "titel", "kommune", "art", "betinget"];

    /// <summary>What is kept of a row, as a map.</summary>
    public static readonly string Kept =
        $"{{{string.Join(
            ", ",
            KeptNames.Select((name, i) => (name, i)).Where(p => p.name is not null).Select(p => $"{p.name}: row[{p.i}]")
        )}, {Aftale}: $p.keys[row[{Stated}][0]], {Aftaler}: CASE WHEN size(row[{Stated}]) > 1 THEN [i IN row[{Stated}] | $p.keys[i]] END}}";

    /// <summary>The kept node of a row, which stands as n: what the store asks and answers with.</summary>
    public static readonly string SetKept = $"SET n = {Kept[..^1]}, fromRev: $p.revision}}";

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
        var (indhold, titleWords) = (node.Indhold, Soegeord.Split(node.Indhold.Titel).Distinct(StringComparer.Ordinal).ToList());
        var days = indhold
            .Tider.Where(t => t.Fra is not null || t.Til is not null)
            .Select(t => (First: NodeCypher.Day(t.Fra ?? DateOnly.MinValue), Last: NodeCypher.Day(t.Til ?? DateOnly.MaxValue)))
            .ToList();
        // A text that is its title is not kept twice.
        var isTitle = indhold.Tekst == indhold.Titel;
        string[] centre = [.. node.Udsagn.Select(u => u.Center).OfType<string>().Distinct(StringComparer.Ordinal)];
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
            centre.Length == 0 || (centre.Length == 1 && centre[0] == node.Vist.Center) ? null : centre,
            Places(node.Udsagn.Select(u => u.Aftale)),
            indhold.Art,
            indhold.Titel,
            isTitle ? null : indhold.Tekst,
            indhold.Henvist ? true : null,
            indhold.Uspecificeret ? true : null,
            indhold.Betinget,
            days.Count == 0 ? null : days.SelectMany(d => new[] { d.First, d.Last }).ToArray(),
            days.Count == 0 ? null : days.Min(d => d.First),
            SortKey.Of(indhold.Titel),
            FoldCypher.Kept(indhold.Titel),
            isTitle ? null : FoldCypher.Kept(indhold.Tekst),
            // The title's own come first.
            string.Join(
                ' ',
                titleWords
                    .Concat(Soegeord.Split(indhold.Tekst))
                    .Concat(indhold.Aliaser.SelectMany(Soegeord.Split))
                    .Distinct(StringComparer.Ordinal)
            ),
            string.Join(' ', titleWords).Length,
            NodeBody.Write(node),
            own[true].Select(v => new[] { v.Navn, CypherBuilder.Day((DateOnly)v.Vaerdi) }).ToArray(),
            ElementSums.Of(node),
        ];
    }

    /// <summary>What a node's row is kept as, with the keys of agreements themselves.</summary>
    public static IEnumerable<(string Name, object? Value)> KeptOf(Node node)
    {
        var rows = new ElementRows();
        var row = rows.Of(node);
        string[] aftaler = [.. ((int[])row[Stated]!).Select(i => rows.Keys[i])];
        return KeptNames
            .Select((name, i) => (Name: name!, Value: row[i]))
            .Where(p => p.Name is not null)
            .Append((Aftale, aftaler[0]))
            .Append((Aftaler, aftaler.Length > 1 ? aftaler : null));
    }

    /// <summary>
    /// Binds the shown nodes of the edges' ends, which come first among $p.ends, each found once, as a list named ends; nothing where one
    /// is not there.
    /// </summary>
    public static readonly string MatchEnds = $$"""
        CALL () {
          UNWIND range(0, $p.joined - 1) AS i
          MATCH (n:_Node {key: $p.ends[i]})
          {{ShownCypher.Of("n", "s")}}
          WITH i, s ORDER BY i
          RETURN collect(s) AS ends
        }
        WITH ends WHERE size(ends) = $p.joined
        """;

    public const string CreateEdge = """
        WITH row, ends[row[1]] AS a, ends[row[2]] AS b
        CREATE (a)-[r:$(row[0])]->(b)
        """;

    /// <summary>The relationship of a row, which stands as r: for people, and after the underscores for the store.</summary>
    public const string SetEdge = """
        SET r += row[4], r += {aftaler: [i IN row[5] | $p.keys[i]], _key: row[3], _fromRev: $p.revision, _afgoerelse: row[6],
          _udsagn: row[7], _sum: row[8]}
        """;

    public object?[] Of(Edge edge) =>
        [
            edge.Type.Info().Code,
            _ends.Of(edge.From),
            _ends.Of(edge.To),
            // Of a coupling the key tells more than its type and its ends do.
            edge.Type == EdgeType.KoblerTil ? edge.Key : null,
            // Keys of agreements are sent by number.
            Map(Faktablad.Of(edge).Where(v => v.Navn != Faktablad.Aftaler)),
            Places(edge.Udsagn.Select(u => u.Aftale)),
            ElementCypher.Name(edge.Afgoerelse),
            EdgeBody.Write(edge),
            ElementSums.Of(edge),
        ];

    /// <summary>How many places an edge's row has.</summary>
    public const int EdgeWidth = 9;

    /// <summary>The number that a key has among the ends.</summary>
    public int EndOf(string key) => _ends.Of(key);

    /// <summary>The number that an agreement's key has among the keys.</summary>
    public int KeyOf(string aftale) => _keys.Of(aftale);

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

using System.Runtime.CompilerServices;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;

namespace Effektkaeder.Storage.Neo4j;

/// <param name="Message">What differs, for the user.</param>
/// <param name="Node">What the node is to be made anew from; null where this is not about a node that can be.</param>
/// <param name="Edge">The same of an edge.</param>
/// <param name="Copies">Relationships that say once more, word for word, what another does: the server's own ids, good for now.</param>
internal sealed record Difference(string Message, FoundNode? Node = null, FoundEdge? Edge = null, IReadOnlyList<string>? Copies = null);

/// <param name="IsShown">Whether people see it at all.</param>
internal sealed record FoundNode(Node Node, long FromRev, bool IsShown);

/// <param name="Id">The server's own id of the relationship, good for now.</param>
internal sealed record FoundEdge(Edge Edge, long FromRev, string Id);

/// <summary>
/// Holds all that is derived, what people see of nodes and edges and what questions are asked of, against the statements that it is
/// derived from; and those against their checksum.
/// </summary>
internal static class Neo4jDifferences
{
    private const int Batch = 1_000;

    /// <summary>
    /// What the shown layer has of its own making: the place of a node, and what stands in no row. A shown node is looked for once, and
    /// in the index of each kind.
    /// </summary>
    private static readonly string Text = $$"""
        WITH n ORDER BY n.key LIMIT {{Batch}}
        WITH n, COLLECT { {{ShownCypher.Of("n", "s")}} RETURN s } AS shown
        RETURN [properties(n),
          [s IN shown | [properties(s), labels(s), [k IN keys(s) WHERE s[k] IS :: DATE NOT NULL]]],
          COLLECT { UNWIND shown AS s MATCH (s)-[e]->() WHERE {{ShownCypher.IsOurs("e")}}
            RETURN [elementId(e), {{ElementCypher.EdgeFields("e")}}, properties(e)] },
          COLLECT { UNWIND shown AS s MATCH (s)-[p:{{ShownCypher.InKommune}}|{{ShownCypher.InCenter}}]->(o)
            RETURN type(p) + ' ' + CASE WHEN o:Kommune OR o:Organisation THEN coalesce(o.key, '?') ELSE '?' END },
          CASE WHEN n.slags <> 'Kommune' AND EXISTS { (:Kommune {key: n.kommune}) } THEN ['{{ShownCypher.InKommune}} ' + n.kommune]
            ELSE [] END
          + CASE WHEN n.center <> n.key AND EXISTS { (:Organisation {key: n.center}) } THEN ['{{ShownCypher.InCenter}} ' + n.center]
            ELSE [] END
        ] AS row
        """;

    /// <param name="ledger">
    /// Told of all that stands at its newest revision, also of what a commit takes or changes before it is come to; only where all of
    /// what is found is asked for.
    /// </param>
    /// <param name="progress">Told how many nodes have been gone through.</param>
    public static async IAsyncEnumerable<Difference> FindAsync(
        ConsistentReads reads,
        Ledger? ledger,
        Action<int> progress,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var (seen, nodes, after) = (ledger?.UpTo ?? 0, 0, "");
        for (var next = NextAsync(reads, after, ct); next is not null;)
        {
            var (newest, rows) = await next;
            var last = rows.Count == 0 ? after : (string)((Dictionary<string, object?>)rows[^1][0]!)["key"]!;
            // The server finds the next while these are gone through.
            next = rows.Count < Batch ? null : NextAsync(reads, last, ct);
            if (ledger is not null && newest > seen)
            {
                await Neo4jVersions.StoodAsync(reads, ledger, after, seen, newest, ct);
                seen = newest;
            }

            foreach (var row in rows)
            {
                foreach (var difference in Of(row, ledger))
                {
                    yield return difference;
                }
            }

            progress(nodes += rows.Count);
            after = last;
        }
    }

    private static Task<Answer> NextAsync(ConsistentReads reads, string after, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return reads.RowsAsync(cypher, $"MATCH (n:_Node) WHERE n.key > {cypher.Value(after)} {Text}", ct);
    }

    private static IEnumerable<Difference> Of(List<object?> row, Ledger? ledger)
    {
        var kept = (Dictionary<string, object?>)row[0]!;
        var key = (string)kept["key"]!;
        if (
            kept.GetValueOrDefault("fromRev") is not long fromRev
            || ElementCypher.OrNull(() => ElementCypher.Node(ElementCypher.NodeNames.Select(n => kept.GetValueOrDefault(n)).ToList()))
                is not { } node
        )
        {
            ledger?.Break();
            return [new($"Knuden {key} har udsagn, der ikke kan læses.")];
        }

        ledger?.Stands(node.Key, node.Udsagn.Select(u => u.Aftale), fromRev, isNode: true);
        var shown = ((List<object?>)row[1]!).Cast<List<object?>>().ToList();
        var found = new FoundNode(node, fromRev, shown.Count > 0);
        return
        [
            .. shown.Count > 1
                ? [new Difference($"{Name(node)} er der {shown.Count} af i den viste graf: slet den, der er lavet uden om effekt.")]
                : Enumerable.Empty<Difference>(),
            .. IsWhole(kept, ElementSums.Of(node), "sum")
                ? OfNode(found, kept, shown.FirstOrDefault(), row)
                : [new Difference($"Knuden {key} er ikke, som den blev gemt: dens udsagn er rettet i databasen.")],
            .. OfEdges([.. ((List<object?>)row[2]!).Cast<List<object?>>()], ledger),
        ];
    }

    private static IEnumerable<Difference> OfNode(FoundNode found, Dictionary<string, object?> kept, List<object?>? seen, List<object?> row)
    {
        var node = found.Node;
        var name = Name(node);
        if (seen is not [Dictionary<string, object?> shown, List<object?> labels, List<object?> days])
        {
            yield return new($"{name} er slettet af den viste graf.", found);
            yield break;
        }

        // Labels of their own people may give it.
        var kinds = labels.Cast<string>().Where(l => NodeKinds.Find(l) is not null).ToList();
        if (kinds is not [var kind] || kind != node.Kind.Info().Code)
        {
            yield return new($"{name} har mærkerne {string.Join(", ", kinds.Order(StringComparer.Ordinal))}.", found);
        }

        // A body may be packed in other ways to say the same.
        foreach (var (property, value) in ElementRows.KeptOf(node).Where(p => p.Name != "udsagn"))
        {
            if (!Same(kept.GetValueOrDefault(property), value))
            {
                yield return new(
                    $"{name}: lagerets egen {property} er {Tell(kept.GetValueOrDefault(property))} og skulle være {Tell(value)}.",
                    found
                );
            }
        }

        var facts = Faktablad.Of(node);
        var names = Faktablad.Faelles.Concat(Faktablad.EgneNavne).Concat(shown.Keys.Where(Faktablad.ErFeltEllerDag));
        foreach (var (property, value) in Other(shown, facts, names))
        {
            yield return new(Said(name, property, shown, value), found);
        }

        // A day and a text that is written as one are the same in what the server answers with.
        foreach (var fact in facts.Where(f => shown.ContainsKey(f.Navn) && f.Vaerdi is DateOnly != days.Contains(f.Navn)))
        {
            var (actual, expected) = fact.Vaerdi is DateOnly ? ("ingen dato", "en dato") : ("en dato", "ingen dato");
            yield return new($"{name}: {fact.Navn} er {actual} i databasen og skulle være {expected}.", found);
        }

        if (!((List<object?>)row[3]!).Order().SequenceEqual(((List<object?>)row[4]!).Order()))
        {
            yield return new($"{name}: {Tell(row[3])} er tegnet som dens plads, og det skulle være {Tell(row[4])}.", found);
        }
    }

    /// <summary>Of several of one edge, those that say what another does are one too many.</summary>
    private static IEnumerable<Difference> OfEdges(List<List<object?>> rows, Ledger? ledger)
    {
        foreach (var same in rows.GroupBy(r => Name((List<object?>)r[1]!)).Where(g => g.Count() > 1))
        {
            List<string> copies =
            [
                .. same.GroupBy(r => (Kept(r, "_sum"), Kept(r, "_udsagn"), Kept(r, "_fromRev")))
                    .SelectMany(g => g.Skip(1))
                    .Select(r => (string)r[0]!),
            ];
            yield return new($"Relationen {same.Key} er der {same.Count()} af.", Copies: copies.Count == 0 ? null : copies);
        }

        foreach (var difference in rows.SelectMany(row => OfEdge(row, ledger)))
        {
            yield return difference;
        }
    }

    private static object? Kept(List<object?> row, string name) => ((Dictionary<string, object?>)row[2]!).GetValueOrDefault(name);

    private static IEnumerable<Difference> OfEdge(List<object?> row, Ledger? ledger)
    {
        var (fields, actual) = ((List<object?>)row[1]!, (Dictionary<string, object?>)row[2]!);
        if (
            actual.GetValueOrDefault("_fromRev") is not long fromRev
            || ElementCypher.OrNull(() => ElementCypher.Edge(fields)) is not { } edge
        )
        {
            ledger?.Break();
            return [new($"Relationen {Name(fields)} har udsagn, der ikke kan læses.")];
        }

        ledger?.Stands(edge.Key, edge.Udsagn.Select(u => u.Aftale), fromRev, isNode: false);
        if (edge.Key != ((string?)fields[3] ?? edge.Key) || !IsWhole(actual, ElementSums.Of(edge), "_sum"))
        {
            return [new($"Relationen {Name(fields)} er ikke, som den blev gemt: dens udsagn, nøgle eller ender er rettet i databasen.")];
        }

        var found = new FoundEdge(edge, fromRev, (string)row[0]!);
        return Other(actual, Faktablad.Of(edge), Faktablad.KantNavne)
            .Select(p => new Difference(Said(edge.Key, p.Name, actual, p.Value), Edge: found));
    }

    /// <summary>What is there with another value than it should have, is not there, or is there and should not be.</summary>
    /// <param name="names">What is the store's to say, whether it has a value or not; what people add by other names is theirs.</param>
    private static IEnumerable<(string Name, object? Value)> Other(
        Dictionary<string, object?> actual,
        IReadOnlyList<Faktum> expected,
        IEnumerable<string> names
    ) =>
        expected
            .Select(v => (v.Navn, (object?)v.Vaerdi))
            .Concat(names.Except(expected.Select(v => v.Navn)).Select(n => (n, (object?)null)))
            .Where(p => !Same(actual.GetValueOrDefault(p.Item1), p.Item2));

    private static string Name(Node node) => $"{node.Kind.Info().Code} {node.Key}";

    private static string Name(List<object?> fields) => (string?)fields[3] ?? $"{fields[0]} {fields[1]} {fields[2]}";

    private static string Said(string element, string property, Dictionary<string, object?> actual, object? value) =>
        $"{element}: {property} er {Tell(actual.GetValueOrDefault(property))} i databasen og {Tell(value)} i dokumenternes udsagn.";

    private static bool IsWhole(Dictionary<string, object?> properties, long sum, string name) =>
        properties.GetValueOrDefault(name) is long kept && kept == sum;

    private static bool Same(object? actual, object? expected) =>
        expected switch
        {
            null => actual is null,
            int number => actual is long whole && whole == number,
            string text => actual as string == text,
            System.Collections.IEnumerable list => actual is List<object?> items
                && items.Count == list.Cast<object?>().Count()
                && items.Zip(list.Cast<object?>()).All(p => Same(p.First, p.Second)),
            DateOnly day => actual as string == CypherBuilder.Day(day),
            double number => actual is double or long && Convert.ToDouble(actual, null).Equals(number),
            _ => expected.Equals(actual),
        };

    private static string Tell(object? value) =>
        value switch
        {
            null => "ikke der",
            string text => $"»{text}«",
            DateOnly day => CypherBuilder.Day(day),
            bool flag => flag ? "sand" : "falsk",
            double number => number.ToString("0.0##############", System.Globalization.CultureInfo.InvariantCulture),
            System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Tell))}]",
            _ => FormattableString.Invariant($"{value}"),
        };
}

using System.Globalization;
using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>
/// The graph as a Cypher script (https://neo4j.com/docs/cypher-manual/5/): what <c>cypher-shell</c> and Neo4j Browser run into an empty
/// database. A statement ends with a semicolon at the end of its line and makes at most 500 elements.
/// </summary>
public static class CypherScript
{
    private const int Most = 500;

    public static void Write(Graf graf, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var kinds = graf.Nodes.GroupBy(n => n.Kind).OrderBy(g => g.Key).ToList();
        foreach (var statement in kinds.SelectMany(g => ShownSchema.Of(g.Key)).Concat(ShownSchema.Names(graf)))
        {
            text.WriteLine(statement);
        }

        foreach (var kind in kinds)
        {
            foreach (var nodes in kind.Chunk(Most))
            {
                WriteRows(text, nodes.Select(n => Map(Faktablad.Of(n))));
                text.WriteLine($"CREATE (n:{kind.Key.Info().Code}) SET n = row;");
            }
        }

        var labels = graf.Nodes.ToDictionary(n => n.Key, n => n.Kind.Info().Code, StringComparer.Ordinal);
        foreach (var same in Placed.Relations(graf).GroupBy(r => (r.Type, From: labels[r.From], To: labels[r.To])))
        {
            foreach (var relations in same.Chunk(Most))
            {
                WriteRows(text, relations.Select(r => $"[{Literal(r.From)}, {Literal(r.To)}, {Map(r.Values)}]"));
                text.WriteLine(
                    $"MATCH (a:{same.Key.From} {{key: row[0]}}) MATCH (b:{same.Key.To} {{key: row[1]}}) "
                        + $"CREATE (a)-[r:{same.Key.Type}]->(b) SET r = row[2];"
                );
            }
        }
    }

    private static void WriteRows(StreamWriter text, IEnumerable<string> rows)
    {
        text.WriteLine("UNWIND [");
        text.Write(string.Join(",\n", rows));
        text.WriteLine("\n] AS row");
    }

    private static string Map(IEnumerable<Faktum> values) =>
        $"{{{string.Join(", ", values.Select(v => $"{Name(v.Navn)}: {Literal(v.Vaerdi)}"))}}}";

    /// <summary>A name that is more than letters, digits and underscores stands between backticks.</summary>
    private static string Name(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : Escaped(name);

    /// <summary>Any name, between backticks.</summary>
    internal static string Escaped(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static string Literal(object value) =>
        value switch
        {
            string text => Quoted(text),
            bool flag => flag ? "true" : "false",
            DateOnly day => $"date('{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}')",
            double number => number.ToString("0.0###############", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable<string> list => $"[{string.Join(", ", list.Select(Quoted))}]",
            _ => throw new ArgumentException($"A {value.GetType()} is no value.", nameof(value)),
        };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("'", text.Length + 2);
        foreach (var c in text)
        {
            quoted.Append(
                c switch
                {
                    '\\' => @"\\",
                    '\'' => @"\'",
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    < ' ' => $@"\u{(int)c:X4}",
                    _ => c.ToString(),
                }
            );
        }

        return quoted.Append('\'').ToString();
    }
}

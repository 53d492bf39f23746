using System.Globalization;
using System.IO.Compression;
using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>
/// The graph as the files that <c>neo4j-admin database import</c> takes (https://neo4j.com/docs/operations-manual/5/import/), in one
/// ZIP: a file a kind, a file a relation, the arguments that name them (<c>import.args</c>), and a script that loads the same files
/// into a server that runs (<c>load.cypher</c>).
/// </summary>
public static class Neo4jCsv
{
    private const string Arguments = "import.args",
        Script = "load.cypher";

    /// <summary>Between the items of a list; in an item it is written as a slash.</summary>
    private const char Between = '|';

    /// <summary>Files hold no time: the same graph gives the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Graf graf, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var (arguments, script) = (new List<string> { $"--array-delimiter={Between}", "--multiline-fields=true" }, new List<string>());
        foreach (var kind in graf.Nodes.GroupBy(n => n.Kind).OrderBy(g => g.Key))
        {
            var code = kind.Key.Info().Code;
            var columns = Columns(kind.Select(Faktablad.Of));
            Write(
                zip,
                $"{code}.csv",
                [.. columns.Select(c => c.Name == Faktablad.Noegle ? "key:ID" : c.Header)],
                kind.Select(n => Cells(Faktablad.Of(n), columns))
            );
            arguments.Add($"--nodes={code}={code}.csv");
            script.AddRange(ShownSchema.Of(kind.Key));
            script.Add(
                $"{Load($"{code}.csv")} CREATE (n:{code} {{key: row.`key:ID`}}) "
                    + $"{Set("n", columns.Where(c => c.Name != Faktablad.Noegle))}{InParts}"
            );
        }

        var labels = graf.Nodes.ToDictionary(n => n.Key, n => n.Kind.Info().Code, StringComparer.Ordinal);
        foreach (var type in Placed.Relations(graf).GroupBy(r => r.Type))
        {
            var columns = Columns(type.Select(r => r.Values));
            Write(
                zip,
                $"{type.Key}.csv",
                [":START_ID", ":END_ID", .. columns.Select(c => c.Header)],
                type.Select(r => (IEnumerable<string?>)[r.From, r.To, .. Cells(r.Values, columns)])
            );
            arguments.Add($"--relationships={type.Key}={type.Key}.csv");
            script.Add(
                $"{Load($"{type.Key}.csv")} MATCH (a:{Any(type.Select(r => labels[r.From]))} {{key: row.`:START_ID`}}) "
                    + $"MATCH (b:{Any(type.Select(r => labels[r.To]))} {{key: row.`:END_ID`}}) "
                    + $"CREATE (a)-[r:{type.Key}]->(b) {Set("r", columns)}{InParts}"
            );
        }

        script.AddRange(ShownSchema.Names(graf));
        WriteText(zip, Arguments, arguments);
        WriteText(zip, Script, script);
    }

    private const string InParts = "} IN TRANSACTIONS OF 5000 ROWS;";

    private sealed record Column(string Name, string Header, Type Type);

    private static List<Column> Columns(IEnumerable<IReadOnlyList<Faktum>> rows)
    {
        var (places, columns) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<Column>());
        foreach (var value in rows.SelectMany(r => r))
        {
            if (places.TryAdd(value.Navn, columns.Count))
            {
                columns.Add(new(value.Navn, value.Navn + Suffix(value.Vaerdi), value.Vaerdi.GetType()));
            }
            else if (columns[places[value.Navn]].Type != value.Vaerdi.GetType())
            {
                // A day that could not be read as one is a text: a column has one type.
                columns[places[value.Navn]] = new(value.Navn, value.Navn, typeof(string));
            }
        }

        return columns;
    }

    private static string Suffix(object value) =>
        value switch
        {
            int => ":int",
            double => ":double",
            bool => ":boolean",
            DateOnly => ":date",
            string[] => ":string[]",
            _ => "",
        };

    private static IEnumerable<string?> Cells(IReadOnlyList<Faktum> values, List<Column> columns)
    {
        var byName = values.ToDictionary(v => v.Navn, v => v.Vaerdi, StringComparer.Ordinal);
        return columns.Select(c => byName.TryGetValue(c.Name, out var value) ? Text(value) : null);
    }

    private static string Text(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            string[] list => string.Join(Between, list.Select(i => i.Replace(Between, '/'))),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private static string Load(string file) => $"LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row CALL (row) {{";

    private static string Set(string element, IEnumerable<Column> columns)
    {
        var set = columns.Select(c => $"{element}.{CypherScript.Escaped(c.Name)} = {Read(c)}").ToList();
        return set.Count == 0 ? "" : $"SET {string.Join(", ", set)} ";
    }

    private static string Read(Column column)
    {
        var cell = $"row.{CypherScript.Escaped(column.Header)}";
        return column.Type switch
        {
            var type when type == typeof(int) => $"toInteger({cell})",
            var type when type == typeof(double) => $"toFloat({cell})",
            var type when type == typeof(bool) => $"toBoolean({cell})",
            var type when type == typeof(DateOnly) => $"date({cell})",
            var type when type == typeof(string[]) => $"split({cell}, '{Between}')",
            _ => cell,
        };
    }

    private static string Any(IEnumerable<string> labels) => string.Join('|', labels.Distinct().Order(StringComparer.Ordinal));

    private static void Write(ZipArchive zip, string name, IReadOnlyList<string> head, IEnumerable<IEnumerable<string?>> rows)
    {
        using var text = Open(zip, name);
        text.WriteLine(string.Join(',', head.Select(Quoted)));
        foreach (var row in rows)
        {
            text.WriteLine(string.Join(',', row.Select(Quoted)));
        }
    }

    private static void WriteText(ZipArchive zip, string name, IEnumerable<string> lines)
    {
        using var text = Open(zip, name);
        foreach (var line in lines)
        {
            text.WriteLine(line);
        }
    }

    private static StreamWriter Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        return new(entry.Open(), new UTF8Encoding(false)) { NewLine = "\n" };
    }

    /// <summary>An empty cell is no value, an empty text is a pair of quotes; a quote is doubled.</summary>
    private static string Quoted(string? cell) =>
        cell is null ? ""
        : cell.Length == 0 || cell.AsSpan().ContainsAny("\",\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}

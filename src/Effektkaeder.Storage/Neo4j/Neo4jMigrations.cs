using System.Globalization;
using System.Reflection;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Numbered scripts run forward on start; the store's node says how far a database has come. Every statement may be run twice.
/// </summary>
internal static class Neo4jMigrations
{
    private const string Prefix = "neo4j/";

    private static readonly Dictionary<string, object?> None = [];

    public static async Task RunAsync(QueryApi api, Neo4jOptions options, CancellationToken ct)
    {
        var version = await api.VersionAsync(ct);
        if (QueryApi.IsTooOld(version))
        {
            throw ServerErrors.TooOld(options, version);
        }

        var scripts = Scripts();
        var before = (await api.ReadAsync(new("OPTIONAL MATCH (s:Store {id: 1}) RETURN coalesce(s.schema, 0)", None), ct))
            .Select(r => (long)r[0]!)
            .First();
        if (before > scripts[^1].Number)
        {
            throw new StoreException(
                $"Lageret {options.Location} er lavet af en nyere udgave (skema {before}; denne kender {scripts[^1].Number}). Brug "
                    + $"den nyere udgave."
            );
        }

        if (before > 0 && before < scripts[0].Number)
        {
            throw new StoreException(
                $"Lageret {options.Location} er lavet af en prøveudgave (skema {before}) og kan ikke føres frem. Tøm databasen, og "
                    + $"indlæs aftalerne igen."
            );
        }

        foreach (var (number, statements) in scripts.Where(s => s.Number > before))
        {
            foreach (var statement in statements)
            {
                await api.WriteAsync(new(statement, None), ct);
            }

            await api.WriteAsync(
                new(
                    "MATCH (s:Store {id: 1}) WHERE coalesce(s.schema, 0) < $number SET s.schema = $number",
                    new Dictionary<string, object?> { ["number"] = number }
                ),
                ct
            );
        }
    }

    private static List<(long Number, string[] Statements)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    var text = string.Join('\n', reader.ReadToEnd().Split('\n').Where(l => !l.StartsWith("//", StringComparison.Ordinal)));
                    return (
                        long.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture),
                        text.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    );
                }),
        ];
    }
}

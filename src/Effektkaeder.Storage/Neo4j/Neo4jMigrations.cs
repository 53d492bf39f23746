using System.Globalization;
using System.Reflection;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Numbered scripts run forward on start; the store's node says how far a database has come. Every statement may be run twice.
/// </summary>
internal static class Neo4jMigrations
{
    private const string Prefix = "neo4j/";

    /// <summary>
    /// The schema in which what is shown and what is kept are two, the oldest that is brought to it, and that in which what is kept is
    /// packed.
    /// </summary>
    private const long Moved = 5,
        OldestMoved = 2,
        Packed = 6;

    private static readonly Dictionary<string, object?> None = [];

    /// <summary>How far a database has come, and how its server folds letters.</summary>
    private static readonly Statement State = new(
        """
        OPTIONAL MATCH (s:Store {id: 1})
        RETURN coalesce(s.schema, 0), coalesce(s.moving, false), coalesce(s.packing, false), toLower('I')
        """,
        None
    );

    public static async Task RunAsync(QueryApi api, Neo4jOptions options, CancellationToken ct)
    {
        var version = await api.VersionAsync(ct);
        if (QueryApi.IsTooOld(version))
        {
            throw ServerErrors.TooOld(options, version);
        }

        var scripts = Scripts();
        var (before, isMoving, isPacking, folded) = (await api.ReadAsync(State, ct))
            .Select(r => ((long)r[0]!, (bool)r[1]!, (bool)r[2]!, (string)r[3]!))
            .First();
        if (folded != "i")
        {
            throw ServerErrors.OtherLetters(options);
        }

        if (before > scripts[^1].Number)
        {
            throw new StoreException(
                $"Lageret {options.Location} er lavet af en nyere udgave (skema {before}; denne kender {scripts[^1].Number}). Brug "
                    + $"den nyere udgave."
            );
        }

        if (before is > 0 and < OldestMoved)
        {
            throw new StoreException(
                $"Lageret {options.Location} er lavet af en prøveudgave (skema {before}) og kan ikke føres frem. Tøm databasen, og "
                    + $"indlæs aftalerne igen."
            );
        }

        if (before == 0 && !options.IsBeside)
        {
            await RefuseAnothersAsync(api, options, ct);
        }

        // What shows and keeps a node as one is moved; who finds it half moved goes on.
        isMoving |= before is > 0 and < Moved;
        isPacking |= before is > 0 and < Packed;
        if (isPacking)
        {
            before = isMoving ? Moved - 1 : Packed - 1;
            var marks = new Dictionary<string, object?> { ["moving"] = isMoving ? true : null };
            await api.WriteAsync(
                new("MATCH (s:Store {id: 1}) SET s:_Store, s.moving = coalesce($moving, s.moving), s.packing = true", marks),
                ct
            );
            await SetAsync(api, Packed, ct);
        }

        foreach (var (number, statements) in scripts.Where(s => s.Number > before))
        {
            foreach (var statement in statements)
            {
                await api.WriteAsync(new(statement, None), ct);
            }

            if (isMoving && number == Moved)
            {
                await Neo4jMove.RunAsync(api, ct);
                await api.WriteAsync(new("MATCH (s:Store {id: 1}) REMOVE s.moving", None), ct);
            }

            if (isPacking && number == Packed)
            {
                await Neo4jPacking.RunAsync(api, ct);
                await api.WriteAsync(new("MATCH (s:Store {id: 1}) REMOVE s.packing", None), ct);
            }

            await SetAsync(api, number, ct);
        }
    }

    /// <summary>
    /// What others keep in a database is not to be mixed with ours unless they say so; nor is a graph that was exported to it, which looks
    /// like ours and has nothing behind it. Several may be the first here at once.
    /// </summary>
    private static async Task RefuseAnothersAsync(QueryApi api, Neo4jOptions options, CancellationToken ct)
    {
        var ours = new Dictionary<string, object?> { ["kinds"] = NodeKinds.All.Select(k => k.Code).ToArray() };
        var found = await api.ReadAsync(
            new(
                "MATCH (n) WHERE NOT n:Store AND NOT any(l IN labels(n) WHERE l STARTS WITH '_' OR l IN $kinds AND n.key IS NOT NULL AND "
                    + "EXISTS { (:_Node) }) "
                    + "RETURN reduce(all = '', l IN labels(n) | all + ':' + l), any(l IN labels(n) WHERE l IN $kinds) LIMIT 1",
                ours
            ),
            ct
        );
        if (found.Count > 0 && (await api.ReadAsync(State, ct))[0][0] is 0L)
        {
            throw (bool)found[0][1]! ? ServerErrors.Exported(options) : ServerErrors.Another(options, $"en knude ({found[0][0]})");
        }
    }

    /// <summary>The number of the schema only ever grows.</summary>
    private static Task SetAsync(QueryApi api, long number, CancellationToken ct) =>
        api.WriteAsync(
            new(
                "MATCH (s:Store {id: 1}) WHERE coalesce(s.schema, 0) < $number SET s.schema = $number",
                new Dictionary<string, object?> { ["number"] = number }
            ),
            ct
        );

    internal static List<(long Number, string[] Statements)> Scripts()
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

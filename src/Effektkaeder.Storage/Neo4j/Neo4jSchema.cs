using System.Text.RegularExpressions;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// The database's indexes and unique keys, and the two nodes that every statement begins or ends at, held against the scripts that lay
/// them: others may drop them, and a question then takes a hundred times as long, or cannot be answered at all.
/// </summary>
internal static partial class Neo4jSchema
{
    /// <summary>What every index and unique key of ours is, in words that its script and the server's own list both give.</summary>
    /// <param name="Analyzer">How a full text cuts its words; null for the others.</param>
    private sealed record Index(string Name, string Type, bool IsUnique, string Labels, string Properties, string? Analyzer)
    {
        /// <summary>A full text is asked for by name; the others do their work by any.</summary>
        public bool Is(Index other) =>
            (Type, Labels, Properties, Analyzer) == (other.Type, other.Labels, other.Properties, other.Analyzer)
            && (other.IsUnique || !IsUnique)
            && (Type != "FULLTEXT" || Name == other.Name);
    }

    private static readonly Dictionary<string, object?> None = [];

    private static readonly Statement Indexes = new(
        """
        SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties, owningConstraint, options WHERE labelsOrTypes IS NOT NULL
        RETURN name, CASE state WHEN 'FAILED' THEN state ELSE type END, owningConstraint IS NOT NULL, labelsOrTypes, properties,
          options.indexConfig['fulltext.analyzer']
        """,
        None
    );

    private static readonly Statement Own = new("RETURN COUNT { (:_Store {id: 1}) }, COUNT { (:_Commit {id: 1}) }", None);

    private static readonly string[] Statements = [.. Neo4jMigrations.Scripts().SelectMany(s => s.Statements)];

    public const string Unreadable = "Lagerets egen _Store eller _Commit er ikke, som effekt lagde den, så intet kan læses.";

    /// <summary>Whether the nodes are there without which nothing can be read.</summary>
    public static async Task<bool> IsReadableAsync(QueryApi api, CancellationToken ct) => (await api.ReadAsync(Own, ct))[0] is [1L, 1L];

    /// <summary>What is not there, or is something else, in words for the user.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(QueryApi api, CancellationToken ct)
    {
        var found = (await api.ReadAsync(Indexes, ct))
            .Select(r => new Index((string)r[0]!, (string)r[1]!, (bool)r[2]!, Names(r[3]), Names(r[4]), (string?)r[5]))
            .ToList();
        return
        [
            .. Statements
                .Select(Read)
                .OfType<Index>()
                .Where(ours => !found.Any(ours.Is))
                .Select(ours => Fault(ours, found.Any(f => f.Name == ours.Name))),
        ];
    }

    private static string Fault(Index ours, bool isOther)
    {
        var (what, type) = ours.IsUnique ? ("Den unikke nøgle", "CONSTRAINT") : ("Indekset", "INDEX");
        return isOther
            ? $"{what} {ours.Name} er et andet, end effekt lægger: skriv »DROP {type} {ours.Name}«, og lad --repair lægge det igen."
            : $"{what} {ours.Name} mangler i databasen.";
    }

    /// <summary>Lays all of it again where anything is missing, each statement by itself.</summary>
    /// <returns>What was laid, and why something could not be.</returns>
    public static async Task<(List<string> Mended, StoreException? Refused)> MendAsync(QueryApi api, CancellationToken ct)
    {
        var (isReadable, faults) = (await IsReadableAsync(api, ct), await FaultsAsync(api, ct));
        StoreException? refused = null;
        if (isReadable && faults.Count == 0)
        {
            return ([], refused);
        }

        foreach (var statement in Statements)
        {
            try
            {
                await api.WriteAsync(new(statement, None), ct);
            }
            catch (StoreException e)
            {
                refused ??= e;
            }
        }

        var left = await FaultsAsync(api, ct);
        return ([.. isReadable ? [] : new[] { Unreadable }, .. faults.Except(left)], refused);
    }

    /// <summary>The index that a script's statement lays; null where it lays none.</summary>
    private static Index? Read(string statement)
    {
        if (Laid().Match(statement) is not { Success: true } laid)
        {
            return null;
        }

        var what = laid.Groups["what"].Value;
        return new(
            laid.Groups["name"].Value,
            what == "FULLTEXT INDEX" ? "FULLTEXT" : "RANGE",
            what == "CONSTRAINT",
            Joined(laid.Groups["labels"].Value.Split('|', StringSplitOptions.TrimEntries)),
            Joined(Property().Matches(laid.Groups["properties"].Value).Select(m => m.Groups[1].Value)),
            Analyzer().Match(statement) is { Success: true } analyzer ? analyzer.Groups[1].Value : null
        );
    }

    private static string Names(object? list) => Joined(((List<object?>)list!).Cast<string>());

    private static string Joined(IEnumerable<string> names) => string.Join(' ', names);

    [GeneratedRegex(
        @"CREATE (?<what>CONSTRAINT|INDEX|FULLTEXT INDEX) (?<name>\w+) IF NOT EXISTS\s+FOR \(\w+:(?<labels>[\w\s|]+)\) "
            + @"(REQUIRE|ON EACH|ON) (?<properties>\[[^\]]*\]|\([^)]*\)|\S+)"
    )]
    private static partial Regex Laid();

    [GeneratedRegex("`fulltext\\.analyzer`: '(\\w+)'")]
    private static partial Regex Analyzer();

    [GeneratedRegex(@"\w+\.(\w+)")]
    private static partial Regex Property();
}

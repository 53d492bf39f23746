using System.Globalization;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Nodes of their own label, joined to nothing.</summary>
internal sealed class Neo4jScenarios(QueryApi api, ConsistentReads reads) : IScenarios
{
    public async Task<IReadOnlyList<Scenario>> AllAsync(CancellationToken ct)
    {
        var found = await reads.RowsAsync(
            new CypherBuilder(),
            "MATCH (s:_Scenario) WITH s ORDER BY s.name RETURN [s.name, s.changes, s.author, s.at] AS row",
            ct
        );
        return
        [
            .. found.Rows.Select(row => new Scenario(
                (string)row[0]!,
                [.. ((List<object?>)row[1]!).Cast<string>()],
                (string)row[2]!,
                DateTimeOffset.Parse((string)row[3]!, CultureInfo.InvariantCulture)
            )),
        ];
    }

    public async Task PutAsync(Scenario scenario, CancellationToken ct) =>
        await WriteAsync(
            "MERGE (s:_Scenario {name: $name}) SET s.changes = $changes, s.author = $author, s.at = $at RETURN count(s)",
            new()
            {
                ["name"] = scenario.Name,
                ["changes"] = scenario.Changes,
                ["author"] = scenario.Author,
                ["at"] = scenario.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            },
            ct
        );

    public async Task<bool> RemoveAsync(string name, CancellationToken ct) =>
        await WriteAsync("MATCH (s:_Scenario {name: $name}) DELETE s RETURN count(*)", new() { ["name"] = name }, ct) > 0;

    private async Task<long> WriteAsync(string text, Dictionary<string, object?> parameters, CancellationToken ct) =>
        Convert.ToInt64((await api.WriteAsync(new(text, parameters), ct))[0][0], CultureInfo.InvariantCulture);
}

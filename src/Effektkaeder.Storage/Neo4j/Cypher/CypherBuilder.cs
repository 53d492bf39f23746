using System.Globalization;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>The parameters and variables of one statement. Values only ever become parameters.</summary>
internal sealed class CypherBuilder
{
    /// <summary>The end of a version that stands.</summary>
    public const long Never = long.MaxValue;

    private readonly Dictionary<string, object?> parameters = new(StringComparer.Ordinal);
    private int variables;

    public string Value(object? value)
    {
        var name = "p" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters.Add(name, value is DateOnly day ? Day(day) : value);
        return "$" + name;
    }

    public string Variable(string prefix) => prefix + (variables++).ToString(CultureInfo.InvariantCulture);

    /// <summary>The condition that a node, as it is or as it was, stood at a revision: what is has no end.</summary>
    public string StoodAsNode(string node, long revision) =>
        $"{node}.fromRev <= {Value(revision)} AND coalesce({node}.untilRev, {Value(Never)}) > {Value(revision)}";

    /// <summary>The condition that an edge's version stands: now, or at a revision.</summary>
    public string Stands(string version, long? revision) => revision is null
        ? $"{version}.untilRev = {Value(Never)}"
        : $"{version}.fromRev <= {Value(revision)} AND {version}.untilRev > {Value(revision)}";

    public Statement Build(string text) => new(text, parameters);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

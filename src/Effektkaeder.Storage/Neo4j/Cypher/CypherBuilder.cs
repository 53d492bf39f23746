using System.Globalization;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>The parameters and variables of one statement. Values only ever become parameters.</summary>
internal sealed class CypherBuilder
{
    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);
    private int _variables;

    public string Value(object? value)
    {
        var name = "p" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add(name, value is DateOnly day ? Day(day) : value);
        return $"${Statement.Map}.{name}";
    }

    public string Variable(string prefix) => prefix + (_variables++).ToString(CultureInfo.InvariantCulture);

    public Statement Build(string text) => Statement.Of(text, _parameters);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

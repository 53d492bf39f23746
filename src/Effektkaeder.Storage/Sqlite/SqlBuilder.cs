using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>SQL text and its parameters. Values only ever become parameters; the text is ours.</summary>
internal sealed class SqlBuilder
{
    private readonly StringBuilder _sql = new();
    private readonly List<object?> _parameters = [];
    private int _aliases;

    public SqlBuilder Append(string text)
    {
        _sql.Append(text);
        return this;
    }

    /// <summary>The name of a new parameter with this value.</summary>
    public string Value(object? value)
    {
        _parameters.Add(
            value switch
            {
                bool b => b ? 1 : 0,
                DateOnly d => d.DayNumber,
                _ => value,
            }
        );
        return "@p" + (_parameters.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A list as one parameter, whatever its length: a JSON array.</summary>
    public string Json(IEnumerable<string> values) => Value(JsonSerializer.Serialize([.. values], Lists.Default.StringArray));

    public string Json(IEnumerable<long> values) => Value(JsonSerializer.Serialize([.. values], Lists.Default.Int64Array));

    /// <summary>A sub-select of the values of a list.</summary>
    public string Values(IEnumerable<string> values) => $"(SELECT value FROM json_each({Json(values)}))";

    public string Values(IEnumerable<long> values) => $"(SELECT value FROM json_each({Json(values)}))";

    public string Alias(string prefix) => prefix + (_aliases++).ToString(CultureInfo.InvariantCulture);

    /// <summary>The condition that a version stands: now, or at a revision.</summary>
    public string Stands(string alias, long? revision) =>
        revision is null
            ? $"{alias}.until_rev IS NULL"
            : $"{alias}.from_rev <= {Value(revision)} AND ({alias}.until_rev IS NULL OR {alias}.until_rev > {Value(revision)})";

    /// <summary>Hands over each row's statement, for who reads very many rows.</summary>
    public void Each(SqliteConnection connection, Action<sqlite3_stmt> row)
    {
        using var prepared = new Prepared(connection, Text);
        prepared.Each(row, [.. prepared.Names().Select(name => _parameters[int.Parse(name.AsSpan(2), CultureInfo.InvariantCulture)])]);
    }

    public string Text => _sql.ToString();

    public SqliteCommand Build(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Text;
        Fill(command);
        return command;
    }

    /// <summary>Gives a command of this text its values.</summary>
    public void Fill(SqliteCommand command)
    {
        command.Parameters.Clear();
        for (var i = 0; i < _parameters.Count; i++)
        {
            command.Parameters.AddWithValue("@p" + i.ToString(CultureInfo.InvariantCulture), _parameters[i] ?? DBNull.Value);
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
[System.Text.Json.Serialization.JsonSerializable(typeof(long[]))]
internal sealed partial class Lists : System.Text.Json.Serialization.JsonSerializerContext;

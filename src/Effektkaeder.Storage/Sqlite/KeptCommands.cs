using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The questions of one connection by their text: who asks the same of one document after another has them planned once.</summary>
internal sealed class KeptCommands(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The command of a question, with its values; it is asked again only when its rows have been read.</summary>
    public SqliteCommand Of(SqlBuilder sql)
    {
        var text = sql.Text;
        if (!_commands.TryGetValue(text, out var command))
        {
            _commands.Add(text, command = sql.Build(connection));
            return command;
        }

        sql.Fill(command);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }
}

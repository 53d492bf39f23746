using System.Runtime.CompilerServices;
using Effektkaeder.Domain.Tekst;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// What a connection is set to, and what Danish texts are ordered and found by in SQL. A handle that comes back from the pool has it all:
/// to say it anew costs more than to read a node, and the functions that the library adds are taken off when a connection is closed.
/// </summary>
internal sealed class ConnectionSettings
{
    /// <summary>Bytes: all connections' pages together take about as much memory at most, however many read at a time.</summary>
    private const long MostCache = 192L * 1024 * 1024;

    private static readonly ConditionalWeakTable<sqlite3, ConnectionSettings> Known = [];

    private int _cache;

    public static ConnectionSettings Of(sqlite3 handle) => Known.GetOrCreateValue(handle);

    /// <param name="pragmas">Those that are said once to each handle.</param>
    /// <param name="cache">MB of pages that the connection keeps.</param>
    public void Set(SqliteConnection connection, string pragmas, int cache)
    {
        if (_cache == cache)
        {
            return;
        }

        using var pragma = connection.CreateCommand();
        pragma.CommandText = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(_cache == 0 ? pragmas : "")} PRAGMA temp_store=MEMORY; PRAGMA cache_size=-{cache * 1024}; "
                + $"PRAGMA soft_heap_limit={MostCache};"
        );
        pragma.ExecuteNonQuery();
        if (_cache == 0)
        {
            Function(connection, "fold", 1, (c, a) => raw.sqlite3_result_text(c, Fold.Of(Text(a[0]))));
            Function(connection, "sort_key", 1, (c, a) => raw.sqlite3_result_text(c, SortKey.Of(Text(a[0]))));
            Function(connection, "key_hash", 1, (c, a) => raw.sqlite3_result_int64(c, Keys.Hash(Text(a[0]))));
        }

        _cache = cache;
    }

    private static string Text(sqlite3_value value) => raw.sqlite3_value_text(value).utf8_to_string();

    private static void Function(SqliteConnection connection, string name, int arguments, Action<sqlite3_context, sqlite3_value[]> answer)
    {
        var code = raw.sqlite3_create_function(
            connection.Handle,
            name,
            arguments,
            raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC,
            null,
            (context, _, values) =>
            {
                // What is thrown must not pass through SQLite: it becomes the statement's error.
                try
                {
                    answer(context, values);
                }
                catch (Exception e)
                {
                    raw.sqlite3_result_error(context, e.Message);
                }
            }
        );
        SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }
}

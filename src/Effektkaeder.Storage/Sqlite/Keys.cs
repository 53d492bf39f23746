using Effektkaeder.Domain.Tekst;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Keys as numbers. A key stands once, found by 64 bits of it; two that share them are told apart by the key itself.</summary>
internal static class Keys
{
    public static long Hash(string key) => unchecked((long)Fnv.Of(key));

    public static long Hash(ReadOnlySpan<byte> key) => unchecked((long)Fnv.Of(key));

    /// <summary>The numbers of those that have one.</summary>
    public static Dictionary<string, long> Find(Reading reading, IEnumerable<string> keys)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT k.name, k.id FROM json_each({sql.Json(keys)}) v JOIN key k ON k.hash = key_hash(v.value) AND k.name = v.value");
        return reading
            .List(sql, r => (Name: r.GetString(0), Id: r.GetInt64(1)))
            .DistinctBy(k => k.Name)
            .ToDictionary(k => k.Name, k => k.Id, StringComparer.Ordinal);
    }
}

/// <summary>The numbers of the keys that one commit names, made where they are new.</summary>
internal sealed class KeyNumbers(SqliteConnection connection, Dictionary<string, long> known) : IDisposable
{
    private readonly Prepared _find = new(connection, "SELECT id FROM key WHERE hash = ?1 AND name = ?2");
    private readonly Prepared _make = new(connection, "INSERT INTO key (hash, name) VALUES (?1, ?2)");

    /// <summary>The key last looked for in vain: who closes what is not there makes it next.</summary>
    private string? _missed;

    /// <summary>Made here: others may know them when the commit has landed.</summary>
    public Dictionary<string, long> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the key was made here: nothing that is in the file names it.</summary>
    public bool IsNew(string key) => Made.ContainsKey(key);

    public long? Find(string key) =>
        known.TryGetValue(key, out var number) || Made.TryGetValue(key, out number)
            ? number
            : Remember(_find.Scalar(Keys.Hash(key), key), key);

    public long Of(string key)
    {
        if (key != _missed && Find(key) is { } number)
        {
            return number;
        }

        var made = _make.Insert(Keys.Hash(key), key);
        Made.Add(key, made);
        _missed = null;
        return made;
    }

    public void Dispose()
    {
        _find.Dispose();
        _make.Dispose();
    }

    private long? Remember(long? number, string key)
    {
        if (number is { } found)
        {
            known[key] = found;
        }
        else
        {
            _missed = key;
        }

        return number;
    }
}

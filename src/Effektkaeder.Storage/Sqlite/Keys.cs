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

/// <summary>The numbers of the keys that commits name, made where they are new.</summary>
/// <param name="known">Numbers of keys that are in the file, which grow by those that are met.</param>
internal sealed class KeyNumbers(SqliteConnection connection, Dictionary<string, long> known) : IDisposable
{
    private readonly Prepared _find = new(connection, "SELECT id FROM key WHERE hash = ?1 AND name = ?2");
    private readonly Prepared _make = new(connection, "INSERT INTO key (hash, name) VALUES (?1, ?2)");

    /// <summary>The key last looked for in vain: who closes what is not there makes it next.</summary>
    private string? _missed;

    /// <summary>Made by the commit that is written.</summary>
    private readonly Dictionary<string, long> _made = new(StringComparer.Ordinal);

    /// <summary>Whether the commit that is written made the key: nothing that is in the file names it.</summary>
    public bool IsNew(string key) => _made.ContainsKey(key);

    /// <summary>A commit is whole: what it made is named by what is in the file from now on.</summary>
    public void Settle()
    {
        foreach (var (key, number) in _made)
        {
            known[key] = number;
        }

        _made.Clear();
    }

    public long? Find(string key) =>
        known.TryGetValue(key, out var number) || _made.TryGetValue(key, out number)
            ? number
            : Remember(_find.Scalar(Keys.Hash(key), key), key);

    public long Of(string key)
    {
        if (key != _missed && Find(key) is { } number)
        {
            return number;
        }

        var made = _make.Insert(Keys.Hash(key), key);
        _made.Add(key, made);
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

using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The texts that many elements have, by number. They are few, and none is ever changed or taken away, so all that have been met are
/// kept in memory. Who writes has them by himself, as what a commit makes may never land.
/// </summary>
internal sealed class Terms
{
    /// <summary>Numbers follow each other; a few are missing where another process made them and failed.</summary>
    private const int MostMissing = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private volatile string[] _texts = [""];
    private int _count = 1;

    /// <exception cref="DamagedRowException">No text has the number.</exception>
    public string TextOf(int number, SqliteConnection connection)
    {
        if (number >= Volatile.Read(ref _count))
        {
            Refresh(connection);
        }

        return number > 0 && number < Volatile.Read(ref _count) && _texts[number] is { } text
            ? text
            : throw new DamagedRowException($"Teksten nr. {number} mangler.");
    }

    /// <summary>The numbers that one commit needs, made where they are new.</summary>
    public TermNumbers Edit(SqliteConnection connection)
    {
        Refresh(connection);
        return new(this, connection);
    }

    public int? Find(string text)
    {
        lock (_gate)
        {
            return _numbers.TryGetValue(text, out var number) ? number : null;
        }
    }

    /// <summary>Takes in what has been made since, here or elsewhere.</summary>
    public void Refresh(SqliteConnection connection)
    {
        lock (_gate)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT id, text, hash FROM term WHERE id >= @p0 ORDER BY id";
            command.Parameters.AddWithValue("@p0", _count);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                Keep(Reading.Row(reader, r => Checked(r.GetInt32(0), r.GetString(1), r.GetInt64(2))));
            }
        }
    }

    /// <summary>One that was made by who has these by himself.</summary>
    public void Keep(string text, int number)
    {
        lock (_gate)
        {
            Keep((number, text));
        }
    }

    private (int Number, string Text) Checked(int number, string text, long hash) =>
        hash == Keys.Hash(text) && number <= _count + MostMissing
            ? (number, text)
            : throw new DamagedRowException($"Teksten »{text}« er ikke den, der blev gemt.");

    private void Keep((int Number, string Text) term)
    {
        var (number, text) = term;
        var texts = _texts;
        if (number >= texts.Length)
        {
            Array.Resize(ref texts, Math.Max(number + 1, texts.Length * 2));
        }

        texts[number] = text;
        _texts = texts;
        _numbers[text] = number;
        Volatile.Write(ref _count, number + 1);
    }
}

/// <param name="terms">Those of who commits, and of nobody else.</param>
internal sealed class TermNumbers(Terms terms, SqliteConnection connection) : IDisposable
{
    private readonly Prepared _make = new(connection, "INSERT INTO term (text, hash) VALUES (?1, ?2)");

    public int Of(string text) => terms.Find(text) ?? Make(text);

    public long? OfOptional(string? text) => text is null ? null : Of(text);

    public void Dispose() => _make.Dispose();

    private int Make(string text)
    {
        var number = (int)_make.Insert(text, Keys.Hash(text));
        terms.Keep(text, number);
        return number;
    }
}

using System.Collections.Concurrent;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>
/// Prepared documents by their text, the most recently used kept. Refused documents are kept too: a client that repeats
/// its error should not cost a validation each time.
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _clock;

    public PreparedDocument GetOrPrepare(string query, Func<string, PreparedDocument> prepare)
    {
        if (_entries.TryGetValue(query, out var entry))
        {
            entry.LastUse = Interlocked.Increment(ref _clock);
            return entry.Document;
        }

        var document = prepare(query);
        if (capacity > 0)
        {
            _entries[query] = new Entry(document) { LastUse = Interlocked.Increment(ref _clock) };
            Trim();
        }

        return document;
    }

    /// <summary>Drops the half not used for longest once there are too many, so that the cost is rare.</summary>
    private void Trim()
    {
        if (_entries.Count <= capacity)
        {
            return;
        }

        // The dictionary's own copy is taken under its locks; LINQ's would count first and copy later, while others add.
        foreach (var old in _entries.ToArray().OrderBy(entry => entry.Value.LastUse).Take((_entries.Count + 1) / 2).ToArray())
        {
            _entries.TryRemove(old.Key, out _);
        }
    }

    private sealed class Entry(PreparedDocument document)
    {
        public PreparedDocument Document { get; } = document;

        public long LastUse { get; set; }
    }
}

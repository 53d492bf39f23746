using System.Collections;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Elements of all revisions in memory, a row each: read from the file when it is first looked at, and kept. A row stands for good, so
/// revisions share what is the same in both. When too many are kept all are let go: what is still looked at is soon there again.
/// </summary>
/// <param name="read">Reads an element by its version in the file.</param>
/// <param name="bytesOf">About what an element takes in memory.</param>
/// <param name="most">So many bytes are kept.</param>
internal sealed class StoredElements<T>(Func<int, T> read, Func<T, int> bytesOf, long most)
    where T : class
{
    private readonly Lock _gate = new();
    private volatile int[] _versions = [];
    private volatile T?[] _kept = [];
    private long _bytes;

    public int Count { get; private set; }

    public T this[int row]
    {
        get
        {
            var kept = _kept;
            if (kept[row] is { } known)
            {
                return known;
            }

            var element = read(_versions[row]);
            var bytes = bytesOf(element);
            if (Interlocked.Add(ref _bytes, bytes) > most)
            {
                lock (_gate)
                {
                    (_kept, _bytes) = (kept = new T?[_versions.Length], bytes);
                }
            }

            return kept[row] = element;
        }
    }

    public int VersionOf(int row) => _versions[row];

    /// <summary>One at a time adds.</summary>
    /// <returns>The row of the first; the others follow.</returns>
    public int Add(IReadOnlyCollection<int> versions)
    {
        lock (_gate)
        {
            var first = Count;
            _kept = Room.For(_kept, first, versions.Count);
            _versions = Room.For(_versions, first, versions.Count);
            foreach (var version in versions)
            {
                _versions[Count++] = version;
            }

            return first;
        }
    }

    /// <summary>These rows alone, the first first.</summary>
    public StoredElements<T> Only(int[] rows)
    {
        var only = new StoredElements<T>(read, bytesOf, most)
        {
            _versions = Array.ConvertAll(rows, row => _versions[row]),
            _kept = Array.ConvertAll(rows, row => _kept[row]),
            Count = rows.Length,
        };
        only._bytes = only._kept.OfType<T>().Sum(k => (long)bytesOf(k));
        return only;
    }
}

/// <summary>The elements of one revision by number.</summary>
/// <param name="rows">The row of each.</param>
internal class ElementsOf<T>(int[] rows, StoredElements<T> stored) : IReadOnlyList<T>
    where T : class
{
    public int Count => rows.Length;

    public T this[int number] => stored[rows[number]];

    protected int VersionOf(int number) => stored.VersionOf(rows[number]);

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var row in rows)
        {
            yield return stored[row];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Arrays that grow, with some room beyond what was asked for.</summary>
internal static class Room
{
    public static TItem[] For<TItem>(TItem[] items, int count, int more)
    {
        if (count + more <= items.Length)
        {
            return items;
        }

        var next = new TItem[count + more + ((count + more) / 16)];
        Array.Copy(items, next, count);
        return next;
    }
}

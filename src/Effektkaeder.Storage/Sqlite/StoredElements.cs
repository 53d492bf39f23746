using System.Collections;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Elements of one revision by number, each read from the file when it is first looked at and kept. When too many are kept all are let
/// go: what is still looked at is soon there again.
/// </summary>
/// <param name="versions">The row of each.</param>
internal sealed class StoredElements<T>(int[] versions, Func<int, T> read, T?[] kept) : IReadOnlyList<T>
    where T : class
{
    private const int Most = 1_000_000;

    private T?[] _kept = kept;
    private int _count;

    public int Count => versions.Length;

    public int[] Versions => versions;

    /// <summary>What is kept now, for the next revision's list to begin from.</summary>
    public T?[] Kept => _kept;

    public T this[int number]
    {
        get
        {
            var kept = _kept;
            if (kept[number] is { } known)
            {
                return known;
            }

            if (Interlocked.Increment(ref _count) > Most)
            {
                (_kept, _count) = (kept = new T?[versions.Length], 0);
            }

            return kept[number] = read(versions[number]);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < versions.Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// An immutable list of rows of any length by number: adjacency (compressed sparse rows), or texts as UTF-8. Kept in pages of
/// rows, each page one run of values; a changed list shares every page that no change touches with the one before.
/// </summary>
public sealed class Rows<T>
    where T : struct
{
    public static readonly Rows<T> Empty = new([], 0);

    private readonly RowPage<T>[] _pages;

    internal Rows(RowPage<T>[] pages, int count) => (_pages, Count) = (pages, count);

    public int Count { get; }

    public ReadOnlySpan<T> this[int row] => _pages[row >> Paging.Bits][row & Paging.Mask];

    internal RowPage<T>[] Pages => _pages;

    /// <param name="starts">Where each row starts in <paramref name="values"/>, and where the last ends: one more than the rows.</param>
    public static Rows<T> Of(ReadOnlySpan<int> starts, ReadOnlySpan<T> values)
    {
        var count = starts.Length - 1;
        var pages = new RowPage<T>[Paging.For(count)];
        for (var page = 0; page < pages.Length; page++)
        {
            var first = page << Paging.Bits;
            var rows = Math.Min(Paging.Size, count - first);
            var own = new int[Paging.Size + 1];
            for (var row = 0; row <= Paging.Size; row++)
            {
                own[row] = starts[first + Math.Min(row, rows)] - starts[first];
            }

            pages[page] = new(own, values[starts[first]..starts[first + rows]].ToArray());
        }

        return new(pages, count);
    }

    public RowsEdit<T> Edit() => new(this);
}

/// <summary>A change to rows; the rows themselves stay as they are.</summary>
public sealed class RowsEdit<T>
    where T : struct
{
    private readonly Rows<T> _before;
    private readonly Dictionary<int, T[]> _changed = [];

    internal RowsEdit(Rows<T> before) => (_before, Count) = (before, before.Count);

    public int Count { get; private set; }

    public ReadOnlySpan<T> this[int row] =>
        _changed.TryGetValue(row, out var own) ? own
        : row < _before.Count ? _before[row]
        : [];

    public void Set(int row, T[] values) => _changed[row] = values;

    public void Add(T[] values) => _changed[Count++] = values;

    /// <summary>The rows as changed: each page that a change touches is written anew, every other shared.</summary>
    public Rows<T> Commit()
    {
        var pages = new RowPage<T>[Paging.For(Count)];
        _before.Pages.CopyTo(pages, 0);
        foreach (var page in _changed.Keys.Select(row => row >> Paging.Bits).Distinct())
        {
            var first = page << Paging.Bits;
            var (starts, length) = (new int[Paging.Size + 1], 0);
            for (var row = 0; row < Paging.Size; row++)
            {
                starts[row + 1] = length += this[first + row].Length;
            }

            var values = new T[length];
            for (var row = 0; row < Paging.Size; row++)
            {
                this[first + row].CopyTo(values.AsSpan(starts[row]));
            }

            pages[page] = new(starts, values);
        }

        return new(pages, Count);
    }
}

/// <param name="Starts">Where each of a page's rows starts, and where the last ends.</param>
internal readonly record struct RowPage<T>(int[] Starts, T[] Values)
    where T : struct
{
    public ReadOnlySpan<T> this[int row] => new(Values, Starts[row], Starts[row + 1] - Starts[row]);
}

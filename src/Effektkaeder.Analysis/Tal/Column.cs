namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// An immutable column of values by number, kept in pages: a changed column shares every page that no change touches with the
/// one before, so that a change costs the pages it touches, and whoever reads the old column keeps it.
/// </summary>
public sealed class Column<T>
    where T : struct
{
    public static readonly Column<T> Empty = new([], 0);

    private readonly T[][] _pages;

    internal Column(T[][] pages, int count) => (_pages, Count) = (pages, count);

    public int Count { get; }

    public T this[int number] => _pages[number >> Paging.Bits][number & Paging.Mask];

    internal T[][] Pages => _pages;

    public static Column<T> Of(ReadOnlySpan<T> values)
    {
        var pages = new T[Paging.For(values.Length)][];
        for (var page = 0; page < pages.Length; page++)
        {
            pages[page] = new T[Paging.Size];
            var at = page << Paging.Bits;
            values.Slice(at, Math.Min(Paging.Size, values.Length - at)).CopyTo(pages[page]);
        }

        return new(pages, values.Length);
    }

    public ColumnEdit<T> Edit() => new(this);
}

/// <summary>A change to a column; the column itself stays as it is.</summary>
public sealed class ColumnEdit<T>
    where T : struct
{
    private readonly HashSet<int> _own = [];
    private T[][] _pages;

    internal ColumnEdit(Column<T> before) => (_pages, Count) = ([.. before.Pages], before.Count);

    public int Count { get; private set; }

    public T this[int number]
    {
        get => _pages[number >> Paging.Bits][number & Paging.Mask];
        set => Own(number >> Paging.Bits)[number & Paging.Mask] = value;
    }

    public void Add(T value)
    {
        if (Count >> Paging.Bits == _pages.Length)
        {
            Array.Resize(ref _pages, _pages.Length + 1);
            _pages[^1] = new T[Paging.Size];
            _own.Add(_pages.Length - 1);
        }

        this[Count++] = value;
    }

    /// <summary>The column as changed; the edit is used up.</summary>
    public Column<T> Commit() => new(_pages, Count);

    private T[] Own(int page)
    {
        if (_own.Add(page))
        {
            _pages[page] = [.. _pages[page]];
        }

        return _pages[page];
    }
}

/// <summary>How columns and rows are cut.</summary>
internal static class Paging
{
    public const int Bits = 10,
        Size = 1 << Bits,
        Mask = Size - 1;

    /// <summary>Pages that so many entries fill.</summary>
    public static int For(int count) => (count + Mask) >> Bits;
}

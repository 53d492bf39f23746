namespace Effektkaeder.Analysis.Opgaver;

/// <summary>A list whose array is kept when it is emptied.</summary>
internal sealed class Growing<T>
{
    private T[] _items = new T[64];

    public int Count { get; private set; }

    public ref T this[int index] => ref _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public Span<T> Span => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Leaves the first so many.</summary>
    public void Cut(int count) => Count = count;
}

namespace Effektkaeder.Layout.P3Order;

/// <summary>A short list of items, kept inline where thousands of them are walked in the innermost loops.</summary>
internal struct Links
{
    private int[]? _items;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<int> Span => _items.AsSpan(0, Count);

    public void Add(int item)
    {
        _items ??= new int[2];
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public void Remove(int item)
    {
        var at = Array.IndexOf(_items!, item, 0, Count);
        _items![at] = _items[--Count];
    }
}

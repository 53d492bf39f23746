namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Makes a thing of each item, in order, for who takes them one by one and does something with each: he makes them from the first on, and
/// another core, when it has nothing else to do, from the last back, until the two meet.
/// </summary>
internal sealed class FromBothEnds<TItem, TMade>
{
    private readonly IReadOnlyList<TItem> _items;
    private readonly Func<TItem, TMade> _make;
    private readonly TMade[] _made;
    private readonly Lock _gate = new();
    private int _first;
    private int _last;

    private FromBothEnds(IReadOnlyList<TItem> items, Func<TItem, TMade> make) =>
        (_items, _make, _made, _last) = (items, make, new TMade[items.Count], items.Count);

    /// <param name="make">On either thread, and on both at once.</param>
    public static IEnumerable<TMade> Make(IReadOnlyList<TItem> items, Func<TItem, TMade> make, CancellationToken ct) =>
        new FromBothEnds<TItem, TMade>(items, make).InOrder(ct);

    private IEnumerable<TMade> InOrder(CancellationToken ct)
    {
        var other = Task.Run(() => Backwards(ct), ct);
        while (TakeFirst() is >= 0 and var i)
        {
            yield return _make(_items[i]);
        }

        other.GetAwaiter().GetResult();
        for (var i = _last; i < _made.Length; i++)
        {
            yield return _made[i];
        }
    }

    private void Backwards(CancellationToken ct)
    {
        while (TakeLast() is >= 0 and var i)
        {
            ct.ThrowIfCancellationRequested();
            _made[i] = _make(_items[i]);
        }
    }

    private int TakeFirst()
    {
        lock (_gate)
        {
            return _first < _last ? _first++ : -1;
        }
    }

    private int TakeLast()
    {
        lock (_gate)
        {
            return _first < _last ? --_last : -1;
        }
    }
}

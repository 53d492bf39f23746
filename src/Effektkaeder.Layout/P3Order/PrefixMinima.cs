using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Numbers in a row to which one can add something up to a place, and ask for the first of the least. A number with a smaller one after
/// it will never be the least, as whatever is added to the later one is added to it too; what is left rises, so only the steps between
/// are kept, and one that an addition turns down ends the number before it. All together take about as long as there are numbers and
/// additions.
/// <para>Source: Tarjan, "Efficiency of a good but not linear set union algorithm" (1975), for finding what is left.</para>
/// </summary>
internal sealed class PrefixMinima
{
    private int[] _last = [];
    private int[] _next = [];
    private int[] _step = [];
    private int _count;
    private int _first;

    /// <summary>The least number.</summary>
    public int Least { get; private set; }

    /// <summary>Where the least number is first found.</summary>
    public int At => _first - 1;

    /// <param name="values">At least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Build(ReadOnlySpan<int> values)
    {
        _count = values.Length;
        if (_last.Length <= _count)
        {
            (_last, _next, _step) = (new int[2 * _count], new int[2 * _count], new int[2 * _count]);
        }

        // Places are counted from 1; before the first there is none.
        (_first, Least) = (_count, values[^1]);
        (_last[0], _last[_count]) = (0, _count);
        for (var at = _count - 1; at > 0; at--)
        {
            var step = Least - values[at - 1];
            _last[at] = step >= 0 ? at : at - 1;
            if (step >= 0)
            {
                (_step[at], _next[at]) = (step, _first);
                (_first, Least) = (at, values[at - 1]);
            }
        }
    }

    /// <summary>Adds to the first <paramref name="count"/> numbers.</summary>
    /// <param name="value">Not negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddToFirst(int count, int value)
    {
        if (count < _first)
        {
            return;
        }

        Least += value;
        if (count >= _count)
        {
            return;
        }

        var at = LastLeft(count);
        _step[at] -= value;
        while (_step[at] < 0)
        {
            _last[at] = at - 1;
            if (at == _first)
            {
                Least += _step[at];
                _first = _next[at];
                return;
            }

            var before = LastLeft(at - 1);
            _step[before] += _step[at];
            _next[before] = _next[at];
            at = before;
        }
    }

    /// <summary>The last number at or before a place that may still be the least.</summary>
    private int LastLeft(int at)
    {
        while (_last[at] != at)
        {
            at = _last[at] = _last[_last[at]];
        }

        return at;
    }
}

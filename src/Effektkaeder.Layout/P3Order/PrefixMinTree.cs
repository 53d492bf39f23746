using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>Numbers in a row to which one can add a value up to a place, and ask for the least, both in logarithmic time.</summary>
internal sealed class PrefixMinTree
{
    private int[] _least = [];
    private int[] _added = [];
    private int _leaves;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Build(ReadOnlySpan<int> values)
    {
        _leaves = 1;
        while (_leaves < values.Length)
        {
            _leaves *= 2;
        }

        if (_least.Length < 2 * _leaves)
        {
            _least = new int[2 * _leaves];
            _added = new int[2 * _leaves];
        }

        Array.Clear(_added, 0, 2 * _leaves);
        for (var i = 0; i < _leaves; i++)
        {
            _least[_leaves + i] = i < values.Length ? values[i] : int.MaxValue / 2;
        }

        for (var node = _leaves - 1; node > 0; node--)
        {
            _least[node] = Math.Min(_least[2 * node], _least[(2 * node) + 1]);
        }
    }

    /// <summary>Adds to the first <paramref name="count"/> numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddToFirst(int count, int value)
    {
        if (count <= 0)
        {
            return;
        }

        if (count >= _leaves)
        {
            _least[1] += value;
            _added[1] += value;
            return;
        }

        // Every left brother on the way from the first leaf not meant up to the root is wholly meant.
        var node = _leaves + count;
        while (node > 1)
        {
            if ((node & 1) != 0)
            {
                _least[node - 1] += value;
                _added[node - 1] += value;
            }

            node /= 2;
            _least[node] = Math.Min(_least[2 * node], _least[(2 * node) + 1]) + _added[node];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Value, int At) Least()
    {
        var node = 1;
        while (node < _leaves)
        {
            node = _least[2 * node] <= _least[(2 * node) + 1] ? 2 * node : (2 * node) + 1;
        }

        return (_least[1], node - _leaves);
    }
}

namespace Effektkaeder.Analysis;

/// <summary>
/// How a long row of numbered things becomes the next: some are taken out, some are put in, and what stands between keeps its order, so
/// that it moves in blocks.
/// </summary>
public sealed class Splice
{
    private readonly List<(int Old, int New, int Length)> _blocks = [];
    private readonly int[] _taken,
        _before,
        _putAt;
    private readonly int _old;

    /// <param name="old">How many there were.</param>
    /// <param name="taken">The numbers of those that go, rising.</param>
    /// <param name="before">For each that is put in, the old number that it comes before; rising, and the count for the end.</param>
    public Splice(int old, int[] taken, int[] before)
    {
        (_old, _taken, _before, _putAt, Count) = (old, taken, before, new int[before.Length], old - taken.Length + before.Length);
        var (at, number, nextTaken, nextPut) = (0, 0, 0, 0);
        while (at < old || nextPut < before.Length)
        {
            var stop = Math.Min(nextTaken < taken.Length ? taken[nextTaken] : old, nextPut < before.Length ? before[nextPut] : old);
            if (stop > at)
            {
                _blocks.Add((at, number, stop - at));
                (number, at) = (number + stop - at, stop);
            }

            while (nextPut < before.Length && before[nextPut] == at)
            {
                _putAt[nextPut++] = number++;
            }

            if (nextTaken < taken.Length && taken[nextTaken] == at)
            {
                (at, nextTaken) = (at + 1, nextTaken + 1);
            }
        }
    }

    /// <summary>How many there are now.</summary>
    public int Count { get; }

    /// <summary>The numbers of those that were put in, rising.</summary>
    public ReadOnlySpan<int> PutAt => _putAt;

    /// <summary>Whether nothing went and nothing came.</summary>
    public bool IsNone => _taken.Length == 0 && _putAt.Length == 0;

    /// <summary>For each that was put in, the old number that it came before; rising, and the count for the end.</summary>
    public ReadOnlySpan<int> Before => _before;

    /// <summary>The row as it is now; the same one where nothing changed. What stands after the last keeps standing there.</summary>
    /// <param name="put">What was put in, by its place among those.</param>
    public T[] Of<T>(T[] row, Func<int, T> put)
    {
        if (IsNone)
        {
            return row;
        }

        var next = GC.AllocateUninitializedArray<T>(Count + row.Length - _old);
        foreach (var (old, now, length) in _blocks)
        {
            Array.Copy(row, old, next, now, length);
        }

        Array.Copy(row, _old, next, Count, row.Length - _old);

        for (var i = 0; i < _putAt.Length; i++)
        {
            next[_putAt[i]] = put(i);
        }

        return next;
    }

    /// <summary>By old number, the new one; never falling. One that went has that of what came after it.</summary>
    public int[] Positions()
    {
        var positions = GC.AllocateUninitializedArray<int>(_old);
        foreach (var (old, now, length) in _blocks)
        {
            for (var i = 0; i < length; i++)
            {
                positions[old + i] = now + i;
            }
        }

        for (var i = _taken.Length - 1; i >= 0; i--)
        {
            positions[_taken[i]] = _taken[i] + 1 < _old ? positions[_taken[i] + 1] : Count;
        }

        return positions;
    }

    /// <summary>Old numbers as the new ones; one that went as that of what came after it.</summary>
    public int[] Renumbered(int[] numbers)
    {
        if (IsNone)
        {
            return numbers;
        }

        var (positions, next) = (Positions(), GC.AllocateUninitializedArray<int>(numbers.Length));
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = positions[numbers[i]];
        }

        return next;
    }

    /// <summary>Whether one goes.</summary>
    public bool Takes(int old) => Array.BinarySearch(_taken, old) >= 0;

    /// <summary>The new number of one.</summary>
    public int Position(int old)
    {
        var taken = Array.BinarySearch(_taken, old);
        return old - (taken < 0 ? ~taken : taken) + PartitionPoint.Of(_before.Length, i => _before[i] <= old);
    }

    /// <summary>By old number, the new one; -1 for one that went.</summary>
    public int[] Became()
    {
        var became = Positions();
        foreach (var taken in _taken)
        {
            became[taken] = -1;
        }

        return became;
    }

    /// <summary>By new number, the old one; -1 for what was put in.</summary>
    public int[] Sources()
    {
        var sources = GC.AllocateUninitializedArray<int>(Count);
        foreach (var (old, now, length) in _blocks)
        {
            for (var i = 0; i < length; i++)
            {
                sources[now + i] = old + i;
            }
        }

        foreach (var at in _putAt)
        {
            sources[at] = -1;
        }

        return sources;
    }
}

namespace Effektkaeder.Analysis.Tal;

/// <summary>Edges as pairs of numbers, and the rows they make. Sorted by counting, so linear in nodes and edges.</summary>
internal static class Pairs
{
    public static long Of(int from, int to) => (long)from << 32 | (uint)to;

    public static int From(long pair) => (int)(pair >> 32);

    public static int To(long pair) => (int)pair;

    /// <summary>By their ends' new numbers: sorted by the first end, then the second, each pair once. Empties the list.</summary>
    public static long[] Sorted(List<long> pairs, int[] numbers)
    {
        var renumbered = new long[pairs.Count];
        for (var i = 0; i < renumbered.Length; i++)
        {
            renumbered[i] = Of(numbers[From(pairs[i])], numbers[To(pairs[i])]);
        }

        pairs.Clear();
        pairs.TrimExcess();
        // Stable, so the order by the second end lasts inside each first end.
        var sorted = ByFirst(Turned(ByFirst(Turned(renumbered), numbers.Length)), numbers.Length);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        return sorted[..kept];
    }

    /// <summary>Sorted pairs the other way round, sorted again.</summary>
    public static long[] Turned(long[] sorted, int nodes) => ByFirst(Turned(sorted), nodes);

    /// <summary>Each node's row of second ends.</summary>
    public static Rows<int> RowsOf(long[] sorted, int nodes)
    {
        var starts = new int[nodes + 1];
        var ends = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            starts[From(sorted[i]) + 1]++;
            ends[i] = To(sorted[i]);
        }

        for (var node = 0; node < nodes; node++)
        {
            starts[node + 1] += starts[node];
        }

        return Rows<int>.Of(starts, ends);
    }

    private static long[] Turned(long[] pairs) => Array.ConvertAll(pairs, pair => Of(To(pair), From(pair)));

    private static long[] ByFirst(long[] pairs, int nodes)
    {
        var next = new int[nodes + 1];
        foreach (var pair in pairs)
        {
            next[From(pair) + 1]++;
        }

        for (var node = 0; node < nodes; node++)
        {
            next[node + 1] += next[node];
        }

        var sorted = new long[pairs.Length];
        foreach (var pair in pairs)
        {
            sorted[next[From(pair)]++] = pair;
        }

        return sorted;
    }
}

using System.Buffers;

namespace Effektkaeder.Analysis.Tal;

/// <summary>Sorts numbers: a few by comparing, many by their digits (least significant first; Knuth, TAOCP 3, 5.2.5).</summary>
internal static class NumberSort
{
    private const int Few = 400,
        DigitBits = 11,
        Digits = 1 << DigitBits;

    /// <param name="below">Every number is from 0 to less than this.</param>
    public static void Sort(Span<int> numbers, int below)
    {
        if (numbers.Length < Few)
        {
            numbers.Sort();
            return;
        }

        var rented = ArrayPool<int>.Shared.Rent(numbers.Length);
        var from = numbers;
        var to = rented.AsSpan(0, numbers.Length);
        Span<int> next = stackalloc int[Digits];
        for (var shift = 0; shift < 32 && below - 1 >> shift > 0; shift += DigitBits)
        {
            next.Clear();
            foreach (var number in from)
            {
                next[number >> shift & (Digits - 1)]++;
            }

            var start = 0;
            foreach (ref var count in next)
            {
                (start, count) = (start + count, start);
            }

            foreach (var number in from)
            {
                to[next[number >> shift & (Digits - 1)]++] = number;
            }

            var done = to;
            to = from;
            from = done;
        }

        if (from != numbers)
        {
            from.CopyTo(numbers);
        }

        ArrayPool<int>.Shared.Return(rented);
    }
}

using System.Buffers.Binary;

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// Sorts byte strings bytewise: eight bytes at a time as one number, then what is still equal by the next eight (a most
/// significant digit radix sort with words for digits; Bentley and Sedgewick, Fast Algorithms for Sorting and Searching
/// Strings, 1997). Long common beginnings, which keys have, are thus read once and not once a comparison.
/// </summary>
internal static class ByteOrder
{
    /// <summary>Fewer than this are compared whole.</summary>
    private const int Few = 16;

    /// <returns>The strings' numbers in order.</returns>
    public static int[] Sort(ByteTable strings)
    {
        var numbers = new int[strings.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        var words = new ulong[numbers.Length];
        var open = new Stack<(int Start, int Length, int Depth)>();
        open.Push((0, numbers.Length, 0));
        while (open.TryPop(out var run))
        {
            var part = numbers.AsSpan(run.Start, run.Length);
            if (run.Length < Few)
            {
                part.Sort((a, b) => strings[a].SequenceCompareTo(strings[b]));
                continue;
            }

            var keys = words.AsSpan(run.Start, run.Length);
            for (var i = 0; i < part.Length; i++)
            {
                keys[i] = Word(strings[part[i]], run.Depth);
            }

            keys.Sort(part);
            for (var start = 0; start < part.Length;)
            {
                var end = start + 1;
                var ended = strings[part[start]].Length <= run.Depth + 8;
                for (; end < part.Length && keys[end] == keys[start]; end++)
                {
                    ended |= strings[part[end]].Length <= run.Depth + 8;
                }

                // A string that ends here differs from its equals by nothing but zeros, if at all.
                if (ended && end - start > 1)
                {
                    part[start..end].Sort((a, b) => strings[a].SequenceCompareTo(strings[b]));
                }
                else if (end - start > 1)
                {
                    open.Push((run.Start + start, end - start, run.Depth + 8));
                }

                start = end;
            }
        }

        return numbers;
    }

    private static ulong Word(ReadOnlySpan<byte> text, int depth)
    {
        if (text.Length >= depth + 8)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(text[depth..]);
        }

        var word = 0UL;
        for (var i = depth; i < depth + 8; i++)
        {
            word = word << 8 | (i < text.Length ? text[i] : (byte)0);
        }

        return word;
    }
}

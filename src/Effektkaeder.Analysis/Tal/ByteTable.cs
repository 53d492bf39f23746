using System.Buffers.Binary;

namespace Effektkaeder.Analysis.Tal;

/// <summary>Byte strings, each kept once and numbered as it comes, while a graph is built.</summary>
public sealed class ByteTable
{
    private readonly ByteList _strings = new();
    private long[] _slots = new long[1 << 10];

    public int Count => _strings.Count;

    public ReadOnlySpan<byte> this[int number] => _strings[number];

    /// <summary>The number of these bytes, which is <see cref="Count"/> as it was where they are new.</summary>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        var hash = Slots.Hash(bytes);
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            if (_slots[at] == 0)
            {
                _slots[at] = Slots.Entry(hash, Count);
                _strings.Add(bytes);
                Grow();
                return Count - 1;
            }

            if (Slots.Matches(_slots[at], hash) && bytes.SequenceEqual(this[Slots.Number(_slots[at])]))
            {
                return Slots.Number(_slots[at]);
            }
        }
    }

    /// <summary>The number of these bytes; -1 where they are not there.</summary>
    public int Find(ReadOnlySpan<byte> bytes)
    {
        var hash = Slots.Hash(bytes);
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; _slots[at] != 0; at = (at + 1) & mask)
        {
            if (Slots.Matches(_slots[at], hash) && bytes.SequenceEqual(this[Slots.Number(_slots[at])]))
            {
                return Slots.Number(_slots[at]);
            }
        }

        return -1;
    }

    /// <summary>The table of slots with other numbers: <paramref name="numbers"/> says what each became.</summary>
    public Column<long> Renumbered(ReadOnlySpan<int> numbers)
    {
        for (var at = 0; at < _slots.Length; at++)
        {
            if (_slots[at] != 0)
            {
                _slots[at] = Slots.Entry(Slots.HashOf(_slots[at]), numbers[Slots.Number(_slots[at])]);
            }
        }

        return Column<long>.Of(_slots);
    }

    private void Grow()
    {
        if (Count * 2L <= _slots.Length)
        {
            return;
        }

        var before = _slots;
        _slots = new long[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot != 0)
            {
                Slots.Place(_slots, slot);
            }
        }
    }
}

/// <summary>
/// A slot of an open-addressed table (linear probing): the hash above, the number and one below, 0 for empty. The hash alone
/// says where a slot belongs, so a table grows without reading what it points at.
/// </summary>
internal static class Slots
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    public static long Entry(uint hash, int number) => (long)hash << 32 | (uint)(number + 1);

    public static uint HashOf(long slot) => (uint)(slot >> 32);

    public static int Number(long slot) => (int)slot - 1;

    public static bool Matches(long slot, uint hash) => HashOf(slot) == hash;

    public static void Place(long[] slots, long slot)
    {
        var mask = slots.Length - 1;
        var at = (int)HashOf(slot) & mask;
        while (slots[at] != 0)
        {
            at = (at + 1) & mask;
        }

        slots[at] = slot;
    }

    /// <summary>Multiplies in eight bytes at a time (Fibonacci hashing); not meant against an adversary.</summary>
    public static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Odd;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        var rest = 0UL;
        foreach (var b in bytes)
        {
            rest = rest << 8 | b;
        }

        return (uint)(Mix(hash ^ rest) >> 16);

        static ulong Mix(ulong value)
        {
            value *= Odd;
            return value ^ value >> 32;
        }
    }
}

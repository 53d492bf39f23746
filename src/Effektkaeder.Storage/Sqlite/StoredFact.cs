namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// A small number about an element as it stands in the element's row, outside the row's sum: with a check of its own, made of that sum.
/// One that is not what was written, or was written by what the facts meant before, is not known; it is never believed.
/// </summary>
internal static class StoredFact
{
    /// <summary>One more when a fact comes to mean something else: those in the files are then worked out anew.</summary>
    private const long Meaning = 1;

    /// <summary>Odd, so that two facts of one row never have the same check.</summary>
    private const long Apart = 0x5E5;

    private const int Bits = 15;

    /// <param name="sum">Of the element's row.</param>
    public static int Of(byte fact, long sum) => Check(fact, sum) << 8 | fact;

    public static byte? Read(long? stored, long sum) =>
        stored is { } value && value >> 8 == Check((byte)value, sum) ? (byte)value : null;

    private static int Check(byte fact, long sum) =>
        (int)((Mixed(unchecked(sum + Meaning)) + (fact * Apart)) & ((1 << Bits) - 1));

    /// <summary>Every bit of the sum has a part in the lowest (Steele, Lea and Flood 2014, SplitMix64).</summary>
    private static long Mixed(long sum)
    {
        var mixed = unchecked((ulong)sum);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB);
        return (long)((mixed ^ (mixed >> 31)) >> 1);
    }
}

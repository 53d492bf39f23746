using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>A text as 64 bits, the same on every machine and in every run. Two that share them are hardly met, and can be made.</summary>
public static class Fnv
{
    private const ulong Basis = 0xCBF2_9CE4_8422_2325,
        Prime = 0x0000_0100_0000_01B3;

    /// <summary>FNV-1a over UTF-8 (Fowler, Noll, Vo; https://datatracker.ietf.org/doc/draft-eastlake-fnv).</summary>
    public static ulong Of(string text)
    {
        Span<byte> small = stackalloc byte[256];
        var bytes = Encoding.UTF8.GetMaxByteCount(text.Length) <= small.Length ? small : new byte[Encoding.UTF8.GetByteCount(text)];
        return Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <param name="text">UTF-8.</param>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = Basis;
        foreach (var b in text)
        {
            hash = (hash ^ b) * Prime;
        }

        return hash;
    }
}

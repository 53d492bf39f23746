using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Effektkaeder.Storage;

/// <summary>What a text is known by where only that is kept: the first sixteen bytes of SHA-256.</summary>
internal static class Checksum
{
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}

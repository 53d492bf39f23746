using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Checksums: of each element's row, and of each revision over the sum before it and those of all that it put and took, so that no
/// row can change, come or go unseen. The first eight bytes of SHA-256.
/// </summary>
internal sealed class RowSums
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public long Node(
        long key,
        int kind,
        int flags,
        int kommune,
        long? center,
        long? owner,
        long? art,
        int firstDay,
        string titel,
        string? tekst,
        byte[] body
    )
    {
        foreach (var number in (ReadOnlySpan<long>)[key, kind, flags, kommune, center ?? 0, owner ?? 0, art ?? 0, firstDay])
        {
            Add(number);
        }

        Add(titel);
        Add(tekst ?? "");
        return Sum(body);
    }

    public long Edge(int type, long from, long to, int? art, int? afgoerelse, byte[] body)
    {
        foreach (var number in (ReadOnlySpan<long>)[type, from, to, art ?? -1, afgoerelse ?? -1])
        {
            Add(number);
        }

        return Sum(body);
    }

    /// <param name="before">The sum of the revision before.</param>
    /// <param name="rows">The sums of what was put, and the numbers of what was taken, each in their one order.</param>
    public long Revision(long before, IEnumerable<long> rows)
    {
        Add(before);
        foreach (var row in rows)
        {
            Add(row);
        }

        return Sum([]);
    }

    private void Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), number);
        _bytes.Advance(8);
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Add(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length)));
    }

    private long Sum(byte[] last)
    {
        _bytes.Write(last);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        _bytes.ResetWrittenCount();
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}

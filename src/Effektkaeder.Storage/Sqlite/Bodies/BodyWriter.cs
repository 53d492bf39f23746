using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Effektkaeder.Storage.Sqlite.Bodies;

/// <summary>Writes a body: numbers in as few bytes as they need, texts as UTF-8 after their length, what repeats as a number.</summary>
internal sealed class BodyWriter(Func<string, int> termOf)
{
    /// <summary>Shorter bodies are not worth compressing.</summary>
    private const int WorthPacking = 200,
        Quality = 2,
        Window = 18;

    private readonly ArrayBufferWriter<byte> _out = new(512);

    public void Byte(int value)
    {
        _out.GetSpan(1)[0] = (byte)value;
        _out.Advance(1);
    }

    /// <summary>Seven bits a byte, the lowest first (LEB128).</summary>
    public void Number(uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((int)(value | 0x80));
        }

        Byte((int)value);
    }

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_out.GetSpan(8), value);
        _out.Advance(8);
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number((uint)length);
        _out.Advance(Encoding.UTF8.GetBytes(text, _out.GetSpan(length)));
    }

    /// <summary>A text that many bodies have; null is one of them.</summary>
    public void Term(string? text) => Number(text is null ? 0 : (uint)termOf(text));

    public void Day(DateOnly? day) => Number(day is { } d ? (uint)d.DayNumber + 1 : 0);

    public void Many<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Number((uint)items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    /// <summary>The body; packed (Brotli) where that makes it a fifth smaller. Its first byte says which.</summary>
    public byte[] Body()
    {
        var plain = _out.WrittenSpan;
        if (plain.Length >= WorthPacking)
        {
            var packed = new byte[plain.Length];
            var room = packed.AsSpan(5, plain.Length * 4 / 5 - 5);
            if (BrotliEncoder.TryCompress(plain, room, out var length, Quality, Window))
            {
                packed[0] = 1;
                BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), plain.Length);
                return packed[..(5 + length)];
            }
        }

        return [0, .. plain];
    }
}

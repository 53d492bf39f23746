using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite.Bodies;

/// <summary>Reads what <see cref="BodyWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">The bytes are no body.</exception>
internal sealed class BodyReader
{
    private readonly Func<int, string> _textOf;
    private readonly byte[] _bytes;
    private int _at;

    public BodyReader(byte[] body, Func<int, string> textOf)
    {
        _textOf = textOf;
        (_bytes, _at) = body switch
        {
            [0, ..] => (body, 1),
            [1, _, _, _, _, ..] => (Unpacked(body), 0),
            _ => throw Damaged(),
        };
    }

    public bool IsAtEnd => _at == _bytes.Length;

    public int Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Damaged();

    public uint Number()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    public double Double()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(Span(8));
        return value;
    }

    /// <summary>A text's UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes() => Span(Number());

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public string? Term() => Number() is > 0 and var number ? _textOf((int)number) : null;

    public DateOnly? Day() => Number() is > 0 and var day ? DateOnly.FromDayNumber((int)day - 1) : null;

    public ValueList<T> Many<T>(Func<T> read)
    {
        var count = Number();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count <= _bytes.Length ? (int)count : throw Damaged()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return new(items);
    }

    public static InvalidDataException Damaged() => new("The bytes are no body.");

    private ReadOnlySpan<byte> Span(uint length)
    {
        if (length > _bytes.Length - _at)
        {
            throw Damaged();
        }

        _at += (int)length;
        return _bytes.AsSpan(_at - (int)length, (int)length);
    }

    private static byte[] Unpacked(byte[] body)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(1));
        if (length is < 0 or > 256 * 1024 * 1024)
        {
            throw Damaged();
        }

        var plain = new byte[length];
        return BrotliDecoder.TryDecompress(body.AsSpan(5), plain, out var written) && written == length ? plain : throw Damaged();
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Effektkaeder.GraphQL.Execution.Results;

/// <summary>
/// JSON as UTF-8 in a rented array. Who writes must keep its grammar: property names come encoded, with their quotes,
/// colon and comma. Text is escaped as <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> does it.
/// </summary>
internal sealed class JsonBuffer : IBufferWriter<byte>, IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>What most texts are made of: ASCII that needs no escape.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("\"\\"),
    ]);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> From(int start) => _bytes.AsSpan(start, Length - start);

    public ReadOnlySpan<byte> Part(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Takes back what was written after a place.</summary>
    public void CutTo(int length) => Length = length;

    public void Byte(char ascii)
    {
        Ensure(1);
        _bytes[Length++] = (byte)ascii;
    }

    public void Raw(ReadOnlySpan<byte> json)
    {
        Ensure(json.Length);
        json.CopyTo(_bytes.AsSpan(Length));
        Length += json.Length;
    }

    public void Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            Ensure(text.Length + 2);
            _bytes[Length++] = (byte)'"';
            Length += Encoding.ASCII.GetBytes(text, _bytes.AsSpan(Length));
            _bytes[Length++] = (byte)'"';
        }
        else if (!TryLatin(text))
        {
            using var json = new Utf8JsonWriter(this, Options);
            json.WriteStringValue(text);
        }
    }

    /// <summary>A leaf that coercion let through: null, text, a truth value, a number, or plain lists and maps of them.</summary>
    public void Value(object? value)
    {
        switch (value)
        {
            case null:
                Raw("null"u8);
                break;
            case string text:
                Text(text);
                break;
            case bool flag:
                Raw(flag ? "true"u8 : "false"u8);
                break;
            case int number:
                Number(number);
                break;
            case long number:
                Number(number);
                break;
            case short or byte or sbyte or ushort or uint:
                Number(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> map:
                Map(map);
                break;
            case IEnumerable list:
                List(list);
                break;
            default:
                Other(value);
                break;
        }
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 256));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Length) = ([], 0);
    }

    /// <summary>Text with letters of the Latin blocks, each of two bytes; false where anything needs an escape or more.</summary>
    private bool TryLatin(string text)
    {
        Ensure((2 * text.Length) + 2);
        var (bytes, at) = (_bytes, Length);
        bytes[at++] = (byte)'"';
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                bytes[at++] = (byte)c;
            }
            else if (c is > '\u00a0' and < '\u0250' and not '\u00ad')
            {
                bytes[at++] = (byte)(0xc0 | (c >> 6));
                bytes[at++] = (byte)(0x80 | (c & 0x3f));
            }
            else
            {
                return false;
            }
        }

        bytes[at++] = (byte)'"';
        Length = at;
        return true;
    }

    private void Number(long number)
    {
        Ensure(20);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(Length), out var written);
        Length += written;
    }

    private void Map(IReadOnlyDictionary<string, object?> map)
    {
        var next = '{';
        foreach (var (key, item) in map)
        {
            Byte(next);
            Text(key);
            Byte(':');
            Value(item);
            next = ',';
        }

        Raw(next == '{' ? "{}"u8 : "}"u8);
    }

    private void List(IEnumerable list)
    {
        var next = '[';
        foreach (var item in list)
        {
            Byte(next);
            Value(item);
            next = ',';
        }

        Raw(next == '[' ? "[]"u8 : "]"u8);
    }

    private void Other(object value)
    {
        using var json = new Utf8JsonWriter(this, Options);
        switch (value)
        {
            case double number:
                json.WriteNumberValue(number);
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} cannot be written; coercion lets none through.");
        }
    }

    private void Ensure(int more)
    {
        if (_bytes.Length - Length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + more));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

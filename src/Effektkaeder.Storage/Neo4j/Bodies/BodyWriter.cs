using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Effektkaeder.Storage.Neo4j.Bodies;

/// <summary>
/// Writes a body as text, for a server that keeps texts in blocks of 128 bytes and is spoken to in JSON: numbers with a space after,
/// texts after their length, and a text that was written before, or stands in another property, as its number alone.
/// </summary>
internal sealed class BodyWriter
{
    /// <summary>Shorter bodies are not worth packing: they are in one block anyway.</summary>
    private const int WorthPacking = 120,
        Quality = 5,
        Window = 18;

    private readonly StringBuilder _out = new(256);
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <param name="known">The texts that the reader has from elsewhere, in the same order.</param>
    public BodyWriter(IEnumerable<string?> known)
    {
        foreach (var text in known)
        {
            Know(text);
        }
    }

    public void Number(int value) => _out.Append(CultureInfo.InvariantCulture, $"{value} ");

    /// <summary>In its shortest form that reads back as the same.</summary>
    public void Fraction(double value) => _out.Append(CultureInfo.InvariantCulture, $"{value:R} ");

    public void Text(string? text)
    {
        if (text is null)
        {
            _out.Append('-');
        }
        else if (_known.TryGetValue(text, out var number))
        {
            _out.Append('=');
            Number(number);
        }
        else
        {
            Number(text.Length);
            _out.Append(text);
            Know(text);
        }
    }

    public void Day(DateOnly? day)
    {
        if (day is { } d)
        {
            Number(d.DayNumber);
        }
        else
        {
            _out.Append('-');
        }
    }

    public void Many<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    /// <summary>The body; packed (Brotli, base 64) where that makes it a tenth smaller. Its first letter says which.</summary>
    public string Body()
    {
        var text = _out.ToString();
        var plain = Encoding.UTF8.GetBytes(text);
        if (plain.Length < WorthPacking)
        {
            return text;
        }

        var packed = new byte[plain.Length * 9 / 10 * 3 / 4];
        return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, Window)
            ? string.Create(CultureInfo.InvariantCulture, $"!{plain.Length} {Convert.ToBase64String(packed, 0, length).TrimEnd('=')}")
            : text;
    }

    /// <summary>A number in the list has to be shorter than the text itself.</summary>
    private void Know(string? text)
    {
        if (text is { Length: > 1 })
        {
            _known.TryAdd(text, _known.Count);
        }
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Bodies;

/// <summary>Reads what <see cref="BodyWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">The text is no body.</exception>
internal sealed class BodyReader
{
    private const int MostBytes = 256 * 1024 * 1024;

    private readonly string _body;
    private readonly List<string> _known = [];
    private readonly HashSet<string> _isKnown = new(StringComparer.Ordinal);
    private int _at;

    /// <param name="known">As the writer was given them.</param>
    public BodyReader(string body, IEnumerable<string?> known)
    {
        _body = body is ['!', ..] ? Unpacked(body) : body;
        foreach (var text in known)
        {
            Know(text);
        }
    }

    public bool IsAtEnd => _at == _body.Length;

    public int Number() => int.TryParse(Word(), CultureInfo.InvariantCulture, out var number) ? number : throw Damaged();

    public double Fraction() => double.TryParse(Word(), CultureInfo.InvariantCulture, out var number) ? number : throw Damaged();

    public string Text() => Optional() ?? throw Damaged();

    public string? Optional()
    {
        if (Is('-'))
        {
            return null;
        }

        if (Is('='))
        {
            var number = Number();
            return number >= 0 && number < _known.Count ? _known[number] : throw Damaged();
        }

        var length = Number();
        if (length < 0 || length > _body.Length - _at)
        {
            throw Damaged();
        }

        var text = _body.Substring(_at, length);
        _at += length;
        Know(text);
        return text;
    }

    public DateOnly? Day()
    {
        if (Is('-'))
        {
            return null;
        }

        var day = Number();
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw Damaged();
    }

    public ValueList<T> Many<T>(Func<T> read)
    {
        var count = Number();
        var items = new T[count >= 0 && count <= _body.Length ? count : throw Damaged()];
        for (var i = 0; i < count; i++)
        {
            items[i] = read();
        }

        return new(items);
    }

    public static InvalidDataException Damaged() => new("The text is no body.");

    private bool Is(char mark)
    {
        if (_at < _body.Length && _body[_at] == mark)
        {
            _at++;
            return true;
        }

        return false;
    }

    private ReadOnlySpan<char> Word()
    {
        var end = _body.IndexOf(' ', _at);
        if (end < 0)
        {
            throw Damaged();
        }

        var word = _body.AsSpan(_at, end - _at);
        _at = end + 1;
        return word;
    }

    private void Know(string? text)
    {
        if (text is { Length: > 1 } && _isKnown.Add(text))
        {
            _known.Add(text);
        }
    }

    private static string Unpacked(string body)
    {
        var space = body.IndexOf(' ');
        if (
            space < 0
            || !int.TryParse(body.AsSpan(1, space - 1), CultureInfo.InvariantCulture, out var length)
            || length is < 0 or > MostBytes
        )
        {
            throw Damaged();
        }

        var text = body[(space + 1)..];
        var packed = new byte[text.Length];
        var plain = new byte[length];
        return
            Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), packed, out var bytes)
            && BrotliDecoder.TryDecompress(packed.AsSpan(0, bytes), plain, out var written)
            && written == length
            ? Encoding.UTF8.GetString(plain)
            : throw Damaged();
    }
}

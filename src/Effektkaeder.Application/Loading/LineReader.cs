using System.Buffers;

namespace Effektkaeder.Application.Loading;

/// <summary>Lines of UTF-8 as they lie in one lent buffer: no string, no copy. A line is given as soon as its end has come.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
    private int _start,
        _end;
    private bool _ended;

    /// <summary>1-based, of the line last given.</summary>
    public int Number { get; private set; }

    /// <param name="line">Without its end; valid until the next.</param>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        for (var searched = 0; ;)
        {
            var left = _buffer.AsSpan(_start, _end - _start);
            var length = left[searched..].IndexOf((byte)'\n');
            if (length >= 0 || _ended)
            {
                line = length >= 0 ? left[..(searched + length)] : left;
                _start += length >= 0 ? line.Length + 1 : line.Length;
                var any = length >= 0 || line.Length > 0;
                line = Trimmed(line);
                return any;
            }

            searched = left.Length;
            Fill();
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Fill()
    {
        var left = _buffer.AsSpan(_start, _end - _start);
        if (left.Length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            left.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            left.CopyTo(_buffer);
        }

        (_start, _end) = (0, left.Length);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }

    /// <summary>Without the first line's byte order mark, and without the carriage return of a line from Windows.</summary>
    private ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line)
    {
        if (++Number == 1 && line.StartsWith("\ufeff"u8))
        {
            line = line[3..];
        }

        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }
}

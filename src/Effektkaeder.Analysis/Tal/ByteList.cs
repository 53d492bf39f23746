using System.Runtime.InteropServices;

namespace Effektkaeder.Analysis.Tal;

/// <summary>Byte strings, numbered as they come.</summary>
public sealed class ByteList
{
    private const int ChunkSize = 1 << 20;

    private readonly List<byte[]> _chunks = [];
    private readonly List<Place> _places = [];
    private int _used = ChunkSize;

    public int Count => _places.Count;

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var place = CollectionsMarshal.AsSpan(_places)[number];
            return _chunks[place.Chunk].AsSpan(place.Offset, place.Length);
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_used + bytes.Length > ChunkSize)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, bytes.Length)]);
            _used = 0;
        }

        bytes.CopyTo(_chunks[^1].AsSpan(_used));
        _places.Add(new(_chunks.Count - 1, _used, bytes.Length));
        _used = bytes.Length > ChunkSize ? ChunkSize : _used + bytes.Length;
    }

    private readonly record struct Place(int Chunk, int Offset, int Length);
}

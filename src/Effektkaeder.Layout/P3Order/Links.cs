using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// A short list of items; the first few lie inline, as most lists end there and thousands are walked in the innermost loops.
/// </summary>
internal struct Links
{
    private const int Inline = 3;

    private Few _few;
    private int[]? _many;

    public int Count { get; private set; }

    [UnscopedRef]
    public readonly ReadOnlySpan<int> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _many is null ? ((ReadOnlySpan<int>)_few)[..Count] : _many.AsSpan(0, Count);
    }

    [UnscopedRef]
    private Span<int> Room => _many ?? (Span<int>)_few;

    public void Add(int item)
    {
        if (Count == Room.Length)
        {
            var many = new int[Count * 2];
            Span.CopyTo(many);
            _many = many;
        }

        Room[Count++] = item;
    }

    public void Remove(int item)
    {
        var at = Span.IndexOf(item);
        Room[at] = Room[--Count];
    }

    [InlineArray(Inline)]
    private struct Few
    {
        private int _first;
    }
}

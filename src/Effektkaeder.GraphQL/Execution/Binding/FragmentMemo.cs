using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// The bytes of objects that were answered, to be answered again from one unchanging state of the data. It belongs to
/// that state and goes with it, so nothing in it can be stale. Only objects of types bound as <see cref="SchemaBinder.Kept"/>
/// stand in it, and only under selections whose every field is a pure function of its parent and that state: no variable,
/// nothing of the request's services, no error. When it is full it is emptied: what is still asked for is soon there again.
/// </summary>
public sealed class FragmentMemo(long maxBytes = 64L * 1024 * 1024)
{
    /// <summary>
    /// Larger objects are put together from the smaller ones below them, so that nothing is kept at every level above it.
    /// </summary>
    internal const int MaxFragment = 8 * 1024;

    /// <summary>What an entry takes beside its bytes, about.</summary>
    private const int Overhead = 120;

    private readonly ConcurrentDictionary<Key, byte[]> _fragments = new();
    private long _size;

    /// <summary>Bytes held, about.</summary>
    public long Size => Interlocked.Read(ref _size);

    internal byte[]? Find(object selection, object value) => _fragments.GetValueOrDefault(new Key(selection, value));

    internal void Keep(object selection, object value, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxFragment)
        {
            return;
        }

        if (Interlocked.Add(ref _size, bytes.Length + Overhead) > maxBytes)
        {
            _fragments.Clear();
            Interlocked.Exchange(ref _size, bytes.Length + Overhead);
        }

        _fragments[new Key(selection, value)] = bytes.ToArray();
    }

    /// <summary>Both by reference: a plan of another document, or an equal object of another state, is another key.</summary>
    private readonly struct Key(object selection, object value) : IEquatable<Key>
    {
        private readonly object _selection = selection;
        private readonly object _value = value;

        public bool Equals(Key other) => ReferenceEquals(_value, other._value) && ReferenceEquals(_selection, other._selection);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(_value) ^ (RuntimeHelpers.GetHashCode(_selection) * 31);
    }
}

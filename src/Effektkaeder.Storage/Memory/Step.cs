using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>A walk as bits: which types and kinds pass.</summary>
internal sealed class Step(Walk walk)
{
    private readonly ulong _types = Bits(walk.Types.Select(t => (int)t)),
        _kinds = Bits(walk.Kinds.Select(k => (int)k));

    public bool Out { get; } = walk.Direction is Direction.Out or Direction.Either;

    public bool In { get; } = walk.Direction is Direction.In or Direction.Either;

    public bool Passes(byte type, byte kind) => (_types >> type & 1) == 1 && (_kinds >> kind & 1) == 1;

    private static ulong Bits(IEnumerable<int> numbers) =>
        numbers.Aggregate(0UL, (bits, n) => bits | 1UL << n) is var bits and not 0 ? bits : ulong.MaxValue;
}

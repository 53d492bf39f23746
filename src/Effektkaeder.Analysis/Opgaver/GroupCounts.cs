using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Opgaver;

/// <summary>Nodes counted by place and level; groups that read the same (kinds without a level) are one.</summary>
public readonly ref struct GroupCounts
{
    private readonly Grupper _groups;
    private readonly ReadOnlySpan<int> _ranks;
    private readonly int[] _counts;

    internal GroupCounts(Grupper groups, ReadOnlySpan<int> ranks, int[] counts)
    {
        _groups = groups;
        _ranks = ranks;
        _counts = counts;
    }

    public Enumerator GetEnumerator() => new(this);

    /// <param name="place"><c>kommune|centre</c>, UTF-8.</param>
    /// <param name="level">Null for kinds outside the goal hierarchy.</param>
    public readonly ref struct Row(ReadOnlySpan<byte> place, int? level, int count)
    {
        public ReadOnlySpan<byte> Place { get; } = place;

        public int? Level { get; } = level;

        public int Count { get; } = count;
    }

    public ref struct Enumerator(GroupCounts counts)
    {
        private readonly GroupCounts _counts = counts;
        private int _next;

        public Row Current { get; private set; }

        public bool MoveNext()
        {
            if (_next == _counts._ranks.Length)
            {
                return false;
            }

            var (groups, rank) = (_counts._groups, _counts._ranks[_next++]);
            var (group, count) = (groups.Ranked[rank], _counts._counts[rank]);
            while (_next < _counts._ranks.Length && Same(groups, group, groups.Ranked[_counts._ranks[_next]]))
            {
                count += _counts._counts[_counts._ranks[_next++]];
            }

            Current = new(groups.PlaceOf(group), groups[group].Kind.Level(), count);
            return true;
        }

        private static bool Same(Grupper groups, int a, int b) =>
            groups[a].Kind.Level() == groups[b].Kind.Level() && groups.PlaceOf(a).SequenceEqual(groups.PlaceOf(b));
    }
}

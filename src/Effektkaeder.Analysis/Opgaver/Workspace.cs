using System.Collections.Concurrent;
using Effektkaeder.Analysis.Tal;

namespace Effektkaeder.Analysis.Opgaver;

/// <summary>
/// What a walk over a graph needs to remember, lent from a pool: a walk allocates nothing, and forgets by counting on instead of
/// clearing. Holds the answer of the last walk until the next. For one walk at a time.
/// </summary>
public sealed class Workspace : IDisposable
{
    /// <summary>Where marks are cleared: far from where they would run over.</summary>
    private const int MostBase = 1 << 30;

    private static readonly ConcurrentBag<Workspace> Pool = [];

    private int[] _groupCounts = [],
        _groups = [];
    private int _groupCount,
        _highest;
    private bool _returned;

    private Workspace(Talgraf graph) => Graph = graph;

    public Talgraf Graph { get; private set; }

    /// <summary>The nodes of the answer, by id.</summary>
    public ReadOnlySpan<int> Nodes => List.AsSpan(First, Count - First);

    /// <summary>By node: <see cref="Base"/> and what a walk keeps of it; less than the base where this walk has not been.</summary>
    internal int[] Marks { get; private set; } = [];

    /// <summary>By node the same above, and something more below, for walks that keep two things.</summary>
    internal long[] States { get; private set; } = [];

    internal int Base { get; private set; } = 1;

    /// <summary>Nodes in the order that they were found; sorted once the walk is done.</summary>
    internal int[] List { get; private set; } = [];

    internal int Count { get; set; }

    /// <summary>Where the answer begins in the list: 1 where it leaves out the node that was asked of.</summary>
    internal int First { get; private set; }

    internal Growing<long> Queue { get; } = new();

    internal Ways Ways { get; } = new();

    public static Workspace On(Talgraf graph)
    {
        if (!Pool.TryTake(out var work))
        {
            work = new(graph);
        }

        (work._returned, work.Graph) = (false, graph);
        if (work.Marks.Length < graph.Count)
        {
            (work.Marks, work.States, work.List, work.Base) = (new int[graph.Count], new long[graph.Count], new int[graph.Count], 1);
        }

        return work;
    }

    /// <summary>The depth that <see cref="Descendants"/> found a node at.</summary>
    public int DepthOf(int node) => Marks[node] - Base;

    /// <summary>How many nodes of the answer stand in each group, groups by place and level.</summary>
    public GroupCounts CountGroups()
    {
        var groups = Graph.Groups;
        if (_groupCounts.Length < groups.Count)
        {
            (_groupCounts, _groups) = (new int[groups.Count], new int[groups.Count]);
        }

        foreach (var group in _groups.AsSpan(0, _groupCount))
        {
            _groupCounts[group] = 0;
        }

        _groupCount = 0;
        foreach (var node in Nodes)
        {
            var rank = groups.Rank[Graph.GroupOf(node)];
            if (_groupCounts[rank]++ == 0)
            {
                _groups[_groupCount++] = rank;
            }
        }

        _groups.AsSpan(0, _groupCount).Sort();
        return new(groups, _groups.AsSpan(0, _groupCount), _groupCounts);
    }

    /// <summary>Lends the workspace on; its answer must not be read any more.</summary>
    public void Dispose()
    {
        if (_returned)
        {
            return;
        }

        // Whoever waits in the pool holds no graph.
        (_returned, Graph) = (true, Talgraf.Empty);
        if (Pool.Count < Environment.ProcessorCount)
        {
            Pool.Add(this);
        }
    }

    /// <summary>Begins a walk: what was found before is forgotten.</summary>
    /// <param name="first">How many of the first found the answer leaves out.</param>
    internal void Begin(int first)
    {
        Base += _highest + 1;
        _highest = 0;
        if (Base > MostBase)
        {
            Array.Clear(Marks);
            Array.Clear(States);
            Base = 1;
        }

        (First, Count) = (first, 0);
        Queue.Clear();
    }

    /// <summary>Tells the highest number above the base that a walk has used.</summary>
    internal void Used(int highest) => _highest = Math.Max(_highest, highest);
}

namespace Effektkaeder.Layout.Graph;

/// <summary>The side of a column on which an edge turns back.</summary>
internal enum Side
{
    /// <summary>Towards the earlier levels.</summary>
    Before,

    /// <summary>Towards the later levels.</summary>
    After,
}

/// <summary>What stands in a column: a node, or an edge passing through.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Lane">Its lane, numbered in the order of the bands.</param>
/// <param name="Node">Index of the node, or -1 where an edge passes.</param>
/// <param name="Edge">Index of the passing edge, or -1.</param>
internal readonly record struct Item(int Column, int Lane, int Node, int Edge)
{
    public bool IsNode => Node >= 0;
}

/// <summary>
/// An edge from source to target, item by item. Two items in a row stand in neighbouring columns, or in the same
/// one: that hop is an arc in the channel on the side <see cref="Turn"/>. There is at most one arc in a chain.
/// </summary>
internal sealed record Chain(int[] Items, Side Turn);

/// <summary>Columns with their items in order: lanes are contiguous and follow one another alike in every column.</summary>
/// <param name="Layered">The graph before it was ordered.</param>
/// <param name="Items">The nodes first, by their index, then the passing edges.</param>
/// <param name="Columns">By column, the items in order.</param>
/// <param name="Chains">By edge.</param>
/// <param name="Lanes">Names of the lanes in the order of the bands.</param>
internal sealed record OrderedGraph(LayeredGraph Layered, Item[] Items, int[][] Columns, Chain[] Chains, string?[] Lanes);

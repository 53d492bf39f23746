namespace Effektkaeder.Layout.Graph;

/// <summary>
/// Every node has a column; columns of one level are neighbours, and levels follow one another.
/// </summary>
/// <param name="Graph">The graph.</param>
/// <param name="Column">By node.</param>
/// <param name="ColumnLevel">By column, an index into <paramref name="LevelNumbers"/>; never falls.</param>
/// <param name="LevelNumbers">The numbers of the levels in use, rising.</param>
internal sealed record LayeredGraph(IndexedGraph Graph, int[] Column, int[] ColumnLevel, int[] LevelNumbers)
{
    public int ColumnCount => ColumnLevel.Length;
}

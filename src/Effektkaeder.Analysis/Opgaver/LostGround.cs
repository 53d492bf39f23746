namespace Effektkaeder.Analysis.Opgaver;

/// <summary>The nodes that some vision reaches over hierarchy edges now, and none without this one; itself left out.</summary>
public static class LostGround
{
    public static void Find(Workspace work, int node)
    {
        work.Begin(first: 0);
        var lost = work.Graph.Support.Lost(node);
        lost.CopyTo(work.List);
        work.Count = lost.Length;
        work.Graph.Order.Sort(work.List.AsSpan(0, lost.Length));
    }
}

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// A start near the best order so far: most items stand where they stood there, some are thrown anywhere in their lane.
/// <para>Source: Lourenço, Martin and Stützle, "Iterated local search" (2003): near a good optimum lie better ones.</para>
/// </summary>
internal static class ShakenOrder
{
    /// <summary>
    /// Share of the items that lose their place, and how many at least, so that a small graph is shaken too; there one start is shaken
    /// little and another much, as either finds what the other does not.
    /// </summary>
    private const double Share = 0.1;
    private const double Least = 6;
    private const double Most = 20;

    /// <param name="space">Nodes and plain edges, which every start numbers alike.</param>
    /// <param name="best">An order of the same graph, its other edges drawn too.</param>
    /// <param name="random">What is thrown, and where to.</param>
    public static void Set(Workspace space, Workspace best, Random random)
    {
        var thrown = Math.Max(Share, (Least + ((Most - Least) * random.NextDouble())) / space.Count);
        for (var c = 0; c < space.Order.Length; c++)
        {
            var items = best.Order[c].FindAll(i => i < space.Count).ToArray();
            var keys = new (int Lane, double Place)[items.Length];
            for (var k = 0; k < items.Length; k++)
            {
                space.Lane[items[k]] = best.Lane[items[k]];
                keys[k] = (space.Lane[items[k]], random.NextDouble() < thrown ? random.NextDouble() * items.Length : k);
            }

            Array.Sort(keys, items);
            space.Order[c].Clear();
            space.Order[c].AddRange(items);
            space.Renumber(c);
        }
    }
}

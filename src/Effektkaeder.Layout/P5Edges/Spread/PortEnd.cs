namespace Effektkaeder.Layout.P5Edges.Spread;

/// <summary>One end of one hop at a box.</summary>
/// <param name="Slot">Where its place is written.</param>
/// <param name="Other">The item at the hop's other end.</param>
/// <param name="IsArc">Whether the hop stays in the column.</param>
/// <param name="Order">Its rank along the border.</param>
internal readonly record struct PortEnd(int Slot, int Other, bool IsArc, (int Group, int Rank, int Edge) Order)
{
    public static (int Group, int Rank, int Edge) Key(bool loop, bool arc, int place, int other, int edge, int end)
    {
        if (loop)
        {
            return (3, edge, end);
        }

        if (!arc)
        {
            return (1, other, edge);
        }

        // Doubled arcs nest: the outer one is first at the one end and last at the other.
        return other < place ? (0, -other, -edge) : (2, -other, edge);
    }
}

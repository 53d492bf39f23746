namespace Effektkaeder.GraphQL.Execution.Results;

/// <summary>Paths and null propagation over the result (spec 6.4.4).</summary>
internal static class ResultPaths
{
    /// <summary>The path of a position: response names (aliases) and list positions from the root.</summary>
    public static IReadOnlyList<object> PathOf(CellHolder holder, int index)
    {
        var path = new List<object>();
        var (at, i) = ((CellHolder?)holder, index);
        while (at is not null)
        {
            if (at is ResultColumn column)
            {
                path.Add(column.Field.ResponseName);
                (at, i) = column.Group.Origin(i);
            }
            else
            {
                var list = (ResultList)at;
                path.Add(i);
                (at, i) = (list.Owner, list.OwnerIndex);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the position, or anything it stands in, has become null already.</summary>
    public static bool IsGone(CellHolder holder, int index)
    {
        var (at, i) = ((CellHolder?)holder, index);
        while (at is not null)
        {
            if (at is ResultColumn column)
            {
                if (column.Group.IsDead(i))
                {
                    return true;
                }

                (at, i) = column.Group.Origin(i);
            }
            else
            {
                var list = (ResultList)at;
                if (list.IsDead)
                {
                    return true;
                }

                (at, i) = (list.Owner, list.OwnerIndex);
            }
        }

        return false;
    }

    /// <summary>
    /// Puts null at a position, and where null may not stand, at what it stands in. Answers false when that reaches the root.
    /// </summary>
    public static bool Nullify(CellHolder holder, int index)
    {
        var (at, i) = (holder, index);
        while (true)
        {
            at.Cells[i] = default;
            if (at.IsNullable)
            {
                return true;
            }

            if (at is ResultColumn column)
            {
                column.Group.Kill(i);
                var (owner, position) = column.Group.Origin(i);
                if (owner is null)
                {
                    return false;
                }

                (at, i) = (owner, position);
            }
            else
            {
                var list = (ResultList)at;
                list.IsDead = true;
                (at, i) = (list.Owner, list.OwnerIndex);
            }
        }
    }
}

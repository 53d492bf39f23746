using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>The nodes so that every demand points forwards (Kahn 1962).</summary>
internal static class Topological
{
    public static int[] Order(int count, Precedence[] demands)
    {
        var start = new int[count + 1];
        var left = new int[count];
        foreach (var demand in demands)
        {
            start[demand.Before + 1]++;
            left[demand.After]++;
        }

        for (var i = 0; i < count; i++)
        {
            start[i + 1] += start[i];
        }

        var next = new int[demands.Length];
        var fill = start[..count];
        foreach (var demand in demands)
        {
            next[fill[demand.Before]++] = demand.After;
        }

        var order = new int[count];
        var (head, tail) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            if (left[i] == 0)
            {
                order[tail++] = i;
            }
        }

        while (head < tail)
        {
            var node = order[head++];
            for (var k = start[node]; k < start[node + 1]; k++)
            {
                if (--left[next[k]] == 0)
                {
                    order[tail++] = next[k];
                }
            }
        }

        return order;
    }
}

using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// A first order by a walk down the hierarchy: a tree drawn in it has no crossing. Seeds shuffle the roots and children.
/// </summary>
internal static class InitialOrder
{
    public static void Set(Workspace space, Random? shuffle)
    {
        var number = new int[space.Count];
        Array.Fill(number, -1);
        var next = 0;
        var stack = new Stack<int>();
        var scratch = new List<int>();
        for (var c = 0; c < space.Order.Length; c++)
        {
            scratch.Clear();
            scratch.AddRange(Enumerable.Range(0, space.Count).Where(i => space.Column[i] == c && number[i] < 0));
            Shuffle(scratch, shuffle);
            foreach (var root in scratch)
            {
                Walk(root);
            }
        }

        var byColumn = Enumerable.Range(0, space.Count).OrderBy(i => space.Lane[i]).ThenBy(i => number[i]);
        foreach (var order in space.Order)
        {
            order.Clear();
        }

        foreach (var item in byColumn)
        {
            space.Order[space.Column[item]].Add(item);
        }

        for (var c = 0; c < space.Order.Length; c++)
        {
            space.Renumber(c);
        }

        void Walk(int root)
        {
            stack.Push(root);
            var children = new List<int>();
            while (stack.TryPop(out var item))
            {
                if (number[item] >= 0)
                {
                    continue;
                }

                number[item] = next++;
                children.Clear();
                children.AddRange(space.Inner[(int)Side.After][item].Span);
                Shuffle(children, shuffle);
                for (var k = children.Count - 1; k >= 0; k--)
                {
                    stack.Push(children[k]);
                }
            }
        }
    }

    private static void Shuffle(List<int> items, Random? random)
    {
        for (var i = items.Count - 1; random is not null && i > 0; i--)
        {
            var j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

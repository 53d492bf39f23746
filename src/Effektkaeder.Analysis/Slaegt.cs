using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>
/// All that stands above or below some nodes in the hierarchy, nearest first, each once; not the nodes themselves unless one stands over
/// another. Linear in what it meets, rings included.
/// </summary>
public static class Slaegt
{
    public static IEnumerable<Node> Above(Udsnit udsnit, IEnumerable<Node> nodes) =>
        Walk(udsnit, Numbers(udsnit, nodes), up: true).Select(node => udsnit.Nodes[node]);

    public static IEnumerable<Node> Below(Udsnit udsnit, IEnumerable<Node> nodes) =>
        Walk(udsnit, Numbers(udsnit, nodes), up: false).Select(node => udsnit.Nodes[node]);

    /// <summary>The same by number.</summary>
    public static List<int> Above(Udsnit udsnit, IEnumerable<int> nodes) => Walk(udsnit, nodes, up: true);

    /// <summary>The same by number.</summary>
    public static List<int> Below(Udsnit udsnit, IEnumerable<int> nodes) => Walk(udsnit, nodes, up: false);

    private static IEnumerable<int> Numbers(Udsnit udsnit, IEnumerable<Node> nodes) =>
        nodes.Select(node => udsnit.IndexOf(node.Key)).OfType<int>();

    private static List<int> Walk(Udsnit udsnit, IEnumerable<int> nodes, bool up)
    {
        var (found, seen) = (new List<int>(), new HashSet<int>());
        foreach (var node in nodes)
        {
            Step(node);
        }

        for (var next = 0; next < found.Count; next++)
        {
            Step(found[next]);
        }

        return found;

        void Step(int node)
        {
            foreach (var edge in up ? udsnit.In(node) : udsnit.Out(node))
            {
                var end = up ? udsnit.From(edge) : udsnit.To(edge);
                if (udsnit.TypeOf(edge).IsHierarchy() && seen.Add(end))
                {
                    found.Add(end);
                }
            }
        }
    }
}

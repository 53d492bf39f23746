using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// All that stands above or below some nodes in the hierarchy, nearest first, each once; not the nodes themselves unless one stands over
/// another.
/// </summary>
internal static class Slaegt
{
    public static IEnumerable<Node> Above(Udsnit udsnit, IEnumerable<Node> nodes) => Walk(nodes, udsnit.Parents);

    public static IEnumerable<Node> Below(Udsnit udsnit, IEnumerable<Node> nodes) => Walk(nodes, udsnit.Children);

    private static IEnumerable<Node> Walk(IEnumerable<Node> nodes, Func<string, IEnumerable<Node>> step)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Node>(nodes);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in step(node.Key))
            {
                if (seen.Add(next.Key))
                {
                    queue.Enqueue(next);
                    yield return next;
                }
            }
        }
    }
}

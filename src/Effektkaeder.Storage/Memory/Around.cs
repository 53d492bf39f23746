using Effektkaeder.Analysis;

namespace Effektkaeder.Storage.Memory;

/// <summary>What stands around a node, step by step.</summary>
internal sealed class Around(Udsnit graph)
{
    public IEnumerable<(int Node, int Edge)> Of(int from, Step step)
    {
        if (step.Out)
        {
            foreach (var edge in graph.Out(from).ToArray())
            {
                if (step.Passes((byte)graph.TypeOf(edge), (byte)graph.KindOf(graph.To(edge))))
                {
                    yield return (graph.To(edge), edge);
                }
            }
        }

        if (step.In)
        {
            foreach (var edge in graph.In(from).ToArray())
            {
                if (step.Passes((byte)graph.TypeOf(edge), (byte)graph.KindOf(graph.From(edge))))
                {
                    yield return (graph.From(edge), edge);
                }
            }
        }
    }
}

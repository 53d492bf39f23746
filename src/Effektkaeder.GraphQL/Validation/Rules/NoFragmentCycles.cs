using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or by way of others (spec 5.5.2.2). A walk with a stack of its own.</summary>
internal sealed class NoFragmentCycles : ValidationRule
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public override void VisitFragment(FragmentDefinitionNode fragment)
    {
        if (!_visited.Add(fragment.Name.Value))
        {
            return;
        }

        var path = new List<FragmentSpreadNode>();
        var onPath = new Dictionary<string, int>(StringComparer.Ordinal) { [fragment.Name.Value] = 0 };
        var stack = new Stack<(string Name, IEnumerator<FragmentSpreadNode> Spreads)>();
        stack.Push((fragment.Name.Value, Context.SpreadsOf(fragment).GetEnumerator()));
        while (stack.TryPeek(out var frame) && !Context.IsFull)
        {
            if (!frame.Spreads.MoveNext())
            {
                stack.Pop();
                onPath.Remove(frame.Name);
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }

                continue;
            }

            var spread = frame.Spreads.Current;
            var name = spread.Name.Value;
            if (onPath.TryGetValue(name, out var from))
            {
                ReportCycle(name, [.. path.Skip(from), spread]);
            }
            else if (_visited.Add(name) && Context.Fragments.TryGetValue(name, out var next))
            {
                path.Add(spread);
                onPath[name] = path.Count;
                stack.Push((name, Context.SpreadsOf(next).GetEnumerator()));
            }
        }
    }

    private void ReportCycle(string name, IReadOnlyList<FragmentSpreadNode> cycle)
    {
        var others = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name.Value}\""));
        if (cycle.Count == 1)
        {
            Report($"The fragment \"{name}\" spreads itself.", cycle);
        }
        else
        {
            Report($"The fragment \"{name}\" spreads itself by way of {others}.", cycle);
        }
    }
}

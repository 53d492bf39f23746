using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>
/// A subscription has one root field, not of introspection, and no @skip or @include that could leave it with none
/// (spec 5.2.4.1).
/// </summary>
internal sealed class SingleFieldSubscriptions : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        var name = operation.Name is null ? "A subscription" : (Message)$"The subscription \"{operation.Name.Value}\"";
        var conditions = new List<Node>();
        var fields = RootFields(operation, root, conditions);
        if (conditions.Count > 0)
        {
            Report($"{name} cannot use @skip or @include on its root selection.", [.. conditions]);
            return;
        }

        var groups = fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        if (groups.Length == 0)
        {
            Report($"{name} must select one root field.", operation.SelectionSet);
        }
        else if (groups.Length > 1)
        {
            Report($"{name} must select one root field alone.", [.. groups.Skip(1).SelectMany(group => group)]);
        }

        foreach (var group in groups.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            Report($"{name} cannot select the introspection field \"{group[0].Name.Value}\" at its root.", [.. group]);
        }
    }

    /// <summary>CollectSubscriptionFields, in order, without recursion through fragments.</summary>
    private List<FieldNode> RootFields(OperationDefinitionNode operation, ObjectType root, List<Node> conditions)
    {
        var fields = new List<FieldNode>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (pending.TryPop(out var selection))
        {
            var condition =
                selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
                ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
            if (condition is not null)
            {
                conditions.Add(condition);
                continue;
            }

            var (type, set) = selection switch
            {
                InlineFragmentNode inline => (inline.TypeCondition, inline.SelectionSet),
                FragmentSpreadNode spread
                    when visited.Add(spread.Name.Value) && Context.Fragments.TryGetValue(spread.Name.Value, out var fragment) => (
                    fragment.TypeCondition,
                    fragment.SelectionSet
                ),
                _ => (null, null),
            };
            if (selection is FieldNode field)
            {
                fields.Add(field);
            }
            else if (set is not null && Applies(type, root))
            {
                foreach (var inner in set.Selections.Reverse())
                {
                    pending.Push(inner);
                }
            }
        }

        return fields;
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.Schema.FindType(condition.Name.Value) is { } type && Context.Schema.IsSubtype(root, type));
}

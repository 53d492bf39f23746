using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation;

/// <summary>Goes through a document once, keeping track of types, and tells each rule of what it meets.</summary>
/// <param name="isDone">Asked at each selection: once true, the rest is not looked at.</param>
internal sealed class DocumentWalker(Schema schema, IReadOnlyList<ValidationRule> rules, Func<bool>? isDone = null)
{
    public void Walk(DocumentNode document)
    {
        foreach (var rule in rules)
        {
            rule.EnterDocument(document);
        }

        foreach (var definition in document.Definitions)
        {
            Walk(definition);
        }

        foreach (var rule in rules)
        {
            rule.LeaveDocument(document);
        }
    }

    public void Walk(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation:
                foreach (var rule in rules)
                {
                    rule.VisitOperation(operation);
                }

                foreach (var variable in operation.VariableDefinitions.TakeWhile(_ => isDone?.Invoke() != true))
                {
                    WalkVariable(variable);
                }

                var root = schema.RootType(operation.Operation);
                WalkDirectives(operation.Directives, DirectiveLocation.Of(operation.Operation));
                WalkSelections(operation.SelectionSet, root);
                break;
            case FragmentDefinitionNode fragment:
                foreach (var rule in rules)
                {
                    rule.VisitFragment(fragment);
                }

                NamedType(fragment.TypeCondition);
                WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
                WalkSelections(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType);
                break;
            default:
                break;
        }
    }

    private void WalkVariable(VariableDefinitionNode variable)
    {
        var type = schema.Resolve(variable.Type);
        foreach (var rule in rules)
        {
            rule.VisitVariableDefinition(variable, type);
        }

        NamedType(variable.Type.Named);
        if (variable.DefaultValue is not null)
        {
            Literal(variable.DefaultValue, type is { IsInput: true } ? type : null);
        }

        WalkDirectives(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void WalkSelections(SelectionSetNode set, CompositeType? parent)
    {
        foreach (var selection in set.Selections)
        {
            if (isDone?.Invoke() == true)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    WalkField(field, parent);
                    break;
                case InlineFragmentNode inline:
                    WalkInlineFragment(inline, parent);
                    break;
                case FragmentSpreadNode spread:
                    foreach (var rule in rules)
                    {
                        rule.VisitFragmentSpread(spread, parent);
                    }

                    WalkDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                default:
                    break;
            }
        }
    }

    private void WalkField(FieldNode field, CompositeType? parent)
    {
        var definition = parent is null ? null : schema.FindField(parent, field.Name.Value);
        foreach (var rule in rules)
        {
            rule.VisitField(field, parent, definition);
        }

        WalkArguments(field, field.Arguments, definition, null);
        WalkDirectives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is not null)
        {
            WalkSelections(field.SelectionSet, definition?.Type.Named as CompositeType);
        }
    }

    private void WalkInlineFragment(InlineFragmentNode inline, CompositeType? parent)
    {
        GraphQLType? type = inline.TypeCondition is null ? parent : schema.FindType(inline.TypeCondition.Name.Value);
        type = type is { IsOutput: true } ? type : null;
        foreach (var rule in rules)
        {
            rule.VisitInlineFragment(inline, parent, type);
        }

        if (inline.TypeCondition is not null)
        {
            NamedType(inline.TypeCondition);
        }

        WalkDirectives(inline.Directives, DirectiveLocation.InlineFragment);
        WalkSelections(inline.SelectionSet, type as CompositeType);
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var rule in rules)
        {
            rule.VisitDirectives(directives, location);
        }

        foreach (var directive in directives)
        {
            WalkArguments(directive, directive.Arguments, null, schema.FindDirective(directive.Name.Value));
        }
    }

    private void WalkArguments(Node owner, IReadOnlyList<ArgumentNode> arguments, Field? field, DirectiveDefinition? directive)
    {
        foreach (var rule in rules)
        {
            rule.VisitArguments(owner, arguments, field, directive);
        }

        foreach (var argument in arguments)
        {
            var definition = field?.FindArgument(argument.Name.Value) ?? directive?.FindArgument(argument.Name.Value);
            Literal(argument.Value, definition?.Type);
        }
    }

    private void Literal(ValueNode value, GraphQLType? type)
    {
        foreach (var rule in rules)
        {
            rule.VisitLiteral(value, type);
        }
    }

    private void NamedType(NamedTypeNode type)
    {
        foreach (var rule in rules)
        {
            rule.VisitNamedType(type);
        }
    }
}

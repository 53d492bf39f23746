using System.Text;

namespace Effektkaeder.GraphQL.Language;

/// <summary>Nodes to source text: what <see cref="Parser"/> reads back as the same document.</summary>
public sealed partial class Printer
{
    private readonly StringBuilder _text = new();

    private Printer() { }

    public static string Print(Node node)
    {
        var printer = new Printer();
        printer.Write(node, "");
        return printer._text.ToString();
    }

    /// <summary>A string as a quoted literal: only what must be escaped is (spec 2.9.4).</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' or (>= '\u007F' and <= '\u009F') => $"\\u{(int)c:X4}",
                    _ => c.ToString(),
                }
            );
        }

        return text.Append('"').ToString();
    }

    private void Write(Node node, string indent)
    {
        switch (node)
        {
            case DocumentNode document:
                Join(document.Definitions, "\n\n", definition => Write(definition, indent));
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation, indent);
                break;
            case FragmentDefinitionNode fragment:
                Describe(fragment.Description, indent);
                _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ");
                Write(fragment.TypeCondition, indent);
                WriteDirectives(fragment.Directives, indent);
                _text.Append(' ');
                Write(fragment.SelectionSet, indent);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable, indent);
                break;
            case SelectionSetNode set:
                _text.Append("{\n");
                foreach (var selection in set.Selections)
                {
                    _text.Append(indent).Append("  ");
                    Write(selection, indent + "  ");
                    _text.Append('\n');
                }

                _text.Append(indent).Append('}');
                break;
            case SelectionNode selection:
                WriteSelection(selection, indent);
                break;
            case ArgumentNode argument:
                _text.Append(argument.Name.Value).Append(": ");
                Write(argument.Value, indent);
                break;
            case DirectiveNode directive:
                _text.Append('@').Append(directive.Name.Value);
                WriteArguments(directive.Arguments, indent);
                break;
            case NameNode name:
                _text.Append(name.Value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            case ValueNode value:
                WriteValue(value, indent);
                break;
            case ObjectFieldNode field:
                _text.Append(field.Name.Value).Append(": ");
                Write(field.Value, indent);
                break;
            default:
                WriteTypeSystem(node, indent);
                break;
        }
    }

    private void WriteOperation(OperationDefinitionNode operation, string indent)
    {
        var isShort =
            operation is
            { Operation: OperationType.Query, Name: null, Description: null, VariableDefinitions.Count: 0, Directives.Count: 0 };
        if (!isShort)
        {
            Describe(operation.Description, indent);
            _text.Append(
                operation.Operation switch
                {
                    OperationType.Query => "query",
                    OperationType.Mutation => "mutation",
                    _ => "subscription",
                }
            );
            _text.Append(operation.Name is null ? "" : " ").Append(operation.Name?.Value);
            if (operation.VariableDefinitions.Count > 0)
            {
                var described = operation.VariableDefinitions.Any(variable => variable.Description is not null);
                _text.Append(operation.Name is null ? " (" : "(").Append(described ? "\n  " + indent : "");
                Join(operation.VariableDefinitions, described ? "\n  " + indent : ", ", variable => Write(variable, indent + "  "));
                _text.Append(described ? "\n" + indent : "").Append(')');
            }

            WriteDirectives(operation.Directives, indent);
            _text.Append(' ');
        }

        Write(operation.SelectionSet, indent);
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable, string indent)
    {
        Describe(variable.Description, indent);
        _text.Append('$').Append(variable.Variable.Name.Value).Append(": ");
        Write(variable.Type, indent);
        WriteDefault(variable.DefaultValue, indent);
        WriteDirectives(variable.Directives, indent);
    }

    private void WriteSelection(SelectionNode selection, string indent)
    {
        switch (selection)
        {
            case FieldNode field:
                _text.Append(field.Alias is null ? "" : field.Alias.Value + ": ").Append(field.Name.Value);
                WriteArguments(field.Arguments, indent);
                WriteDirectives(field.Directives, indent);
                if (field.SelectionSet is not null)
                {
                    _text.Append(' ');
                    Write(field.SelectionSet, indent);
                }

                break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives, indent);
                break;
            case InlineFragmentNode inline:
                _text.Append("...").Append(inline.TypeCondition is null ? "" : " on " + inline.TypeCondition.Name.Value);
                WriteDirectives(inline.Directives, indent);
                _text.Append(' ');
                Write(inline.SelectionSet, indent);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(selection));
        }
    }

    private void WriteValue(ValueNode value, string indent)
    {
        switch (value)
        {
            case VariableNode variable:
                _text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                _text.Append(number.Text);
                break;
            case FloatValueNode number:
                _text.Append(number.Text);
                break;
            case StringValueNode { IsBlock: true } text when BlockString.CanHold(text.Value):
                _text.Append(BlockString.Print(text.Value, indent));
                break;
            case StringValueNode text:
                _text.Append(Quote(text.Value));
                break;
            case BooleanValueNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                _text.Append("null");
                break;
            case EnumValueNode name:
                _text.Append(name.Value);
                break;
            case ListValueNode list:
                _text.Append('[');
                Join(list.Values, ", ", item => Write(item, indent));
                _text.Append(']');
                break;
            case ObjectValueNode map:
                _text.Append(map.Fields.Count == 0 ? "{" : "{ ");
                Join(map.Fields, ", ", field => Write(field, indent));
                _text.Append(map.Fields.Count == 0 ? "}" : " }");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                _text.Append(named.Name.Value);
                break;
            case ListTypeNode list:
                _text.Append('[');
                WriteType(list.OfType);
                _text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.OfType);
                _text.Append('!');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    private void WriteArguments(IReadOnlyList<ArgumentNode> arguments, string indent)
    {
        if (arguments.Count > 0)
        {
            _text.Append('(');
            Join(arguments, ", ", argument => Write(argument, indent));
            _text.Append(')');
        }
    }

    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives, string indent)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            Write(directive, indent);
        }
    }

    private void WriteDefault(ValueNode? value, string indent)
    {
        if (value is not null)
        {
            _text.Append(" = ");
            Write(value, indent);
        }
    }

    private void Describe(StringValueNode? description, string indent)
    {
        if (description is not null)
        {
            WriteValue(description, indent);
            _text.Append('\n').Append(indent);
        }
    }

    private void Join<T>(IReadOnlyList<T> items, string separator, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? "" : separator);
            write(items[i]);
        }
    }
}

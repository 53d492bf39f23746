namespace Effektkaeder.GraphQL.Language;

/// <summary>Definitions and extensions of the type system as SDL.</summary>
public sealed partial class Printer
{
    private void WriteTypeSystem(Node node, string indent)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                Open(schema, "schema", null, indent);
                WriteDirectives(schema.Directives, indent);
                Block(schema.OperationTypes, indent);
                break;
            case OperationTypeDefinitionNode operation:
                _text.Append(
                    operation.Operation switch
                    {
                        OperationType.Query => "query: ",
                        OperationType.Mutation => "mutation: ",
                        _ => "subscription: ",
                    }
                );
                WriteType(operation.Type);
                break;
            case ScalarTypeDefinitionNode scalar:
                Open(scalar, "scalar", scalar.Name, indent);
                WriteDirectives(scalar.Directives, indent);
                break;
            case ObjectTypeDefinitionNode type:
                Open(type, "type", type.Name, indent);
                Names(" implements ", type.Interfaces, " & ");
                WriteDirectives(type.Directives, indent);
                Block(type.Fields, indent);
                break;
            case InterfaceTypeDefinitionNode type:
                Open(type, "interface", type.Name, indent);
                Names(" implements ", type.Interfaces, " & ");
                WriteDirectives(type.Directives, indent);
                Block(type.Fields, indent);
                break;
            case UnionTypeDefinitionNode union:
                Open(union, "union", union.Name, indent);
                WriteDirectives(union.Directives, indent);
                Names(" = ", union.Types, " | ");
                break;
            case EnumTypeDefinitionNode type:
                Open(type, "enum", type.Name, indent);
                WriteDirectives(type.Directives, indent);
                Block(type.Values, indent);
                break;
            case InputObjectTypeDefinitionNode input:
                Open(input, "input", input.Name, indent);
                WriteDirectives(input.Directives, indent);
                Block(input.Fields, indent);
                break;
            case DirectiveDefinitionNode directive:
                Describe(directive.Description, indent);
                _text.Append("directive @").Append(directive.Name.Value);
                WriteArgumentDefinitions(directive.Arguments, indent);
                _text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
                Join(directive.Locations, " | ", name => _text.Append(name.Value));
                break;
            case FieldDefinitionNode field:
                Describe(field.Description, indent);
                _text.Append(field.Name.Value);
                WriteArgumentDefinitions(field.Arguments, indent);
                _text.Append(": ");
                WriteType(field.Type);
                WriteDirectives(field.Directives, indent);
                break;
            case InputValueDefinitionNode input:
                Describe(input.Description, indent);
                _text.Append(input.Name.Value).Append(": ");
                WriteType(input.Type);
                WriteDefault(input.DefaultValue, indent);
                WriteDirectives(input.Directives, indent);
                break;
            case EnumValueDefinitionNode value:
                Describe(value.Description, indent);
                _text.Append(value.Name.Value);
                WriteDirectives(value.Directives, indent);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name);
        }
    }

    private void Open(TypeSystemDefinitionNode definition, string keyword, NameNode? name, string indent)
    {
        Describe(definition.Description, indent);
        _text.Append(definition.IsExtension ? "extend " : "").Append(keyword);
        if (name is not null)
        {
            _text.Append(' ').Append(name.Value);
        }
    }

    private void Names(string opening, IReadOnlyList<NamedTypeNode> names, string separator)
    {
        if (names.Count > 0)
        {
            _text.Append(opening);
            Join(names, separator, WriteType);
        }
    }

    private void Block<T>(IReadOnlyList<T> items, string indent)
        where T : Node
    {
        if (items.Count == 0)
        {
            return;
        }

        _text.Append(" {\n");
        foreach (var item in items)
        {
            _text.Append(indent).Append("  ");
            Write(item, indent + "  ");
            _text.Append('\n');
        }

        _text.Append(indent).Append('}');
    }

    /// <summary>Arguments stand on one line, unless one is described.</summary>
    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments, string indent)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        if (arguments.All(argument => argument.Description is null))
        {
            _text.Append('(');
            Join(arguments, ", ", argument => Write(argument, indent));
            _text.Append(')');
            return;
        }

        _text.Append("(\n");
        foreach (var argument in arguments)
        {
            _text.Append(indent).Append("  ");
            Write(argument, indent + "  ");
            _text.Append('\n');
        }

        _text.Append(indent).Append(')');
    }
}

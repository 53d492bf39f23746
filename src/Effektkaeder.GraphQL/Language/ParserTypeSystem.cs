namespace Effektkaeder.GraphQL.Language;

/// <summary>The SDL: definitions and extensions of the type system (spec 3).</summary>
public sealed partial class Parser
{
    private TypeSystemDefinitionNode ParseTypeSystemDefinition(Token keyword)
    {
        var start = _token;
        return keyword.Value switch
        {
            "schema" => ParseSchema(start, ParseDescription()),
            "scalar" => ParseScalar(start, ParseDescription(), false),
            "type" => ParseObjectType(start, ParseDescription(), false),
            "interface" => ParseInterface(start, ParseDescription(), false),
            "union" => ParseUnion(start, ParseDescription(), false),
            "enum" => ParseEnum(start, ParseDescription(), false),
            "input" => ParseInputObject(start, ParseDescription(), false),
            "directive" => ParseDirectiveDefinition(start, ParseDescription()),
            _ => throw Unexpected(keyword),
        };
    }

    private TypeSystemDefinitionNode ParseExtension()
    {
        var start = Advance();
        return _token.Kind != TokenKind.Name
            ? throw Unexpected(_token)
            : _token.Value switch
            {
                "schema" => NotEmpty(ParseSchemaExtension(start)),
                "scalar" => NotEmpty(ParseScalar(start, null, true)),
                "type" => NotEmpty(ParseObjectType(start, null, true)),
                "interface" => NotEmpty(ParseInterface(start, null, true)),
                "union" => NotEmpty(ParseUnion(start, null, true)),
                "enum" => NotEmpty(ParseEnum(start, null, true)),
                "input" => NotEmpty(ParseInputObject(start, null, true)),
                _ => throw Unexpected(_token),
            };
    }

    /// <summary>An extension must add something (each extension production of spec 3 asks for one part at least).</summary>
    private TypeSystemDefinitionNode NotEmpty(TypeSystemDefinitionNode extension)
    {
        var adds =
            extension.Directives.Count > 0
            || extension switch
            {
                SchemaDefinitionNode schema => schema.OperationTypes.Count > 0,
                ObjectTypeDefinitionNode type => type.Fields.Count > 0 || type.Interfaces.Count > 0,
                InterfaceTypeDefinitionNode type => type.Fields.Count > 0 || type.Interfaces.Count > 0,
                UnionTypeDefinitionNode union => union.Types.Count > 0,
                EnumTypeDefinitionNode type => type.Values.Count > 0,
                InputObjectTypeDefinitionNode input => input.Fields.Count > 0,
                _ => false,
            };
        return adds ? extension : throw Unexpected(_token);
    }

    private SchemaDefinitionNode ParseSchema(Token start, StringValueNode? description)
    {
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        var operations = Many(TokenKind.BraceLeft, ParseOperationTypeDefinition, TokenKind.BraceRight);
        return new SchemaDefinitionNode(description, directives, operations, false, From(start));
    }

    private SchemaDefinitionNode ParseSchemaExtension(Token start)
    {
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        var operations = OptionalMany(TokenKind.BraceLeft, ParseOperationTypeDefinition, TokenKind.BraceRight);
        return new SchemaDefinitionNode(null, directives, operations, true, From(start));
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType(), From(start));
    }

    private ScalarTypeDefinitionNode ParseScalar(Token start, StringValueNode? description, bool extends)
    {
        ExpectKeyword("scalar");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new ScalarTypeDefinitionNode(description, name, directives, extends, From(start));
    }

    private ObjectTypeDefinitionNode ParseObjectType(Token start, StringValueNode? description, bool extends)
    {
        ExpectKeyword("type");
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFields();
        return new ObjectTypeDefinitionNode(description, name, interfaces, directives, fields, extends, From(start));
    }

    private InterfaceTypeDefinitionNode ParseInterface(Token start, StringValueNode? description, bool extends)
    {
        ExpectKeyword("interface");
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFields();
        return new InterfaceTypeDefinitionNode(description, name, interfaces, directives, fields, extends, From(start));
    }

    private IReadOnlyList<NamedTypeNode> ParseImplements() =>
        TryTakeKeyword("implements") ? Delimited(TokenKind.Ampersand, ParseNamedType) : [];

    private IReadOnlyList<FieldDefinitionNode> ParseFields() =>
        OptionalMany(
            TokenKind.BraceLeft,
            () =>
            {
                var start = _token;
                var description = ParseDescription();
                var name = ParseName();
                var arguments = OptionalMany(TokenKind.ParenLeft, ParseInputValue, TokenKind.ParenRight);
                Expect(TokenKind.Colon);
                var type = ParseTypeReference();
                var directives = ParseDirectives(isConst: true);
                return new FieldDefinitionNode(description, name, arguments, type, directives, From(start));
            },
            TokenKind.BraceRight
        );

    private InputValueDefinitionNode ParseInputValue()
    {
        var start = _token;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = TryTake(TokenKind.Equals) ? ParseValueLiteral(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new InputValueDefinitionNode(description, name, type, defaultValue, directives, From(start));
    }

    private UnionTypeDefinitionNode ParseUnion(Token start, StringValueNode? description, bool extends)
    {
        ExpectKeyword("union");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        IReadOnlyList<NamedTypeNode> types = TryTake(TokenKind.Equals) ? Delimited(TokenKind.Pipe, ParseNamedType) : [];
        return new UnionTypeDefinitionNode(description, name, directives, types, extends, From(start));
    }

    private EnumTypeDefinitionNode ParseEnum(Token start, StringValueNode? description, bool extends)
    {
        ExpectKeyword("enum");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(TokenKind.BraceLeft, ParseEnumValue, TokenKind.BraceRight);
        return new EnumTypeDefinitionNode(description, name, directives, values, extends, From(start));
    }

    private EnumValueDefinitionNode ParseEnumValue()
    {
        var start = _token;
        var description = ParseDescription();
        if (_token.Is("true") || _token.Is("false") || _token.Is("null"))
        {
            throw Error(_token, $"An enum value cannot be called {_token.Value}: the word is reserved.");
        }

        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new EnumValueDefinitionNode(description, name, directives, From(start));
    }

    private InputObjectTypeDefinitionNode ParseInputObject(Token start, StringValueNode? description, bool extends)
    {
        ExpectKeyword("input");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceLeft, ParseInputValue, TokenKind.BraceRight);
        return new InputObjectTypeDefinitionNode(description, name, directives, fields, extends, From(start));
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(Token start, StringValueNode? description)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenLeft, ParseInputValue, TokenKind.ParenRight);
        var repeatable = TryTakeKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, ParseDirectiveLocation);
        return new DirectiveDefinitionNode(description, name, arguments, repeatable, locations, From(start));
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocation.All.Contains(name.Value) ? name : throw Unexpected(token);
    }
}

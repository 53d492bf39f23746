namespace Effektkaeder.GraphQL.Language;

/// <summary>Operations, selections, fragments (spec 2.3 to 2.8), values and type references (2.9 to 2.12).</summary>
public sealed partial class Parser
{
    private StringValueNode? ParseDescription() => IsString(_token) ? ParseString() : null;

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Value!, From(token));
    }

    private OperationDefinitionNode ParseOperation(StringValueNode? description)
    {
        var start = _token;
        if (start.Kind == TokenKind.BraceLeft)
        {
            return new OperationDefinitionNode(null, OperationType.Query, null, [], [], ParseSelectionSet(), From(start));
        }

        var operation = ParseOperationType();
        var name = _token.Kind == TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(TokenKind.ParenLeft, ParseVariableDefinition, TokenKind.ParenRight);
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(description, operation, name, variables, directives, selections, Spanning(description, start));
    }

    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = TryTake(TokenKind.Equals) ? ParseValueLiteral(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(description, variable, type, defaultValue, directives, From(start));
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar);
        return new VariableNode(ParseName(), From(start));
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token;
        Enter();
        var selections = Many(TokenKind.BraceLeft, ParseSelection, TokenKind.BraceRight);
        Leave();
        return new SelectionSetNode(selections, From(start));
    }

    private SelectionNode ParseSelection() => _token.Kind == TokenKind.Spread ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token;
        var name = ParseName();
        NameNode? alias = null;
        if (TryTake(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selections = _token.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selections, From(start));
    }

    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread);
        var conditioned = TryTakeKeyword("on");
        if (!conditioned && _token.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(name, spreadDirectives, From(start));
        }

        var condition = conditioned ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new InlineFragmentNode(condition, directives, selections, From(start));
    }

    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description)
    {
        var start = _token;
        ExpectKeyword("fragment");
        if (_token.Is("on"))
        {
            throw Error(_token, "A fragment cannot be named \"on\".");
        }

        var name = ParseName();
        ExpectKeyword("on");
        var condition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new FragmentDefinitionNode(description, name, condition, directives, selections, Spanning(description, start));
    }

    private IReadOnlyList<ArgumentNode> ParseArguments(bool isConst) =>
        OptionalMany(
            TokenKind.ParenLeft,
            () =>
            {
                var start = _token;
                var name = ParseName();
                Expect(TokenKind.Colon);
                var value = ParseValueLiteral(isConst);
                return new ArgumentNode(name, value, From(start));
            },
            TokenKind.ParenRight
        );

    private IReadOnlyList<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (_token.Kind != TokenKind.At)
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (_token.Kind == TokenKind.At)
        {
            var start = Advance();
            var name = ParseName();
            var arguments = ParseArguments(isConst);
            directives.Add(new DirectiveNode(name, arguments, From(start)));
        }

        return directives;
    }

    private ValueNode ParseValueLiteral(bool isConst)
    {
        var start = _token;
        switch (start.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(start.Value!, From(start));
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(start.Value!, From(start));
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return start.Value switch
                {
                    "true" => new BooleanValueNode(true, From(start)),
                    "false" => new BooleanValueNode(false, From(start)),
                    "null" => new NullValueNode(From(start)),
                    _ => new EnumValueNode(start.Value!, From(start)),
                };
            case TokenKind.Dollar when isConst:
                throw Error(start, "A variable cannot stand in a constant value.");
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected(start);
        }
    }

    private StringValueNode ParseString()
    {
        var token = Advance();
        return new StringValueNode(token.Value!, token.Kind == TokenKind.BlockString, From(token));
    }

    private ListValueNode ParseList(bool isConst)
    {
        var start = Advance();
        Enter();
        var values = new List<ValueNode>();
        while (!TryTake(TokenKind.BracketRight))
        {
            values.Add(ParseValueLiteral(isConst));
        }

        Leave();
        return new ListValueNode(values, From(start));
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = Advance();
        Enter();
        var fields = new List<ObjectFieldNode>();
        while (!TryTake(TokenKind.BraceRight))
        {
            var fieldStart = _token;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValueLiteral(isConst);
            fields.Add(new ObjectFieldNode(name, value, From(fieldStart)));
        }

        Leave();
        return new ObjectValueNode(fields, From(start));
    }

    private TypeNode ParseTypeReference()
    {
        var start = _token;
        TypeNode type;
        if (TryTake(TokenKind.BracketLeft))
        {
            Enter();
            var inner = ParseTypeReference();
            Leave();
            Expect(TokenKind.BracketRight);
            type = new ListTypeNode(inner, From(start));
        }
        else
        {
            type = ParseNamedType();
        }

        return TryTake(TokenKind.Bang) ? new NonNullTypeNode(type, From(start)) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name, name.Location);
    }

    /// <summary>A definition begins at its description, if it has one.</summary>
    private Location Spanning(StringValueNode? description, Token start) =>
        description is null ? From(start) : description.Location with { End = _lastEnd };
}

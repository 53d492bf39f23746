using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Language;

/// <summary>
/// Recursive descent over the grammar of spec 2 (documents, values, types) and 3 (SDL): one method a production.
/// </summary>
public sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly ParserOptions _options;
    private Token _token;
    private Token? _peeked;
    private int _lastEnd;
    private int _tokens;
    private int _depth;

    private Parser(string source, ParserOptions options)
    {
        _lexer = new Lexer(source);
        _options = options;
        _token = new Token(TokenKind.StartOfFile, 0, 0, 1, 1, null);
        Advance();
    }

    /// <summary>Parses a whole document, executable or SDL or both.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not of the grammar, or beyond the bounds.</exception>
    public static DocumentNode Parse(string source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options ?? ParserOptions.Default);
        var start = parser._token;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(parser.ParseDefinition());
        } while (parser._token.Kind != TokenKind.EndOfFile);

        return new DocumentNode(definitions, parser._tokens, parser.From(start));
    }

    /// <summary>Parses one value, variables allowed unless <paramref name="isConst"/>.</summary>
    public static ValueNode ParseValue(string source, bool isConst = false, ParserOptions? options = null)
    {
        var parser = new Parser(source, options ?? ParserOptions.Default);
        var value = parser.ParseValueLiteral(isConst);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Parses one type reference, as <c>[Int!]!</c>.</summary>
    public static TypeNode ParseType(string source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options ?? ParserOptions.Default);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        if (_token.Kind == TokenKind.BraceLeft)
        {
            return ParseOperation(null);
        }

        var described = IsString(_token);
        var keyword = described ? Peek() : _token;
        if (described && keyword.Kind == TokenKind.BraceLeft)
        {
            throw Error(_token, "A query in short form takes no description: write \"query\" before its brace.");
        }

        if (keyword.Kind != TokenKind.Name)
        {
            throw Unexpected(keyword);
        }

        switch (keyword.Value)
        {
            case "extend" when described:
                throw Error(_token, "An extension takes no description.");
            case "extend":
                return ParseExtension();
            case "query" or "mutation" or "subscription":
                return ParseOperation(ParseDescription());
            case "fragment":
                return ParseFragmentDefinition(ParseDescription());
            default:
                break;
        }

        return ParseTypeSystemDefinition(keyword);
    }

    private Token Advance()
    {
        var previous = _token;
        _lastEnd = previous.End;
        if (_peeked is { } peeked)
        {
            _token = peeked;
            _peeked = null;
        }
        else
        {
            _token = ReadToken();
        }

        return previous;
    }

    private Token Peek() => _peeked ??= ReadToken();

    private Token ReadToken()
    {
        var token = _lexer.Next();
        if (token.Kind != TokenKind.EndOfFile && ++_tokens > _options.MaxTokens)
        {
            throw new GraphQLSyntaxException(
                $"The document has more than {_options.MaxTokens} tokens, the most that are taken.",
                token.Start,
                token.Line,
                token.Column,
                isLimit: true
            );
        }

        return token;
    }

    private Token Expect(TokenKind kind) =>
        _token.Kind == kind ? Advance() : throw Error(_token, $"Expected {Token.Describe(kind)}, but found {_token.Describe()}.");

    private bool TryTake(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!TryTakeKeyword(keyword))
        {
            throw Error(_token, $"Expected \"{keyword}\", but found {_token.Describe()}.");
        }
    }

    private bool TryTakeKeyword(string keyword)
    {
        if (!_token.Is(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>An optional part in brackets; what stands inside must not be empty.</summary>
    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<T> parse, TokenKind close) =>
        _token.Kind == open ? Many(open, parse, close) : [];

    private List<T> Many<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(parse());
        } while (!TryTake(close));

        return items;
    }

    /// <summary>Items between separators, with an optional leading one.</summary>
    private List<T> Delimited<T>(TokenKind separator, Func<T> parse)
    {
        TryTake(separator);
        var items = new List<T>();
        do
        {
            items.Add(parse());
        } while (TryTake(separator));

        return items;
    }

    private void Enter()
    {
        if (++_depth > _options.MaxNesting)
        {
            throw new GraphQLSyntaxException(
                $"The document nests deeper than {_options.MaxNesting} levels, the most that are taken.",
                _token.Start,
                _token.Line,
                _token.Column,
                isLimit: true
            );
        }
    }

    private void Leave() => _depth--;

    private Location From(Token start) => new(start.Start, _lastEnd, start.Line, start.Column);

    private static bool IsString(Token token) => token.Kind is TokenKind.String or TokenKind.BlockString;

    private GraphQLSyntaxException Unexpected(Token token) => Error(token, $"Did not expect {token.Describe()} here.");

    private static GraphQLSyntaxException Error(Token token, Message message) => new(message, token.Start, token.Line, token.Column);
}

using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Language;

/// <summary>The lexical tokens of spec 2.1.6, with the two ends of the source.</summary>
public enum TokenKind
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    Equals,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>One token; <see cref="Value"/> is the name, the number as written, or the string's meaning.</summary>
public readonly record struct Token(TokenKind Kind, int Start, int End, int Line, int Column, string? Value)
{
    public bool Is(string keyword) => Kind == TokenKind.Name && string.Equals(Value, keyword, StringComparison.Ordinal);

    /// <summary>The token as an error message shows it.</summary>
    public Message Describe() =>
        Kind switch
        {
            TokenKind.EndOfFile => "the end of the document",
            TokenKind.Name => (Message)$"the name \"{Value}\"",
            TokenKind.Int or TokenKind.Float => (Message)$"the number {Value}",
            TokenKind.String or TokenKind.BlockString => "a string",
            _ => Describe(Kind),
        };

    public static Message Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.StartOfFile => "the start of the document",
            TokenKind.EndOfFile => "the end of the document",
            TokenKind.Bang => "\"!\"",
            TokenKind.Dollar => "\"$\"",
            TokenKind.Ampersand => "\"&\"",
            TokenKind.ParenLeft => "\"(\"",
            TokenKind.ParenRight => "\")\"",
            TokenKind.Spread => "\"...\"",
            TokenKind.Colon => "\":\"",
            TokenKind.Equals => "\"=\"",
            TokenKind.At => "\"@\"",
            TokenKind.BracketLeft => "\"[\"",
            TokenKind.BracketRight => "\"]\"",
            TokenKind.BraceLeft => "\"{\"",
            TokenKind.Pipe => "\"|\"",
            TokenKind.BraceRight => "\"}\"",
            TokenKind.Name => "a name",
            TokenKind.Int => "an integer",
            TokenKind.Float => "a number with a fraction or exponent",
            _ => "a string",
        };
}

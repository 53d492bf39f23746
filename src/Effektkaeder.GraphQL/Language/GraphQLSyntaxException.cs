using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Language;

/// <summary>The source is no document of the grammar; says what stood where.</summary>
public sealed class GraphQLSyntaxException(Message message, int position, int line, int column, bool isLimit = false)
    : Exception(message.ToString())
{
    /// <summary>What the exception says, to be told in any language.</summary>
    public Message Told { get; } = message;

    /// <summary>Character offset in the source, 0-based.</summary>
    public int Position { get; } = position;

    /// <summary>1-based.</summary>
    public int Line { get; } = line;

    /// <summary>1-based.</summary>
    public int Column { get; } = column;

    /// <summary>True when the document may be well-formed but is larger or deeper than the parser was told to take.</summary>
    public bool IsLimit { get; } = isLimit;
}

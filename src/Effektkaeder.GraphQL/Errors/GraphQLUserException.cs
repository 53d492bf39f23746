namespace Effektkaeder.GraphQL.Errors;

/// <summary>Thrown by a resolver or a scalar when the client is to see why: message and code go into the response as they are.</summary>
public sealed class GraphQLUserException(string message, string code) : Exception(message)
{
    public string Code { get; } = code;
}

using Effektkaeder.GraphQL.Errors;

namespace Effektkaeder.Api.Requests;

/// <summary>What a client is told when an argument cannot be used.</summary>
internal static class ApiErrors
{
    public static GraphQLUserException UnknownNode(string id) => new($"Der er ingen knude »{id}«.", "IKKE_FUNDET");

    public static GraphQLUserException Argument(string message) => new(message, "UGYLDIGT_ARGUMENT");

    public static GraphQLUserException Store(string message) => new(message, "LAGER");
}

using Effektkaeder.GraphQL.Errors;

namespace Effektkaeder.Api.Requests;

/// <summary>What a client is told when an argument cannot be used.</summary>
internal static class ApiErrors
{
    public static GraphQLUserException UnknownNode(string id, IReadOnlyList<string> near) => Unknown("knude", id, near);

    /// <param name="near">The names it may have meant, the nearest first.</param>
    public static GraphQLUserException Unknown(string what, string name, IReadOnlyList<string> near) =>
        new($"Der er ingen {what} »{name}«." + (near.Count > 0 ? $" Mente du »{near[0]}«?" : ""), "IKKE_FUNDET");

    public static GraphQLUserException UnknownKommune(string name, IEnumerable<string> known) =>
        new($"Der er ingen kommune »{name}«. Grafen har {string.Join(", ", known)}.", "IKKE_FUNDET");

    public static GraphQLUserException Ambiguous(string name, IEnumerable<string> keys) =>
        new($"»{name}« passer til flere; giv en af nøglerne: {string.Join(", ", keys)}.", "FLERTYDIG");

    public static GraphQLUserException Argument(string message) => new(message, "UGYLDIGT_ARGUMENT");

    public static GraphQLUserException Store(string message) => new(message, "LAGER");
}

using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Errors;

/// <summary>
/// One error of a response (spec 7.1.2): a message, where in the document it arose, and for a field error the path
/// in the data, of response names (string) and list positions (int).
/// </summary>
public sealed record GraphQLError(Message Message, string Code)
{
    public IReadOnlyList<Location> Locations { get; init; } = [];

    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>The validation rule that was broken, by its name in the specification; null for other errors.</summary>
    public string? Rule { get; init; }
}

/// <summary>What stands in <c>extensions.code</c>.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not of the grammar.</summary>
    public const string Syntax = "SYNTAX";

    /// <summary>The document breaks a validation rule (spec 5).</summary>
    public const string Validation = "VALIDATION";

    /// <summary>The document is larger, deeper or costlier than is taken.</summary>
    public const string Limit = "LIMIT";

    /// <summary>The request names no operation, or its variables do not fit.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A resolver failed; what happened is told to the log alone.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>A resolver answered null where the schema promises a value, or a value of another type.</summary>
    public const string InvalidResult = "INVALID_RESULT";

    /// <summary>Execution took longer than the time limit.</summary>
    public const string Timeout = "TIMEOUT";
}

using System.Text.Json;

namespace Effektkaeder.GraphQL;

/// <summary>One request (spec 6.1): a document, which of its operations to run, and its variables as a JSON object.</summary>
public sealed record GraphQLRequest(string Query, string? OperationName = null, JsonElement? Variables = null);

using Effektkaeder.GraphQL.Errors;

namespace Effektkaeder.GraphQL;

/// <summary>
/// What came of a request, beside the bytes written. <see cref="IsExecuted"/> is false for a request error (spec 7.1.1):
/// the response then has no data.
/// </summary>
public sealed record GraphQLOutcome(bool IsExecuted, IReadOnlyList<GraphQLError> Errors);

/// <summary>What came of a subscription: a stream of responses, each one event's bytes, or a request error and its bytes.</summary>
public sealed record GraphQLSubscription(
    GraphQLOutcome Outcome,
    ReadOnlyMemory<byte> ErrorResponse,
    IAsyncEnumerable<ReadOnlyMemory<byte>>? Events
);

namespace Effektkaeder.GraphQL.Execution.Results;

/// <summary>What a <see cref="Cell"/> holds of an object that is written already: how long it is; the cell's index says where.</summary>
internal sealed record DirectPart(int Length);

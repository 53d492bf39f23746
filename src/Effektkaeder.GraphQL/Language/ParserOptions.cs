namespace Effektkaeder.GraphQL.Language;

/// <summary>
/// What the parser takes before it stops. Both bounds guard the process: a stack overflow cannot be caught in .NET.
/// </summary>
/// <param name="MaxTokens">Most tokens in one document.</param>
/// <param name="MaxNesting">How deep selection sets, list and object values and list types may stand inside each other.</param>
public sealed record ParserOptions(int MaxTokens = int.MaxValue, int MaxNesting = 200)
{
    public static ParserOptions Default { get; } = new();
}

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// A resolver's answer for one parent that failed while others did not: stands in the place of a value, or of an item
/// of a list, and becomes a field error there.
/// </summary>
public sealed record FieldError(string Message, string Code);

namespace Effektkaeder.GraphQL.Values;

/// <summary>How a custom scalar or an enum is read and written (spec 3.5.5, 3.9).</summary>
/// <param name="Parse">
/// Takes what the client gave, as a plain value (string, bool, int, long, double, list, dictionary; for an enum its
/// name), and answers what resolvers see. Throws <see cref="FormatException"/> with a reason when it does not fit.
/// </param>
/// <param name="Serialize">Takes what a resolver answered, and answers a plain value to write (for an enum its name).</param>
internal sealed record ScalarBinding(Func<object, object?> Parse, Func<object, object?> Serialize);

using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// Services that stand on one state of the data for a whole operation: a query, a root field of a mutation with all below
/// it, an event of a subscription.
/// </summary>
public interface IOperationServices
{
    /// <summary>Services for one operation: <see cref="BatchContext.Services"/> of its resolvers.</summary>
    /// <param name="directives">
    /// The arguments of the schema's own directives that stand on the operation, by the directive's name: how its author says which state
    /// the whole of it is to be answered from.
    /// </param>
    IOperationServices ForOperation(IReadOnlyDictionary<string, Arguments> directives);

    /// <summary>Answers of the state that this operation reads; null while none is chosen, or where it lies elsewhere.</summary>
    FragmentMemo? Fragments { get; }
}

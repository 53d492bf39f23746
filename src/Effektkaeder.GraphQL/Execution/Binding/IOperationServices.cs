namespace Effektkaeder.GraphQL.Execution.Binding;

/// <summary>
/// Services that stand on one state of the data for a whole operation: a query, a root field of a mutation with all below
/// it, an event of a subscription.
/// </summary>
public interface IOperationServices
{
    /// <summary>Services for one operation: <see cref="BatchContext.Services"/> of its resolvers.</summary>
    IOperationServices ForOperation();

    /// <summary>Answers of the state that this operation reads; null while none is chosen, or where it lies elsewhere.</summary>
    FragmentMemo? Fragments { get; }
}

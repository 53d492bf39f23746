using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>How a resolver reaches its operation's graph.</summary>
internal static class OperationGraph
{
    public static Task<IGraph> GraphAsync(this BatchContext context) => context.Service<ApiContext>().GraphAsync(context.CancellationToken);
}

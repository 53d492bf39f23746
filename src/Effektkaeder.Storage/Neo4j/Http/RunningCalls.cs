using System.Globalization;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>
/// Finds a statement again on the server, to end it when it is called off: each carries a mark as one parameter more, which the list of
/// transactions shows and a plan does not depend on. A user may end what is his own.
/// </summary>
/// <remarks>Source: https://neo4j.com/docs/operations-manual/5/database-administration/query-management/transactions/.</remarks>
internal sealed class RunningCalls
{
    public const string Parameter = "_call";

    /// <summary>Longer than this nobody waits to hear that it has ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private readonly string _prefix;
    private int _last;

    public RunningCalls(Neo4jOptions options)
    {
        lock (options.Random)
        {
            _prefix = options.Random.NextInt64().ToString("x", CultureInfo.InvariantCulture);
        }
    }

    public string Next() => $"{_prefix}-{Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture)}";

    public static Statement End(string call) =>
        new(
            $"""
            SHOW TRANSACTIONS YIELD transactionId AS id, parameters WHERE parameters.{Parameter} = $ended
            TERMINATE TRANSACTIONS id YIELD message RETURN message
            """,
            new Dictionary<string, object?> { ["ended"] = call }
        );

    /// <summary>Ends it, and says nothing where that fails: it was called off, and its own time limit stands.</summary>
    public static async Task EndAsync(Func<CancellationToken, Task<IDisposable>> send)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await send(limit.Token);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException)
        {
            // A server that is down runs nothing, and a user without the right to look cannot end anything.
        }
    }
}

using System.Globalization;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>
/// Finds a statement again on the server, to end it when it is called off: each carries a mark as one parameter more, which the list of
/// transactions shows and a plan does not depend on. A user may end what is his own. The list shows neither text nor parameters of what
/// the server is still parsing, so it is looked at again until the statement is there.
/// </summary>
/// <remarks>Source: https://neo4j.com/docs/operations-manual/5/database-administration/query-management/transactions/.</remarks>
internal sealed class RunningCalls
{
    public const string Parameter = "_call";

    /// <summary>Longer than this nobody waits to hear that it has ended; and no longer than the other is it looked for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500),
        Longest = TimeSpan.FromSeconds(10);

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
    /// <param name="end">Sends <see cref="End"/>, and tells whether the server had it.</param>
    public static Task EndAsync(Func<CancellationToken, Task<bool>> end) =>
        Task.WhenAny(UntilEndedAsync(end), Task.Delay(Patience, CancellationToken.None));

    private static async Task UntilEndedAsync(Func<CancellationToken, Task<bool>> end)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            for (var pause = 20; !await end(limit.Token); pause *= 2)
            {
                await Task.Delay(pause, limit.Token);
            }
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException or ObjectDisposedException)
        {
            // A server that is down runs nothing, a user without the right to look cannot end anything, and what is not there by now was
            // answered before it could be ended.
        }
    }
}

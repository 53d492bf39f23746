using System.Collections.Concurrent;
using System.Diagnostics;
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

    private readonly ConcurrentDictionary<Task, bool> _unsettled = new();
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

    /// <summary>What the server is still parsing.</summary>
    public static readonly Statement Unread = new(
        "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery WHERE currentQuery = '' RETURN id",
        new Dictionary<string, object?>()
    );

    /// <summary>Ends it, and says nothing where that fails: it was called off, and its own time limit stands.</summary>
    /// <param name="ask">Sends <see cref="End"/> of the call or <see cref="Unread"/>, and gives what each row begins with.</param>
    public Task EndAsync(string call, Func<Statement, CancellationToken, Task<IReadOnlyList<string>>> ask)
    {
        var isRead = new TaskCompletionSource();
        var ending = UntilEndedAsync(call, ask, isRead);
        Task settled = Task.WhenAny(ending, isRead.Task);
        _unsettled[settled] = true;
        settled.ContinueWith(s => _unsettled.TryRemove(s, out _), TaskScheduler.Default);
        return Task.WhenAny(ending, Task.Delay(Patience, CancellationToken.None));
    }

    /// <summary>
    /// Waits until the server has nothing more that was called off, or that may be it because it is still being parsed: who went before
    /// would leave it running.
    /// </summary>
    public Task SettledAsync() => Task.WhenAll(_unsettled.Keys);

    /// <param name="isRead">Ends when the server parses nothing any more of what it did at first, and has been asked once more.</param>
    private static async Task UntilEndedAsync(
        string call,
        Func<Statement, CancellationToken, Task<IReadOnlyList<string>>> ask,
        TaskCompletionSource isRead
    )
    {
        var unread = new HashSet<string>(StringComparer.Ordinal);
        using var limit = new CancellationTokenSource(Longest);
        var clock = Stopwatch.StartNew();
        try
        {
            var wasRead = false;
            for (var pause = 20; (await ask(End(call), limit.Token)).Count == 0; pause *= 2)
            {
                if (wasRead)
                {
                    isRead.TrySetResult();
                }

                var now = await ask(Unread, limit.Token);
                if (clock.Elapsed < Patience)
                {
                    unread.UnionWith(now);
                }

                wasRead = clock.Elapsed >= Patience && !now.Any(unread.Contains);
                await Task.Delay(wasRead ? 20 : Math.Min(pause, 320), limit.Token);
            }
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException or ObjectDisposedException)
        {
            // A server that is down runs nothing, a user without the right to look cannot end anything, and what is not there by now was
            // answered before it could be ended.
        }
    }
}

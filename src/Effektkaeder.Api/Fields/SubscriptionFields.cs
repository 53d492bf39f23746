using System.Runtime.CompilerServices;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>
/// What happens as it happens. The store is asked for its newest revision each second, so that what another process commits is
/// told too.
/// </summary>
internal static class SubscriptionFields
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>After a long silence only so many are told; the numbers show the gap.</summary>
    private const int MostAtOnce = 100;

    public static void Bind(SchemaBinder b) =>
        b.Subscription(
            "grafAendret",
            c =>
                RevisionsAsync(
                    c,
                    c.Service<ApiContext>(),
                    c.Arguments.Get<int?>("efter"),
                    c.Arguments.Get<string>("kommune"),
                    c.CancellationToken
                )
        );

    private static async IAsyncEnumerable<object?> RevisionsAsync(
        BatchContext context,
        ApiContext api,
        int? after,
        string? text,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var kommune = await Named.KommuneAsync(context, text);
        var seen = after is { } number ? Math.Max(0, number) : await api.Store.LatestAsync(ct);
        while (true)
        {
            if (await NewestAsync(api, ct) is { } graph && graph.Revision > seen)
            {
                var count = (int)Math.Min(MostAtOnce, graph.Revision - seen);
                foreach (var revision in (await graph.RevisionsAsync(count, ct)).OrderBy(r => r.Number))
                {
                    seen = revision.Number;
                    if (kommune is null || await ConcernsAsync(api, revision.Number, kommune, ct))
                    {
                        yield return revision;
                    }
                }
            }
            await Task.Delay(Pause, api.Time, ct);
        }
    }

    /// <summary>Whether a revision changed a node of a municipality, or an edge of one.</summary>
    private static async Task<bool> ConcernsAsync(ApiContext api, long revision, string kommune, CancellationToken ct) =>
        (await api.Store.ChangesAsync(revision, ct)).Any(c =>
            (c.NodeAfter ?? c.NodeBefore)?.Kommune == kommune
            || (c.EdgeAfter ?? c.EdgeBefore) is { } edge && (IsOf(edge.From, kommune) || IsOf(edge.To, kommune))
        );

    private static bool IsOf(string key, string kommune) => key == kommune || key.StartsWith(kommune + "/", StringComparison.Ordinal);

    /// <summary>A store that is busy for a moment has nothing new to tell.</summary>
    private static async Task<IGraph?> NewestAsync(ApiContext api, CancellationToken ct)
    {
        try
        {
            return await api.Store.NewestAsync(ct);
        }
        catch (StoreException e) when (e.IsTransient)
        {
            return null;
        }
    }
}

using Microsoft.AspNetCore.Http;

namespace Effektkaeder.Web.Drawings;

/// <summary>
/// How much of what takes a core for long, and much memory, is done at a time: what is about the whole graph waits in a line of its own,
/// so that who asks about one node does not stand behind it, and what is asked in few words stands in no line.
/// </summary>
internal sealed class Hands
{
    private readonly SemaphoreSlim _whole = Of(Environment.ProcessorCount / 2),
        _part = Of(Environment.ProcessorCount);

    /// <summary>What a page says of itself that looks at the whole graph each time.</summary>
    public sealed record LooksAtAll;

    public Task<T> WorkAsync<T>(bool isOfAll, Func<Task<T>> work, CancellationToken ct) => InTurnAsync(isOfAll ? _whole : _part, work, ct);

    public Task PageAsync(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<LooksAtAll>() is null
            ? next(context)
            : InTurnAsync(
                _whole,
                async () =>
                {
                    await next(context);
                    return 0;
                },
                context.RequestAborted
            );

    private static SemaphoreSlim Of(int hands) => new(Math.Max(1, hands), Math.Max(1, hands));

    private static async Task<T> InTurnAsync<T>(SemaphoreSlim hands, Func<Task<T>> work, CancellationToken ct)
    {
        await hands.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            hands.Release();
        }
    }
}

using System.Runtime.CompilerServices;

namespace Effektkaeder.Application.Loading;

/// <summary>Makes the next of a sequence while the one before is used: one core reads the file while another writes the store.</summary>
internal static class Ahead
{
    public static async IAsyncEnumerable<T> OfAsync<T>(IEnumerable<T> sequence, [EnumeratorCancellation] CancellationToken ct = default)
        where T : class
    {
        using var items = sequence.GetEnumerator();
        var next = NextAsync();
        try
        {
            while (await next is { } item)
            {
                next = NextAsync();
                yield return item;
            }
        }
        finally
        {
            // The file is in use until the one that is being made is there, whoever has stopped asking.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<T?> NextAsync() => Task.Run(() => items.MoveNext() ? items.Current : null, ct);
    }
}

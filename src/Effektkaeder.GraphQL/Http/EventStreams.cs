using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Results;

namespace Effektkaeder.GraphQL.Http;

/// <summary>
/// Responses as Server-Sent Events: one <c>next</c> a response, then <c>complete</c>; a comment when there has been nothing to
/// tell for a while, so that nobody on the way takes the connection for dead. So many streams are open at once, and each
/// for so long.
/// </summary>
internal sealed class EventStreams(GraphQLHttpOptions options, IReadOnlyDictionary<string, string>? texts)
{
    private int _open;

    private enum Step
    {
        Next,
        Silence,
        End,
        Late,
    }

    /// <summary>Takes a place for a stream, to be disposed of when it is over; null when there is none left.</summary>
    public IDisposable? Enter()
    {
        if (Interlocked.Increment(ref _open) <= options.MaxStreams)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref _open);
        return null;
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Write(
        IAsyncEnumerable<ReadOnlyMemory<byte>> responses,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(options.MaxStreamTime, options.Time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var each = responses.GetAsyncEnumerator(ends.Token);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next ??= each.MoveNextAsync().AsTask();
                switch (await StepAsync(next, limit.Token, cancellationToken).ConfigureAwait(false))
                {
                    case Step.Silence:
                        yield return ":\n\n"u8.ToArray();
                        continue;
                    case Step.Next:
                        next = null;
                        yield return Next(each.Current.Span);
                        continue;
                    case Step.Late:
                        yield return TooLong();
                        break;
                    default:
                        break;
                }

                yield return "event: complete\ndata:\n\n"u8.ToArray();
                yield break;
            }
        }
        finally
        {
            // Whoever listens may go while the next response is waited for: the source must have stopped before it is let go.
            await ends.CancelAsync().ConfigureAwait(false);
            await (next ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await each.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<Step> StepAsync(Task<bool> next, CancellationToken limit, CancellationToken cancellationToken)
    {
        if (!next.IsCompleted)
        {
            using var heard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var silence = Task.Delay(options.StreamSilence, options.Time, heard.Token);
            if (await Task.WhenAny(next, silence).ConfigureAwait(false) == silence && !silence.IsCanceled)
            {
                return Step.Silence;
            }

            await heard.CancelAsync().ConfigureAwait(false);
        }

        try
        {
            return await next.ConfigureAwait(false) ? Step.Next : Step.End;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Step.Late;
        }
    }

    /// <summary>JSON is written on one line, so a response is one data field.</summary>
    private static ReadOnlyMemory<byte> Next(ReadOnlySpan<byte> response)
    {
        var text = new ArrayBufferWriter<byte>(response.Length + 32);
        text.Write("event: next\ndata: "u8);
        text.Write(response);
        text.Write("\n\n"u8);
        return text.WrittenMemory;
    }

    private ReadOnlyMemory<byte> TooLong()
    {
        using var json = new JsonBuffer();
        var seconds = options.MaxStreamTime.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        ResponseWriter.WriteErrors(
            json,
            [new GraphQLError($"The stream has been open for the {seconds} s it may: subscribe anew to go on.", ErrorCodes.Timeout)],
            texts
        );
        return Next(json.Written.Span);
    }

    private sealed class Place(EventStreams streams) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                Interlocked.Decrement(ref streams._open);
            }
        }
    }
}

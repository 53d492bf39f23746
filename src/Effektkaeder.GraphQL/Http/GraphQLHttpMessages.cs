namespace Effektkaeder.GraphQL.Http;

/// <summary>What of an HTTP request matters here. The web host has chosen the path, and has checked host, origin and identity.</summary>
/// <param name="Query">The decoded pairs of the query string, in order.</param>
public sealed record GraphQLHttpRequest(
    string Method,
    string? ContentType,
    string? Accept,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    ReadOnlyMemory<byte> Body
);

/// <summary>
/// The answer: a body, or a stream of Server-Sent Events to write and flush one by one as they come. Each event is whole,
/// with the blank line that ends it.
/// </summary>
/// <param name="Allow">The Allow header, where the method is refused.</param>
/// <remarks>
/// To be disposed of when it is written or broken off: the body's memory is lent, and must not be read afterwards; a stream
/// takes a place among those that may be open.
/// </remarks>
public sealed record GraphQLHttpResponse(
    int Status,
    string ContentType,
    ReadOnlyMemory<byte> Body,
    IAsyncEnumerable<ReadOnlyMemory<byte>>? Events = null,
    string? Allow = null
) : IDisposable
{
    internal IDisposable? Lender { get; init; }

    public void Dispose() => Lender?.Dispose();
}

/// <summary>How requests over HTTP are taken.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>Told what came of each operation that is no stream; also where it was refused.</summary>
    public Action<GraphQLOutcome>? OnOutcome { get; init; }

    /// <summary>
    /// Documents that a request may name by <c>documentId</c> in place of sending them; see <see cref="Http.TrustedDocuments"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> TrustedDocuments { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Streams of events that are open at once; whoever asks for one more gets 503.</summary>
    public int MaxStreams { get; init; } = 100;

    /// <summary>How long a stream of events may be open. It ends with an error that says so, and may be asked for anew.</summary>
    public TimeSpan MaxStreamTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a stream of events may say nothing before it sends a comment.</summary>
    public TimeSpan StreamSilence { get; init; } = TimeSpan.FromSeconds(15);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

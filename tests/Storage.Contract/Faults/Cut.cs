namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>Lets so many requests through; then its process is no more.</summary>
internal sealed class Cut(int requests) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly CancellationTokenSource _dead = new();
    private int _left = requests;

    public CancellationToken Dead => _dead.Token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A server gives an open transaction up by itself after a minute, which is not waited for here.
        if (request.Method != HttpMethod.Delete && Interlocked.Decrement(ref _left) < 0)
        {
            await _dead.CancelAsync();
            throw new OperationCanceledException(_dead.Token);
        }

        return await base.SendAsync(request, CancellationToken.None);
    }

    protected override void Dispose(bool disposing)
    {
        _dead.Dispose();
        base.Dispose(disposing);
    }
}

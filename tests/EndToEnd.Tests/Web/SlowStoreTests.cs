using System.Diagnostics;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>Pages and pictures above a store that does not answer: they end in time, say why, and stop what nobody waits for.</summary>
public sealed class SlowStoreTests : IAsyncLifetime
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly SlowStore _store = new();
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync() => await StartAsync(TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task StartAsync(TimeSpan longest)
    {
        _app = WebHost.Build(new(_store, TimeProvider.System, 0, "test") { LongestAnswer = longest });
        await _app.StartAsync();
    }

    private Uri At(string address) => new(new Uri(_app.Urls.First()), address);

    [Theory]
    [InlineData("/", "text/html", "</html>")]
    [InlineData("/knude?noegle=by/emne/a", "text/html", "</html>")]
    [InlineData("/kontrol", "text/html", "</html>")]
    [InlineData("/diagram.svg?scene=overblik", "image/svg+xml", "\"status\":503")]
    public async Task A_page_that_takes_too_long_is_called_off_and_says_so(string address, string accept, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At(address));
        request.Headers.Accept.ParseAdd(accept);
        var clock = Stopwatch.StartNew();
        using var answer = await _http.SendAsync(request);
        Assert.Equal(503, (int)answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("for lang tid", text, StringComparison.Ordinal);
        Assert.Contains(form, text, StringComparison.Ordinal);
        Assert.InRange(clock.ElapsedMilliseconds, 900, 20_000);
        Assert.True(await _store.IsCalledOffAsync());
        Assert.Contains("effekt_refused_total{reason=\"timeout\"} 1", await MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_called_off()
    {
        await _app.DisposeAsync();
        await StartAsync(TimeSpan.FromMinutes(1));
        using var gone = new CancellationTokenSource();
        var asked = _http.GetAsync(At("/"), gone.Token);
        await _store.IsAsked;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.True(await _store.IsCalledOffAsync());
    }

    /// <summary>The store tells nothing of itself, and is measured all the same.</summary>
    private async Task<string> MetricsAsync()
    {
        _store.IsSlow = false;
        return await _http.GetStringAsync(At("/metrics"));
    }

    /// <summary>Answers nothing until it is called off.</summary>
    private sealed class SlowStore : IGraphStore
    {
        private readonly TaskCompletionSource _calledOff = new(),
            _asked = new();

        public Task IsAsked => _asked.Task;

        public bool IsSlow { get; set; } = true;

        public string Location => "langsomt";

        public IScenarios Scenarios => throw new NotSupportedException();

        public async Task<bool> IsCalledOffAsync() => await Task.WhenAny(_calledOff.Task, Task.Delay(5_000)) == _calledOff.Task;

        public async Task<IGraph> NewestAsync(CancellationToken ct)
        {
            _asked.TrySetResult();
            try
            {
                await Task.Delay(IsSlow ? Timeout.Infinite : 0, ct);
            }
            catch (OperationCanceledException)
            {
                _calledOff.TrySetResult();
                throw;
            }

            throw new StoreException("Lageret svarer ikke.");
        }

        public Task<IGraph> AtAsync(long revision, CancellationToken ct) => NewestAsync(ct);

        public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => throw new NotSupportedException();

        public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => throw new NotSupportedException();

        public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

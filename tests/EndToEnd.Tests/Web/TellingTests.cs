using System.Net;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>What a server tells of itself while it runs, and to whom it answers behind a proxy.</summary>
public sealed class TellingTests : IAsyncLifetime
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private readonly Effekt _effekt = new();
    private readonly HttpClient _http = new();
    private Server _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await Server.StartAsync(
            _effekt,
            Repository.Seed,
            "--port",
            "0",
            "--log",
            "json",
            "--allowed-hosts",
            "effekt.kommunen.dk",
            "--proxy",
            "127.0.0.1"
        );

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _effekt.Dispose();
    }

    [Fact]
    public async Task Requests_are_counted_timed_and_logged_with_their_trace()
    {
        using var page = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Address, "healthz/live"));
        page.Headers.TryAddWithoutValidation("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        using var answer = await _http.SendAsync(page);
        Assert.Matches(@"^app;dur=\d+(\.\d)?$", Assert.Single(answer.Headers.GetValues("Server-Timing")));

        var bomb =
            "{ alleNoder(where: "
            + string.Concat(Enumerable.Repeat("{ naboer: { some: ", 4))
            + "{}"
            + string.Concat(Enumerable.Repeat("} }", 4))
            + ") { totalCount } }";
        await _http.GetAsync(new Uri(_server.Address, "graphql?query=" + Uri.EscapeDataString(bomb)));
        var metrics = await _http.GetStringAsync(new Uri(_server.Address, "metrics"));
        Assert.Contains("effekt_requests_total{route=\"/healthz/live\",status=\"200\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("effekt_refused_total{reason=\"limit\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("effekt_revision 5\n", metrics, StringComparison.Ordinal);
        Assert.Contains(
            "effekt_request_duration_seconds_bucket{route=\"/healthz/live\",le=\"+Inf\"} 1\n",
            metrics,
            StringComparison.Ordinal
        );
        Assert.Matches(@"process_resident_memory_bytes \d{6,}", metrics);

        var lines = (await _server.StopAsync())
            .Errors.Split('\n')
            .Where(l => l.StartsWith('{'))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        var line = Assert.Single(lines, l => l.GetProperty("trace").GetString() == Trace);
        Assert.Equal("/healthz/live", line.GetProperty("path").GetString());
        Assert.Equal(200, line.GetProperty("status").GetInt32());
        Assert.True(line.GetProperty("duration").GetDouble() >= 0);
        Assert.True(line.GetProperty("time").GetDateTimeOffset().Year >= 2026);
    }

    [Theory]
    [InlineData("effekt.kommunen.dk", "https", "https://effekt.kommunen.dk", HttpStatusCode.OK)]
    [InlineData("effekt.kommunen.dk", "http", "https://effekt.kommunen.dk", HttpStatusCode.Forbidden)]
    [InlineData("ond.example", "https", "https://ond.example", HttpStatusCode.Forbidden)]
    public async Task Behind_a_named_proxy_its_word_is_taken_for_name_and_scheme(
        string host,
        string scheme,
        string origin,
        HttpStatusCode expected
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(_server.Address, "graphql?query=%7BalleBidrag%7BtotalCount%7D%7D")
        );
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", host);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", scheme);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "192.0.2.1");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        Assert.Equal(expected, (await _http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_server_for_others_must_be_told_its_names()
    {
        var run = await _effekt.RunAsync("serve", "--url", "http://0.0.0.0:0");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("--allowed-hosts", run.Error, StringComparison.Ordinal);
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>What a server sends a collector, by OpenTelemetry's usual variables; it is a real receiver of OTLP over HTTP.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private readonly Effekt _effekt = new();
    private readonly HttpClient _http = new();
    private readonly HttpListener _collector = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body, string? Key)> _received = new();

    public TelemetryTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        _collector.Prefixes.Add(address);
        _collector.Start();
        _ = ReceiveAsync();
        _effekt.Variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = address;
        _effekt.Variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        _effekt.Variables["OTEL_EXPORTER_OTLP_HEADERS"] = "x-noegle=hemmelig";
        _effekt.Variables["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=proeve";
        _effekt.Variables["OTEL_BSP_SCHEDULE_DELAY"] = "200";
        _effekt.Variables["OTEL_BLRP_SCHEDULE_DELAY"] = "200";
        _effekt.Variables["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
    }

    public void Dispose()
    {
        _collector.Close();
        _http.Dispose();
        _effekt.Dispose();
    }

    [Fact]
    public async Task Requests_and_what_they_do_are_sent_as_spans_of_the_callers_trace_with_measures_log_lines_and_resource()
    {
        await using var server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0", "--log", "json");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "diagram.svg?scene=overblik"));
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        Assert.True((await _http.SendAsync(request)).IsSuccessStatusCode);

        var spans = await ReceivedAsync("/v1/traces", "GET /diagram.svg");
        Assert.True(spans.Body.AsSpan().IndexOf(Convert.FromHexString(Trace)) >= 0, "the caller's trace is not in it");
        Assert.Equal("hemmelig", spans.Key);
        foreach (var said in new[] { "service.name", "effekt", "deployment.environment.name", "proeve", "http.route" })
        {
            Assert.Contains(said, Text(spans.Body), StringComparison.Ordinal);
        }

        var drawing = await ReceivedAsync("/v1/traces", "draw");
        Assert.True(drawing.Body.AsSpan().IndexOf(Convert.FromHexString(Trace)) >= 0, "the drawing is of another trace");
        var measures = await ReceivedAsync("/v1/metrics", "http.server.request.duration");
        Assert.Contains("effekt.open_streams", Text(measures.Body), StringComparison.Ordinal);

        var line = await ReceivedAsync("/v1/logs", "/diagram.svg");
        Assert.True(line.Body.AsSpan().IndexOf(Convert.FromHexString(Trace)) >= 0, "the log line is of another trace");
    }

    [Fact]
    public async Task What_is_turned_off_is_not_sent()
    {
        _effekt.Variables["OTEL_SDK_DISABLED"] = "true";
        await using var server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0");
        Assert.True((await _http.GetAsync(new Uri(server.Address, "healthz/live"))).IsSuccessStatusCode);
        await Task.Delay(1500);
        Assert.Empty(_received);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_harms_nothing()
    {
        _collector.Stop();
        await using var server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0");
        Assert.True((await _http.GetAsync(new Uri(server.Address, "healthz/live"))).IsSuccessStatusCode);
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
    }

    private async Task<(byte[] Body, string? Key)> ReceivedAsync(string path, string said)
    {
        for (var waited = 0; waited < 100; waited++)
        {
            if (
                _received.FirstOrDefault(r => r.Path == path && Text(r.Body).Contains(said, StringComparison.Ordinal)) is
                { Path: not null } found
            )
            {
                return (found.Body, found.Key);
            }

            await Task.Delay(100);
        }

        Assert.Fail($"Nothing with {said} came to {path}, but: {string.Join(", ", _received.Select(r => r.Path).Distinct())}");
        return default;
    }

    /// <summary>Names stand in the bytes as they are.</summary>
    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    private async Task ReceiveAsync()
    {
        while (_collector.IsListening)
        {
            try
            {
                var context = await _collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray(), context.Request.Headers["x-noegle"]));
                context.Response.StatusCode = 200;
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}

using System.Text;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>A byte of the store turned while nobody looked: what is damaged is named, and nobody is told that all is well.</summary>
public sealed class DamagedStoreTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();
    private readonly HttpClient _http = new();

    public async ValueTask InitializeAsync()
    {
        await _effekt.SeedAsync();
        await _effekt.GoodAsync("backup", Path.Combine(_effekt.Folder, "hel.db"));
        File.Delete(_effekt.Store + "-wal");
        File.Move(Path.Combine(_effekt.Folder, "hel.db"), _effekt.Store, overwrite: true);
        var bytes = await File.ReadAllBytesAsync(_effekt.Store);
        // Every place but the index of words, which holds them in small letters.
        var title = Encoding.UTF8.GetBytes("Udsattepolitikken");
        for (var at = bytes.AsSpan().IndexOf(title); at >= 0; at = bytes.AsSpan().IndexOf(title))
        {
            bytes[at + 3] ^= 1;
        }

        await File.WriteAllBytesAsync(_effekt.Store, bytes);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Commands_name_it_without_a_stack_trace_and_answer_what_does_not_touch_it()
    {
        foreach (var command in new[] { "verify", "check", "export" })
        {
            var run = await _effekt.RunAsync(command == "export" ? ["export", "json"] : [command]);
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("er ikke, som den blev gemt", run.Error + run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error + run.Out, StringComparison.Ordinal);
        }

        await _effekt.GoodAsync("list", "revisions");
        var health = JsonDocument.Parse((await _effekt.RunAsync("verify", "--output", "json")).Out).RootElement;
        Assert.False(health.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task A_server_says_so_on_its_pages_in_graphql_and_when_asked_whether_it_is_ready()
    {
        await using var server = await Server.StartAsync(_effekt, "--port", "0");
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "kontrol"));
        asked.Headers.Accept.ParseAdd("text/html");
        using var page = await _http.SendAsync(asked);
        Assert.Equal(503, (int)page.StatusCode);
        var shown = await page.Content.ReadAsStringAsync();
        Assert.Contains("er ikke, som den blev gemt", shown, StringComparison.Ordinal);
        Assert.Contains("</html>", shown, StringComparison.Ordinal);

        using var picture = await _http.GetAsync(new Uri(server.Address, "diagram.svg?scene=maalbillede"));
        Assert.NotEmpty(await picture.Content.ReadAsStringAsync());
        var ready = await _http.GetAsync(new Uri(server.Address, "healthz/ready"));
        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Contains("beskadiget", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", (await server.StopAsync()).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_nobody_asked_finds_it_by_itself()
    {
        await using var server = await Server.StartAsync(_effekt, "--port", "0");
        var ready = new Uri(server.Address, "healthz/ready");
        for (var waited = 0; waited < 60 && (await _http.GetAsync(ready)).IsSuccessStatusCode; waited++)
        {
            await Task.Delay(500);
        }

        Assert.Equal(503, (int)(await _http.GetAsync(ready)).StatusCode);
    }
}

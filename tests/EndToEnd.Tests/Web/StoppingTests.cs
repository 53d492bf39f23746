using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>How a server ends, and what it says of a store that is not there any more.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly Effekt _effekt = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _effekt.Dispose();
    }

    [Fact]
    public async Task A_request_under_way_is_answered_before_the_server_ends()
    {
        await using var server = await Server.StartAsync(_effekt, "--port", "0");
        const string Body = """{"query":"{ alleBidrag { totalCount } }"}""";
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = client.GetStream();
        var head =
            $"POST /graphql HTTP/1.1\r\nHost: {server.Address.Authority}\r\n"
            + $"Content-Type: application/json\r\nConnection: close\r\n"
            + $"Content-Length: {Body.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + Body[..10]));
        await Task.Delay(1000);
        server.Terminate();
        await Task.Delay(3000);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[10..]));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("totalCount", answer, StringComparison.Ordinal);
        Assert.Equal(0, (await server.EndedAsync()).ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_was_deleted_or_exchanged_is_noticed_before_a_write_is_acknowledged(bool isExchanged)
    {
        await using var server = await Server.StartAsync(_effekt, Repository.Seed, "--store", _effekt.Store, "--port", "0");
        var ready = new Uri(server.Address, "healthz/ready");
        Assert.True((await _http.GetAsync(ready)).IsSuccessStatusCode);
        foreach (var file in Directory.GetFiles(_effekt.Folder, "graf.db*"))
        {
            File.Delete(file);
        }

        if (isExchanged)
        {
            using var other = new Effekt();
            await other.GoodAsync("import", Repository.Seed, "--store", _effekt.Store);
        }

        Assert.Equal(503, (int)(await _http.GetAsync(ready)).StatusCode);
        const string Mutation =
            """{"query":"mutation { opretKnude(input: { slags: INDSATS, kommune: \"vestersoe\", tekst: \"Ny\" }) { """
            + """revision { nummer } fejl { besked } } }"}""";
        using var content = new StringContent(Mutation, Encoding.UTF8, "application/json");
        var answer = await (await _http.PostAsync(new Uri(server.Address, "graphql"), content)).Content.ReadAsStringAsync();
        Assert.Contains("slettet eller byttet ud", answer, StringComparison.Ordinal);
    }
}

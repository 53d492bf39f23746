using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The example of <c>docs/drift.md</c>, run as it stands there but for its ports.</summary>
public sealed class NginxTests : IDisposable
{
    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    [Fact]
    public async Task The_documented_proxy_reaches_the_server_under_its_own_name()
    {
        const string Nginx = "/usr/sbin/nginx";
        Assert.SkipUnless(File.Exists(Nginx), "nginx is missing (Debian: apt-get install nginx-light).");
        await using var server = await Server.StartAsync(
            _effekt,
            Repository.Seed,
            "--port",
            "0",
            "--allowed-hosts",
            "effekt.kommunen.dk",
            "--proxy",
            "127.0.0.1"
        );
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "drift.md"));
        var port = FreePort();
        var example = text.Split("```nginx\n")[1]
            .Split("```")[0]
            .Replace("5080", $"{server.Address.Port}", StringComparison.Ordinal)
            .Replace("listen 8443", $"listen 127.0.0.1:{port}", StringComparison.Ordinal);
        var file = _effekt.Write(
            "nginx.conf",
            $"daemon off; pid {_effekt.Folder}/nginx.pid; error_log {_effekt.Folder}/nginx.log;\n"
                + $"events {{}}\nhttp {{ access_log off; client_body_temp_path {_effekt.Folder}/b; proxy_temp_path {_effekt.Folder}/p; "
                + $"fastcgi_temp_path {_effekt.Folder}/f; uwsgi_temp_path {_effekt.Folder}/u; "
                + $"scgi_temp_path {_effekt.Folder}/s;\n{example} }}\n"
        );
        using var nginx = Process.Start(Nginx, ["-c", file]);
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(port, "effekt.kommunen.dk", "http://effekt.kommunen.dk")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(port, "ond.example", null)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(port, "effekt.kommunen.dk", "http://ond.example")).StatusCode);
        }
        finally
        {
            Effekt.Terminate(nginx);
            await nginx.WaitForExitAsync();
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(int port, string host, string? origin)
    {
        using var http = new HttpClient();
        for (var tried = 0; ; tried++)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                $"http://127.0.0.1:{port}/graphql?query=%7BalleBidrag%7BtotalCount%7D%7D"
            );
            request.Headers.Host = host;
            if (origin is not null)
            {
                request.Headers.TryAddWithoutValidation("Origin", origin);
            }

            try
            {
                return await http.SendAsync(request);
            }
            catch (HttpRequestException) when (tried < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

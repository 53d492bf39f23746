using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>TLS before a server that speaks none, with a certificate that nobody has signed.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public TlsProxy(Uri server)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        _listener.Start();
        _serving = ServeAsync(server);
    }

    public X509Certificate2 Certificate { get; }

    public Uri Address => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        Certificate.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(Uri server)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token), server));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task PassAsync(TcpClient client, Uri server)
    {
        try
        {
            using var _ = client;
            await using var outside = new SslStream(client.GetStream());
            await outside.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
            using var inner = new TcpClient();
            await inner.ConnectAsync(server.Host, server.Port, _stop.Token);
            await using var inside = inner.GetStream();
            await Task.WhenAny(outside.CopyToAsync(inside, _stop.Token), inside.CopyToAsync(outside, _stop.Token));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client did not trust it, or is gone.
        }
    }
}

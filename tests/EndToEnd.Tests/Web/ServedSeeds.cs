using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>A server over the made-up agreements, started once for all tests of a class that leave the graph as it is.</summary>
public sealed class ServedSeeds : IAsyncLifetime
{
    private readonly Effekt _effekt = new();
    private Server _server = null!;

    public Uri Address => _server.Address;

    public async ValueTask InitializeAsync() => _server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _effekt.Dispose();
    }
}

using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>A server over the made-up agreements and a browser before it, started once for all tests of a class.</summary>
public sealed class Explorer : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private Server? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool HasBrowser => File.Exists(Chromium);

    public Effekt Effekt { get; } = new();

    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        if (!HasBrowser)
        {
            return;
        }

        _server = await Server.StartAsync(Effekt, Repository.Seed, "--port", "0");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A page that knows nothing of the pages before it.</summary>
    public Task<IPage> PageAsync(bool hasScript = true) =>
        _browser!.NewPageAsync(
            new()
            {
                BaseURL = Address.ToString(),
                ViewportSize = new() { Width = 1440, Height = 1000 },
                JavaScriptEnabled = hasScript,
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Effekt.Dispose();
    }
}

/// <summary>The classes whose tests only look share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class LookedAt : ICollectionFixture<Explorer>
{
    public const string Name = "What is looked at";
}

using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>A server over the made-up agreements and a browser before it, started once for all tests of a class.</summary>
public class Explorer : IAsyncLifetime
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

        _server = await Server.StartAsync(Effekt, await SourceAsync(), "--port", "0");
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

    /// <summary>The folder of agreements that is served.</summary>
    protected virtual Task<string> SourceAsync() => Task.FromResult(Repository.Seed);

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
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same over a municipality of ten centres that is made up as it starts: about a thousand nodes.</summary>
public sealed class Town : Explorer
{
    protected override async Task<string> SourceAsync()
    {
        await Effekt.GoodAsync("generate", "documents", "--centre", "10", "--seed", "7", "--out", "by");
        return Path.Combine(Effekt.Folder, "by");
    }
}

/// <summary>The classes whose tests only look share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class LookedAt : ICollectionFixture<Explorer>
{
    public const string Name = "What is looked at";
}

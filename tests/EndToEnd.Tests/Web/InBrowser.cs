using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>
/// Tests that have a page of a browser each, and what went wrong in it. Screenshots stay in <c>artifacts/screenshots</c>.
/// </summary>
public abstract class InBrowser(Explorer explorer) : IAsyncLifetime
{
    private static readonly string Screenshots = Path.Combine(Repository.Root, "artifacts", "screenshots");

    protected Effekt Effekt => explorer.Effekt;

    protected Uri Address => explorer.Address;

    protected IPage Page { get; private set; } = null!;

    /// <summary>Errors that script threw or the console told of.</summary>
    protected List<string> Faults { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Explorer.HasBrowser, "chromium is missing (Debian: apt-get install chromium).");
        Directory.CreateDirectory(Screenshots);
        Page = await explorer.PageAsync();
        Page.PageError += (_, error) => Faults.Add(error);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Faults.Add(message.Text);
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (Page is not null)
        {
            await Page.Context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        Assert.SkipWhen(
            await Page.Locator("script[src*='explorer.js']").CountAsync() == 0,
            "The explorer is not built, because npm is missing."
        );
        await Page.WaitForFunctionAsync("document.documentElement.dataset.klar === 'ja'");
    }

    /// <summary>Waits for the page's address to hold this. It is looked at anew: who waits to be told of it may miss it.</summary>
    protected Task AddressHoldsAsync(string part) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)), new() { Timeout = 30_000 });

    protected Task ShotAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, name + ".png"), FullPage = true });
}

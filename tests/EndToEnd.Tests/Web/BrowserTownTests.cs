using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>A whole municipality in the browser: what is too much to show at once is counted, opened, followed and dropped.</summary>
public sealed class BrowserTownTests(Town town) : InBrowser(town), IClassFixture<Town>
{
    private ILocator Boxes => Page.Locator(".view .node[data-level]");

    private ILocator Counted => Boxes.Filter(new() { HasText = "Foldet sammen" });

    [Fact]
    public async Task Every_centre_is_there_and_what_is_counted_is_opened_where_it_stands()
    {
        await OpenAsync("/");
        await Assertions.Expect(Page.Locator(".view .lane[data-lane]")).ToHaveCountAsync(11);
        await Assertions.Expect(Counted).ToHaveCountAsync(10);
        var (before, box) = (await Boxes.CountAsync(), Counted.First);
        var (id, said) = (await box.GetAttributeAsync("data-id"), await box.TextContentAsync());
        await box.FocusAsync();
        await Page.Keyboard.PressAsync(" ");
        await AddressHoldsAsync("aabnet=");
        await Assertions.Expect(Page.Locator($".view .node[data-id='{id}']")).ToHaveCountAsync(0);
        // As many as were counted stand there instead, and the picture as a file is the one that is seen.
        var opened = await Boxes.CountAsync() - before + 1;
        Assert.Contains($"{opened} indsatser", said!, StringComparison.Ordinal);
        var svg = await Page.Locator(".files a").First.GetAttributeAsync("href");
        using var http = new HttpClient();
        var file = await http.GetStringAsync(new Uri(Address, svg), TestContext.Current.CancellationToken);
        Assert.Equal(await Boxes.CountAsync(), file.Split("data-level=").Length - 1);
        await Page.GoBackAsync();
        await Assertions.Expect(Counted).ToHaveCountAsync(10);
        await ShotAsync("town");
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task What_is_searched_for_is_flown_to_followed_and_dropped()
    {
        await OpenAsync("/");
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("Sundhedspolitik");
        await Page.Locator("[role=option]").First.ClickAsync();
        await Assertions.Expect(Page.Locator(".details h2").First).ToContainTextAsync("Sundhedspolitik");
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("bortfalder") }).First.ClickAsync();
        await Assertions.Expect(Page.Locator("#svar")).ToContainTextAsync("grundlag");
        Assert.InRange(await Boxes.CountAsync(), 3, 60);
        var listed = Page.Locator(".details .list li a[href*='knude']").First;
        await Assertions.Expect(listed).ToBeVisibleAsync();
        Assert.Empty(Faults);
    }

    [Theory]
    [InlineData("/tidslinje"), InlineData("/koblinger"), InlineData("/maal?vis=tabel"), InlineData("/kontrol"), InlineData("/aftaler")]
    public async Task Each_page_stays_within_the_window_on_a_telephone_too(string path)
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync(path);
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        Assert.Empty(Faults);
    }
}

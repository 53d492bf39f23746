using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The explorer on a telephone, by fingers.</summary>
[Collection(LookedAt.Name)]
public sealed class BrowserTouchTests(Explorer explorer) : InBrowser(explorer)
{
    private ICDPSession _cdp = null!;

    [Fact]
    public async Task Fingers_select_focus_move_and_scale()
    {
        await OnAPhoneAsync("/");
        var (key, x, y) = await ABoxAsync();
        await TapAsync(x, y);
        await AddressHoldsAsync("valgt=");
        await Assertions.Expect(Page.Locator($".node[data-key='{key}']")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(Page.Locator("[data-region=detaljer] h2")).ToBeVisibleAsync();

        var before = await PlaceAsync();
        await FingersAsync([(200, 330)], [(150, 300)], [(120, 290)]);
        var moved = await PlaceAsync();
        Assert.Equal((-80, -40), (Math.Round(moved.X - before.X), Math.Round(moved.Y - before.Y)));
        Assert.Equal(0, await Page.EvaluateAsync<double>("scrollY"));
        await FingersAsync([(150, 300), (250, 300)], [(125, 300), (275, 300)], [(100, 300), (300, 300)]);
        Assert.Equal(2, (await PlaceAsync()).Width / moved.Width, 1);
        await ShotAsync("touch");
        Assert.Empty(Faults);
    }

    /// <summary>The first of the two makes room for the details, and another box comes to lie under the finger.</summary>
    [Fact]
    public async Task Two_quick_taps_follow_the_chain_of_the_box_that_was_under_the_first()
    {
        await OnAPhoneAsync("/");
        var (key, x, y) = await ABoxAsync();
        await TapAsync(x, y);
        await TapAsync(x, y);
        await AddressHoldsAsync($"fokus={Uri.EscapeDataString(key)}");
        Assert.Empty(Faults);
    }

    private async Task OnAPhoneAsync(string path)
    {
        await Page.SetViewportSizeAsync(390, 844);
        _cdp = await Page.Context.NewCDPSessionAsync(Page);
        await _cdp.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await OpenAsync(path);
    }

    /// <summary>A box whose middle is in the picture, below what stays at its top, and that middle.</summary>
    private async Task<(string Key, double X, double Y)> ABoxAsync()
    {
        var found = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const view = document.querySelector('.view').getBoundingClientRect();
              const middle = (n) => { const r = n.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; };
              const inside = ([x, y]) => x > view.x + 20 && x < view.right - 20 && y > view.y + 60 && y < view.bottom - 20;
              const box = [...document.querySelectorAll('.view .node[data-key]')].find((n) => inside(middle(n)));
              return [box.dataset.key, ...middle(box).map(String)];
            }
            """
        );
        return (found[0], double.Parse(found[1], CultureInfo.InvariantCulture), double.Parse(found[2], CultureInfo.InvariantCulture));
    }

    private async Task<(double X, double Y, double Width)> PlaceAsync()
    {
        await Task.Delay(400); // what was let go of comes to rest, and is drawn anew
        var place = await Page.EvaluateAsync<double[]>(
            "() => { const r = document.querySelector('.view svg').getBoundingClientRect(); return [r.x, r.y, r.width]; }"
        );
        return (place[0], place[1], place[2]);
    }

    private Task TapAsync(double x, double y) => FingersAsync([(x, y)]);

    /// <summary>Fingers are put down at the first places, moved to each of the next, and lifted.</summary>
    private async Task FingersAsync(params (double X, double Y)[][] places)
    {
        foreach (var (i, fingers) in places.Index())
        {
            await TouchAsync(i == 0 ? "touchStart" : "touchMove", fingers);
        }

        await TouchAsync("touchEnd", []);
    }

    private Task TouchAsync(string type, (double X, double Y)[] fingers) =>
        _cdp.SendAsync(
            "Input.dispatchTouchEvent",
            new()
            {
                ["type"] = type,
                ["touchPoints"] = fingers
                    .Select(
                        (f, id) =>
                            new Dictionary<string, object>
                            {
                                ["x"] = f.X,
                                ["y"] = f.Y,
                                ["id"] = id,
                            }
                    )
                    .ToArray(),
            }
        );
}

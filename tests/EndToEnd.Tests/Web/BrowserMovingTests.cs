using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>Pictures in a real browser, moved, scaled and pointed at.</summary>
[Collection(LookedAt.Name)]
public sealed class BrowserMovingTests(Explorer explorer) : InBrowser(explorer)
{
    [Fact]
    public async Task The_stand_alone_page_is_moved_and_scaled_by_keys_wheel_and_two_fingers()
    {
        await Effekt.GoodAsync("draw", "overblik", "--out", "billede.html");
        await Page.GotoAsync(new Uri(Path.Combine(Effekt.Folder, "billede.html")).AbsoluteUri);
        var fitted = await ViewAsync();
        Assert.InRange(fitted.Scale, .05, 1);

        await Page.Keyboard.PressAsync("+");
        Assert.Equal(fitted.Scale * 1.25, (await ViewAsync()).Scale, 4);
        var before = await ViewAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(before.X - 60, (await ViewAsync()).X, 1);
        await Page.Mouse.MoveAsync(500, 400);
        await Page.Mouse.WheelAsync(0, -200);
        await Page.WaitForFunctionAsync(
            "s => Number(/scale\\(([^)]+)/.exec(document.querySelector('#view>svg').style.transform)[1]) > s",
            before.Scale
        );
        await Page.Keyboard.PressAsync("0");
        Assert.Equal(fitted, await ViewAsync());

        var cdp = await Page.Context.NewCDPSessionAsync(Page);
        await cdp.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await TouchAsync("touchStart", 100);
        await TouchAsync("touchMove", 150);
        await TouchAsync("touchMove", 200);
        await cdp.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        Assert.Equal(fitted.Scale * 2, (await ViewAsync()).Scale, 1);
        await ShotAsync("stand-alone");
        Assert.Empty(Faults);

        Task TouchAsync(string type, int half) =>
            cdp.SendAsync(
                "Input.dispatchTouchEvent",
                new()
                {
                    ["type"] = type,
                    ["touchPoints"] = new[]
                    {
                        new
                        {
                            x = 600 - half,
                            y = 400,
                            id = 0,
                        },
                        new
                        {
                            x = 600 + half,
                            y = 400,
                            id = 1,
                        },
                    },
                }
            );
    }

    private async Task<(double Scale, double X)> ViewAsync()
    {
        var transform = await Page.EvaluateAsync<double[]>(
            "() => { const m = new DOMMatrix(document.querySelector('#view>svg').style.transform); return [m.a, m.e]; }"
        );
        return (transform[0], transform[1]);
    }

    [Fact]
    public async Task A_picture_is_moved_as_it_is_painted_anew_at_rest_and_a_small_map_leads_about()
    {
        await OpenAsync("/");
        var rested = await WideAsync();
        await Page.Mouse.MoveAsync(600, 500);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(500, 460, new() { Steps = 4 });
        Assert.DoesNotContain("scale", await TransformAsync(), StringComparison.Ordinal);
        await Page.Mouse.UpAsync();
        Assert.Equal(rested, await WideAsync());
        // Between two looks at the page the picture may have come to rest: what it went through is kept.
        await Page.EvaluateAsync(
            """
            () => {
                const layer = document.querySelector('.layer');
                new MutationObserver(() => (window.wasScaled ||= layer.style.transform.includes('scale')))
                    .observe(layer, { attributes: true, attributeFilter: ['style'] });
            }
            """
        );
        await Page.Mouse.WheelAsync(0, -300);
        await Page.WaitForFunctionAsync("() => window.wasScaled && !document.querySelector('.layer').style.transform.includes('scale')");
        Assert.Equal(rested * Math.Pow(2, .6), await WideAsync(), 1);

        for (var i = 0; i < 4; i++)
        {
            await Page.Keyboard.PressAsync("+");
        }

        var map = Page.Locator(".minimap");
        await Assertions.Expect(map).ToBeVisibleAsync();
        await map.ClickAsync(
            new()
            {
                Position = new() { X = 3, Y = 3 },
            }
        );
        var at = await Page.EvaluateAsync<double[]>(
            "() => { const m = new DOMMatrix(document.querySelector('.layer').style.transform); return [m.e, m.f]; }"
        );
        Assert.All(at, place => Assert.True(place > 0, $"{place} is not at the picture's corner"));
        Assert.Empty(Faults);

        Task<double> WideAsync() => Page.EvaluateAsync<double>("parseFloat(document.querySelector('.layer').style.width)");
        Task<string> TransformAsync() => Page.EvaluateAsync<string>("document.querySelector('.layer').style.transform");
    }

    [Fact]
    public async Task Couplings_between_two_centres_are_listed_when_their_line_is_pressed()
    {
        await OpenAsync("/");
        var ribbon = Page.Locator("svg .couplings .ribbon").First;
        await ribbon.DispatchEventAsync("pointerenter");
        await Assertions.Expect(Page.Locator("svg .node.hovered")).ToHaveCountAsync(2);
        await ribbon.DispatchEventAsync("click");
        await Assertions.Expect(Page.Locator(".details .coupling blockquote").First).ToContainTextAsync("linje");
        Assert.Empty(Faults);
    }
}

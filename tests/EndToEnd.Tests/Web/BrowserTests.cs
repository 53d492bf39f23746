using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The explorer in a real browser. Screenshots stay in <c>artifacts/screenshots</c>.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string Screenshots = Path.Combine(Repository.Root, "artifacts", "screenshots");

    private readonly Effekt _effekt = new();
    private Server? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage _page = null!;
    private readonly List<string> _faults = [];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), "chromium is missing (Debian: apt-get install chromium).");
        Directory.CreateDirectory(Screenshots);
        _server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0");
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
        _page = await _browser.NewPageAsync(
            new()
            {
                BaseURL = _server.Address.ToString(),
                ViewportSize = new() { Width = 1440, Height = 1000 },
            }
        );
        _page.PageError += (_, error) => _faults.Add(error);
        _page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Add(message.Text);
            }
        };
    }

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

        _effekt.Dispose();
    }

    [Fact]
    public async Task The_stand_alone_page_is_moved_and_scaled_by_keys_wheel_and_two_fingers()
    {
        await _effekt.GoodAsync("draw", "overblik", "--out", "billede.html");
        await _page.GotoAsync(new Uri(Path.Combine(_effekt.Folder, "billede.html")).AbsoluteUri);
        var fitted = await ViewAsync();
        Assert.InRange(fitted.Scale, .05, 1);

        await _page.Keyboard.PressAsync("+");
        Assert.Equal(fitted.Scale * 1.25, (await ViewAsync()).Scale, 4);
        var before = await ViewAsync();
        await _page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(before.X - 60, (await ViewAsync()).X, 1);
        await _page.Mouse.MoveAsync(500, 400);
        await _page.Mouse.WheelAsync(0, -200);
        await _page.WaitForFunctionAsync(
            "s => Number(/scale\\(([^)]+)/.exec(document.querySelector('#view>svg').style.transform)[1]) > s",
            before.Scale
        );
        await _page.Keyboard.PressAsync("0");
        Assert.Equal(fitted, await ViewAsync());

        var cdp = await _page.Context.NewCDPSessionAsync(_page);
        await cdp.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await TouchAsync("touchStart", 100);
        await TouchAsync("touchMove", 150);
        await TouchAsync("touchMove", 200);
        await cdp.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        Assert.Equal(fitted.Scale * 2, (await ViewAsync()).Scale, 1);
        await ShotAsync("stand-alone");
        Assert.Empty(_faults);

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
        var transform = await _page.EvaluateAsync<double[]>(
            "() => { const m = new DOMMatrix(document.querySelector('#view>svg').style.transform); return [m.a, m.e]; }"
        );
        return (transform[0], transform[1]);
    }

    [Fact]
    public async Task From_the_overview_a_node_is_found_its_chain_opened_and_its_fall_shown()
    {
        await _page.GotoAsync("/");
        await Assertions.Expect(_page.Locator("figure.diagram svg")).ToBeVisibleAsync();
        await ShotAsync("1-overblik");

        var title = await _page.Locator("svg .node[data-kind=indsats]").First.GetAttributeAsync("aria-label") ?? "";
        var word = title.Split(' ').MaxBy(w => w.Length)!.Trim('.', ',', ':');
        if (await _page.EvaluateAsync<bool>("document.documentElement.dataset.klar === 'ja'"))
        {
            await _page.GetByRole(AriaRole.Combobox).FillAsync(word);
            await Assertions.Expect(_page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await ShotAsync("2-forslag");
            await _page.Keyboard.PressAsync("Escape");
        }
        await _page.Locator("input[name=q]").FillAsync(word);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await _page.Locator("ol.hits a.node-link").First.ClickAsync();

        await Assertions.Expect(_page.Locator("#kilde blockquote").First).ToContainTextAsync("linje");
        await Assertions.Expect(_page.Locator("figure.diagram svg")).ToBeVisibleAsync();
        await ShotAsync("3-knude");

        await _page.GetByRole(AriaRole.Link, new() { Name = "Hvad rammes, hvis den bortfalder?" }).ClickAsync();
        await Assertions.Expect(_page.Locator("#svar")).ToContainTextAsync("falder");
        await Assertions.Expect(_page.Locator("svg .m-dropped").First).ToBeVisibleAsync();
        await ShotAsync("4-paavirkning");
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task A_box_leads_to_its_node_by_mouse_and_by_keyboard()
    {
        await _page.GotoAsync("/");
        await _page.WaitForFunctionAsync("document.documentElement.dataset.klar === 'ja'");
        await _page.Locator("svg .node[data-kind=bidrag]").First.ClickAsync();
        await _page.WaitForURLAsync("**/knude**");
        await _page.GoBackAsync();
        await _page.WaitForFunctionAsync("document.documentElement.dataset.klar === 'ja'");
        await _page.Locator("svg .node[data-kind=indsats]").First.FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync("**/knude**");
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task In_every_diagram_no_box_overlaps_another_and_no_label_leaves_its_box()
    {
        await _page.GotoAsync("/");
        var center = await _page.Locator("a[href^='/center']").First.GetAttributeAsync("href");
        foreach (
            var address in new[]
            {
                "/",
                center!,
                "/knude?noegle=" + Uri.EscapeDataString(await KeyAsync("bidrag")),
                "/paavirkning?noegle=" + Uri.EscapeDataString(await KeyAsync("indsats")),
            }
        )
        {
            await _page.GotoAsync(address);
            var wrong = await _page.EvaluateAsync<string[]>(
                """
                () => {
                  const nodes = [...document.querySelectorAll('svg .node')].map(n => ({
                    name: n.getAttribute('aria-label'),
                    box: n.querySelector('.b').getBBox(),
                    texts: [...n.querySelectorAll('text')].map(t => t.getBBox()),
                  }));
                  const outside = (t, box) =>
                    t.x + t.width > box.x + box.width + 0.5 || t.y + t.height > box.y + box.height + 0.5 || t.y < box.y - 0.5;
                  const overlap = (a, b) =>
                    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
                  const wrong = [];
                  for (const [i, a] of nodes.entries()) {
                    for (const t of a.texts) if (outside(t, a.box)) wrong.push('label: ' + a.name);
                    for (const b of nodes.slice(i + 1))
                      if (overlap(a.box, b.box)) wrong.push('overlap: ' + a.name + ' | ' + b.name);
                  }
                  return wrong;
                }
                """
            );
            Assert.Empty(wrong);
        }
    }

    [Fact]
    public async Task The_page_reads_in_the_dark_too()
    {
        await _page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await _page.GotoAsync("/");
        var (ground, ink) = (await ColourAsync("svg .ground", "fill"), await ColourAsync("svg .title", "fill"));
        Assert.True(Contrast(ground, ink) >= 4.5, $"{ground} on {ink}");
        await ShotAsync("5-moerkt");
    }

    [Fact]
    public async Task Graphiql_answers_a_question()
    {
        await _page.GotoAsync("/graphiql");
        Assert.SkipUnless(await _page.Locator("#graphiql").CountAsync() == 1, "GraphiQL is not built, because npm is missing.");
        var run = _page.GetByRole(
            AriaRole.Button,
            new() { NameRegex = new("Execute", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }
        );
        var answer = _page.Locator(".graphiql-response").First;
        // The editor takes its time to load on a busy machine, and a click before that asks nothing.
        for (
            var patience = 6;
            patience > 0 && !(await answer.InnerTextAsync()).Contains("totalCount", StringComparison.Ordinal);
            patience--
        )
        {
            await run.ClickAsync(new() { Timeout = 20_000 });
            await _page.WaitForTimeoutAsync(4_000);
        }
        await Assertions.Expect(answer).ToContainTextAsync("totalCount");
        await ShotAsync("6-graphiql");
    }

    private async Task<string> KeyAsync(string kind) =>
        await _page.Locator($"svg .node[data-kind={kind}]").First.GetAttributeAsync("data-key")
        ?? throw new InvalidOperationException($"No {kind} in the picture");

    private Task ShotAsync(string name) =>
        _page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, name + ".png"), FullPage = true });

    private Task<string> ColourAsync(string selector, string property) =>
        _page.Locator(selector).First.EvaluateAsync<string>("(e, p) => getComputedStyle(e)[p]", property);

    /// <summary>The contrast ratio of WCAG 2.</summary>
    private static double Contrast(string a, string b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);

        static double Luminance(string rgb)
        {
            var parts = System
                .Text.RegularExpressions.Regex.Matches(rgb, @"\d+")
                .Take(3)
                .Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture) / 255.0)
                .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
                .ToArray();
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        }
    }
}

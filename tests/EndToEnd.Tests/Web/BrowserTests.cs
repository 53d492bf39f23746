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
        await OpenAsync("/");
        await Assertions.Expect(_page.Locator("figure.scene svg")).ToBeVisibleAsync();
        await ShotAsync("1-overblik");

        var title = await _page.Locator("svg .node[data-kind=indsats]").First.GetAttributeAsync("aria-label") ?? "";
        var word = title.Split(' ').MaxBy(w => w.Length)!.Trim('.', ',', ':');
        await _page.GetByRole(AriaRole.Combobox, new() { Name = "Søg" }).FillAsync(word);
        await Assertions.Expect(_page.Locator(".suggestions li").First).ToBeVisibleAsync();
        await ShotAsync("2-forslag");
        await _page.Keyboard.PressAsync("Escape");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await _page.Locator("ol.hits a.node-link").First.ClickAsync();

        await Assertions.Expect(_page.Locator("#kilde blockquote").First).ToContainTextAsync("linje");
        await Assertions.Expect(_page.Locator("figure.scene svg")).ToBeVisibleAsync();
        await ShotAsync("3-knude");

        await _page.GetByRole(AriaRole.Link, new() { Name = "Hvad rammes, hvis den bortfalder?" }).ClickAsync();
        await Assertions.Expect(_page.Locator("#svar")).ToContainTextAsync("bortfalder");
        await Assertions.Expect(_page.Locator("svg .m-dropped").First).ToBeVisibleAsync();
        await ShotAsync("4-paavirkning");
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task A_box_that_is_clicked_shows_its_words_and_its_chain_and_the_address_keeps_it()
    {
        await OpenAsync("/");
        var box = _page.Locator("svg .node[data-kind=indsats]").Nth(2);
        var key = await box.GetAttributeAsync("data-key");
        await box.ClickAsync();
        await Assertions.Expect(_page.Locator(".node-details #kilde blockquote").First).ToContainTextAsync("linje");
        Assert.True(await box.EvaluateAsync<bool>("e => e.classList.contains('on') && e.ownerSVGElement.classList.contains('dimmed')"));
        Assert.Contains(Uri.EscapeDataString(key!), _page.Url, StringComparison.Ordinal);
        await _page.ReloadAsync();
        await _page.WaitForFunctionAsync("document.documentElement.dataset.klar === 'ja'");
        Assert.Equal(key, await _page.Locator("svg .node.chosen").GetAttributeAsync("data-key"));
        await Assertions.Expect(_page.Locator(".node-details h2")).ToBeVisibleAsync();
        await ShotAsync("7-valgt");
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task The_keyboard_walks_folds_focuses_and_comes_back()
    {
        await OpenAsync("/");
        await _page.Locator("svg .node[data-kind=indsats]").Nth(2).ClickAsync();
        await _page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("bidrag", await FocusedAsync("kind"));
        var whole = await _page.Locator("svg .node").CountAsync();
        await _page.Keyboard.PressAsync("Space");
        await Assertions.Expect(_page.Locator("svg .node[data-kind=effekt]").First).ToBeVisibleAsync();
        var effort = await _page.EvaluateAsync<string>("document.activeElement.dataset.key");
        Assert.Contains("aabnet=", _page.Url, StringComparison.Ordinal);
        await _page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("indsats", await FocusedAsync("kind"));
        await _page.Keyboard.PressAsync("Space");
        await Assertions.Expect(_page.Locator("svg .node[data-folded]")).ToHaveCountAsync(1);
        await Assertions.Expect(_page.Locator($"svg .node[data-key='{effort}']")).ToHaveCountAsync(0);
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator("nav.crumbs")).ToBeVisibleAsync();
        Assert.True(await _page.Locator("svg .node").CountAsync() < whole);
        await ShotAsync("8-fokus");
        await _page.GoBackAsync();
        await Assertions.Expect(_page.Locator("nav.crumbs")).ToHaveCountAsync(0);
        await _page.GoBackAsync();
        await Assertions.Expect(_page.Locator("svg .node[data-folded]")).ToHaveCountAsync(0);
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task What_is_folded_keeps_the_rest_in_place_and_downloads_as_it_is_seen()
    {
        await OpenAsync("/");
        await _page.Locator("svg .node[data-kind=indsats]").Nth(2).ClickAsync();
        var before = await PlacesAsync();
        await _page.Keyboard.PressAsync("Space");
        await Assertions.Expect(_page.Locator("svg .node[data-folded]")).ToHaveCountAsync(1);
        var after = await PlacesAsync();
        var moved = after.Where(p => before.TryGetValue(p.Key, out var was) && Math.Abs(was - p.Value) > 30).Select(p => p.Key).ToList();
        Assert.True(moved.Count <= before.Count / 10, $"{moved.Count} of {before.Count} moved");
        var file = await (await _page.APIRequest.GetAsync(await HrefAsync("SVG"))).TextAsync();
        var seen = await _page.EvaluateAsync<string[]>("[...document.querySelectorAll('.view svg .node')].map(n => n.id)");
        var kept = System
            .Text.RegularExpressions.Regex.Matches(file, "class=\"node[^\"]*\" id=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value);
        Assert.Equal(seen.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        foreach (var (ending, magic) in new[] { ("PNG", "\u0089PNG"), ("PDF", "%PDF") })
        {
            var bytes = await (await _page.APIRequest.GetAsync(await HrefAsync(ending))).BodyAsync();
            Assert.Equal(magic, System.Text.Encoding.Latin1.GetString(bytes, 0, 4));
        }

        async Task<string> HrefAsync(string name) =>
            new Uri(
                _server!.Address,
                await _page.Locator(".files").GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href")
            ).ToString();
    }

    [Fact]
    public async Task Several_changes_are_chosen_by_search_and_the_list_points_into_the_picture()
    {
        await OpenAsync("/paavirkning");
        await AddAsync("Tidlig");
        await Assertions.Expect(_page.Locator("#svar strong")).ToContainTextAsync("bortfalder");
        await _page.Locator("form.change select").SelectOptionAsync(new SelectOptionValue { Label = "udskydes ½ år" });
        await Assertions.Expect(_page.Locator("#svar strong")).ToContainTextAsync("udskydes 6 måneder");
        await AddAsync("Udsatteområdet");
        await Assertions.Expect(_page.Locator("form.change select")).ToHaveCountAsync(2);
        await Assertions.Expect(_page.Locator("svg .m-lost").First).ToBeVisibleAsync();
        await _page.Locator(".list .changes ~ ul a.node-link").First.ClickAsync();
        await Assertions.Expect(_page.Locator("svg .node.chosen")).ToHaveCountAsync(1);
        await ShotAsync("9-flere-aendringer");
        Assert.Empty(_faults);

        async Task AddAsync(string word)
        {
            await _page.Locator("form.add input[type=search]").FillAsync(word);
            await Assertions.Expect(_page.Locator(".suggestions li").First).ToBeVisibleAsync();
            await _page.Keyboard.PressAsync("ArrowDown");
            await _page.Keyboard.PressAsync("Enter");
        }
    }

    [Fact]
    public async Task A_coupling_is_confirmed_by_a_key_and_stands_so_afterwards()
    {
        await OpenAsync("/koblinger");
        var first = _page.Locator(".review .coupling").First;
        var edge = await first.GetAttributeAsync("data-edge");
        await _page.Keyboard.PressAsync("n");
        await _page.Keyboard.PressAsync("b");
        await Assertions.Expect(first.Locator("small").First).ToHaveTextAsync("bekræftet");
        await OpenAsync("/koblinger?status=bekraeftet");
        Assert.Equal(edge, await _page.Locator(".review .coupling").First.GetAttributeAsync("data-edge"));
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task A_file_that_is_chosen_is_read_told_of_and_kept_only_when_asked()
    {
        await OpenAsync("/aftaler");
        var rows = await _page.Locator("tbody tr").CountAsync();
        var text = File.ReadAllText(Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories).Order().Last());
        var changed = Path.Combine(_effekt.Folder, "ny.md");
        File.WriteAllText(changed, text.Replace("Vestersø", "Nørreå", StringComparison.Ordinal));
        await _page.Locator("#filer").SetInputFilesAsync(changed);
        await Assertions.Expect(_page.Locator("#rapport h3")).ToContainTextAsync("kan indlæses");
        await ShotAsync("10-indlaes");
        await OpenAsync("/aftaler");
        await Assertions.Expect(_page.Locator("tbody tr")).ToHaveCountAsync(rows);
        await _page.Locator("#filer").SetInputFilesAsync(changed);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Gem ny.md" }).ClickAsync();
        await Assertions.Expect(_page.Locator("#rapport")).ToContainTextAsync("Gemt:");
        await OpenAsync("/aftaler");
        Assert.True(await _page.Locator("tbody tr").CountAsync() > rows);
        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_page_opens_without_a_fault_and_nothing_runs_out_of_the_window(int width)
    {
        await _page.SetViewportSizeAsync(width, 900);
        foreach (var path in Pages)
        {
            await OpenAsync(path);
            var (wide, shown) = (
                await _page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
                await _page.EvaluateAsync<int>("document.documentElement.clientWidth")
            );
            Assert.True(wide <= shown, $"{path} is {wide} wide in {shown}");
        }

        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Nothing_on_any_page_keeps_anybody_out(ColorScheme scheme)
    {
        var axe = Path.Combine(Repository.Root, "src", "Effektkaeder.Web", "Explorer", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe is not there, because npm is missing.");
        await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
        List<string> found = [];
        foreach (var path in Pages.Append("/?valgt=vestersoe%2Findsats%2Ftidlig-opsporing"))
        {
            await OpenAsync(path);
            // Evaluated, not added as an element: the pages allow no script but their own.
            await _page.EvaluateAsync(await File.ReadAllTextAsync(axe));
            var faults = await _page.EvaluateAsync<string[]>(
                """
                async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
                  .violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
                """
            );
            found.AddRange(faults.Select(f => $"{path}: {f}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static readonly string[] Pages =
    [
        "/",
        "/maal",
        "/maal?slags=indsats",
        "/paavirkning",
        "/paavirkning?aendring=vestersoe%2Findsats%2Ftidlig-opsporing%3Dbortfalder",
        "/koblinger",
        "/tidslinje",
        "/aendringer",
        "/kontrol",
        "/aftaler",
        "/soeg?q=skole",
    ];

    private async Task OpenAsync(string path)
    {
        await _page.GotoAsync(path);
        Assert.SkipWhen(
            await _page.Locator("script[src*='explorer.js']").CountAsync() == 0,
            "The explorer is not built, because npm is missing."
        );
        await _page.WaitForFunctionAsync("document.documentElement.dataset.klar === 'ja'");
    }

    private Task<string> FocusedAsync(string name) => _page.EvaluateAsync<string>($"document.activeElement.dataset.{name}");

    /// <summary>Where boxes stand, in the picture's own units.</summary>
    private async Task<Dictionary<string, double>> PlacesAsync() =>
        await _page.EvaluateAsync<Dictionary<string, double>>(
            "Object.fromEntries([...document.querySelectorAll('.view svg .node')]"
                + ".map(n => [n.id, Number(n.querySelector('.b').getAttribute('y'))]))"
        );

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
        await _page.GotoAsync("/spoerg");
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

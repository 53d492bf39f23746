using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The explorer in a real browser: what is looked at and changes nothing.</summary>
[Collection(LookedAt.Name)]
public sealed class BrowserTests(Explorer explorer) : InBrowser(explorer)
{
    [Fact]
    public async Task From_the_overview_a_node_is_found_its_chain_opened_and_its_fall_shown()
    {
        await OpenAsync("/");
        await Assertions.Expect(Page.Locator("figure.scene svg[role=group]")).ToBeVisibleAsync();
        await ShotAsync("1-overblik");

        var title = await Page.Locator("svg .node[data-kind=indsats]").First.GetAttributeAsync("aria-label") ?? "";
        var word = title.Split(' ').MaxBy(w => w.Length)!.Trim('.', ',', ':');
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Søg" }).FillAsync(word);
        await Assertions.Expect(Page.Locator(".suggestions li small").First).ToContainTextAsync("Center for");
        await ShotAsync("2-forslag");
        await Page.Keyboard.PressAsync("Escape");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Page.Locator("ol.hits a.node-link").First.ClickAsync();

        await Assertions.Expect(Page.Locator("#kilde blockquote").First).ToContainTextAsync("linje");
        await Assertions.Expect(Page.Locator("figure.scene svg[role=group]")).ToBeVisibleAsync();
        await ShotAsync("3-knude");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Hvad rammes, hvis den bortfalder?" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#svar")).ToContainTextAsync("bortfalder");
        await Assertions.Expect(Page.Locator("svg .m-dropped").First).ToBeVisibleAsync();
        await ShotAsync("4-paavirkning");
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task A_box_that_is_clicked_shows_its_words_and_its_chain_and_the_address_keeps_it()
    {
        await OpenAsync("/");
        var box = Page.Locator("svg .node[data-kind=indsats]").Nth(2);
        var key = await box.GetAttributeAsync("data-key");
        await box.ClickAsync();
        await Assertions.Expect(Page.Locator(".node-details #kilde blockquote").First).ToContainTextAsync("linje");
        Assert.True(await box.EvaluateAsync<bool>("e => e.classList.contains('on') && e.ownerSVGElement.classList.contains('dimmed')"));
        Assert.Contains(Uri.EscapeDataString(key!), Page.Url, StringComparison.Ordinal);
        await Page.ReloadAsync();
        await Page.WaitForFunctionAsync("document.documentElement.dataset.klar === 'ja'");
        Assert.Equal(key, await Page.Locator("svg .node.chosen").GetAttributeAsync("data-key"));
        await Assertions.Expect(Page.Locator(".node-details h2")).ToBeVisibleAsync();
        await ShotAsync("7-valgt");
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task The_keyboard_walks_folds_focuses_and_comes_back()
    {
        await OpenAsync("/");
        await Page.Locator("svg .node[data-kind=indsats]").Nth(2).ClickAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("bidrag", await FocusedAsync("kind"));
        var whole = await Page.Locator("svg .node").CountAsync();
        await Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(Page.Locator("svg .node[data-kind=effekt]").First).ToBeVisibleAsync();
        var effort = await Page.EvaluateAsync<string>("document.activeElement.dataset.key");
        Assert.Contains("aabnet=", Page.Url, StringComparison.Ordinal);
        await Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("indsats", await FocusedAsync("kind"));
        await Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(Page.Locator("svg .node[data-folded]")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator($"svg .node[data-key='{effort}']")).ToHaveCountAsync(0);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("nav.crumbs")).ToBeVisibleAsync();
        Assert.True(await Page.Locator("svg .node").CountAsync() < whole);
        await ShotAsync("8-fokus");
        await Page.GoBackAsync();
        await Assertions.Expect(Page.Locator("nav.crumbs")).ToHaveCountAsync(0);
        await Page.GoBackAsync();
        await Assertions.Expect(Page.Locator("svg .node[data-folded]")).ToHaveCountAsync(0);
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task The_list_of_keys_closes_on_esc_and_is_there_once()
    {
        await OpenAsync("/");
        await Page.Keyboard.PressAsync("?");
        await Page.Keyboard.PressAsync("?");
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Taster" })).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_agreement_lists_what_it_states_by_kind()
    {
        await Page.GotoAsync("/knude?noegle=vestersoe%2Faftale%2Fudviklingsaftale-2025-center-for-boern-og-unge");
        var stated = Page.Locator(".stated");
        await Assertions.Expect(stated.GetByText("indsatser (2)")).ToBeVisibleAsync();
        await Assertions.Expect(stated.GetByRole(AriaRole.Link, new() { Name = "Tidlig opsporing", Exact = true })).ToBeVisibleAsync();
        var kinds = (await stated.Locator("summary").AllInnerTextsAsync()).Select(k => k.Split(' ')[0]).ToList();
        Assert.Equal(
            ["indsatser", "bidrag", "effekter", "indikatorer"],
            kinds.Where(k => k is "bidrag" or "effekter" or "indsatser" or "indikatorer")
        );
        await Assertions.Expect(Page.Locator(".view svg[role=group]").First).ToContainTextAsync("Målhierarki: Udviklingsaftale 2025");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tidslinje")]
    [InlineData("/knude?noegle=vestersoe%2Findsats%2Ftidlig-opsporing")]
    [InlineData("/center?noegle=vestersoe%2Forganisation%2Fcenter-for-boern-og-unge")]
    [InlineData("/paavirkning?aendring=vestersoe%2Findsats%2Ftidlig-opsporing%3Dbortfalder")]
    public async Task A_narrow_window_begins_with_a_whole_box_and_the_answer_above_it_whole(string path)
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync(path);
        var whole = await Page.EvaluateAsync<bool>(
            """
            () => {
              const view = document.querySelector('.view').getBoundingClientRect();
              // A timeline begins with what is nearest today: a mark, and the names of its rows stay in view.
              return [...document.querySelectorAll('.view .node .b, .view .node .s')].map(b => b.getBoundingClientRect()).some(b =>
                b.top >= view.top && b.bottom <= view.bottom && b.left >= view.left && b.right <= view.right);
            }
            """
        );
        Assert.True(whole, "No box is whole in the window.");
        var lead = await Page.EvaluateAsync<int[]>("(l => [l.scrollHeight, l.clientHeight])(document.querySelector('.lead'))");
        Assert.Equal(lead[0], lead[1]);
    }

    [Fact]
    public async Task What_is_folded_keeps_the_rest_in_place_and_downloads_as_it_is_seen()
    {
        await OpenAsync("/");
        await Page.Locator("svg .node[data-kind=indsats]").Nth(2).ClickAsync();
        var before = await PlacesAsync();
        await Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(Page.Locator("svg .node[data-folded]")).ToHaveCountAsync(1);
        var after = await PlacesAsync();
        var moved = after.Where(p => before.TryGetValue(p.Key, out var was) && Math.Abs(was - p.Value) > 30).Select(p => p.Key).ToList();
        Assert.True(moved.Count <= before.Count / 10, $"{moved.Count} of {before.Count} moved");
        var file = await (await Page.APIRequest.GetAsync(await HrefAsync("SVG"))).TextAsync();
        var seen = await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.view svg .node')].map(n => n.id)");
        var kept = System
            .Text.RegularExpressions.Regex.Matches(file, "class=\"node[^\"]*\" id=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value);
        Assert.Equal(seen.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        foreach (var (ending, magic) in new[] { ("PNG", "\u0089PNG"), ("PDF", "%PDF") })
        {
            var bytes = await (await Page.APIRequest.GetAsync(await HrefAsync(ending))).BodyAsync();
            Assert.Equal(magic, System.Text.Encoding.Latin1.GetString(bytes, 0, 4));
        }

        async Task<string> HrefAsync(string name) =>
            new Uri(
                Address,
                await Page.Locator(".files").GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href")
            ).ToString();
    }

    [Fact]
    public async Task Several_changes_are_chosen_by_search_and_the_list_points_into_the_picture()
    {
        await OpenAsync("/paavirkning");
        await AddAsync("Tidlig");
        await Assertions.Expect(Page.Locator("#svar strong")).ToContainTextAsync("bortfalder");
        await Page.Locator("form.change select").SelectOptionAsync(new SelectOptionValue { Label = "udskydes ½ år" });
        await Assertions.Expect(Page.Locator("#svar strong")).ToContainTextAsync("udskydes 6 måneder");
        await AddAsync("Udsatteområdet");
        await Assertions.Expect(Page.Locator("form.change select")).ToHaveCountAsync(2);
        await Assertions.Expect(Page.Locator("svg .m-lost").First).ToBeVisibleAsync();
        await Page.Locator(".list .changes ~ ul a.node-link").First.ClickAsync();
        await Assertions.Expect(Page.Locator("svg .node.chosen")).ToHaveCountAsync(1);
        await Page.Locator("svg .node.m-lost").First.ClickAsync(new() { Force = true });
        await Assertions.Expect(Page.Locator(".fate")).ToContainTextAsync("tillid");
        await Assertions.Expect(Page.Locator(".list li.here").First).ToBeVisibleAsync();
        await ShotAsync("9-flere-aendringer");
        Assert.Empty(Faults);

        async Task AddAsync(string word)
        {
            await Page.Locator("form.add input[type=search]").FillAsync(word);
            await Assertions.Expect(Page.Locator(".suggestions li").First).ToBeVisibleAsync();
            await Page.Keyboard.PressAsync("ArrowDown");
            await Page.Keyboard.PressAsync("Enter");
        }
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_page_opens_without_a_fault_and_nothing_runs_out_of_the_window(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        foreach (var path in Pages)
        {
            await OpenAsync(path);
            var (wide, shown) = (
                await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
                await Page.EvaluateAsync<int>("document.documentElement.clientWidth")
            );
            Assert.True(wide <= shown, $"{path} is {wide} wide in {shown}");
        }

        Assert.Empty(Faults);
    }

    [Fact]
    public async Task At_200_per_cent_the_picture_has_room_and_nothing_runs_out_of_the_window()
    {
        await Page.SetViewportSizeAsync(720, 450);
        await OpenAsync("/");
        Assert.True(await Page.EvaluateAsync<int>("document.querySelector('.view').clientHeight") > 200);
        Assert.Equal(720, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Nothing_on_any_page_keeps_anybody_out(ColorScheme scheme, int width)
    {
        var axe = Path.Combine(Repository.Root, "src", "Effektkaeder.Web", "Explorer", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe is not there, because npm is missing.");
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.SetViewportSizeAsync(width, 844);
        List<string> found = [];
        foreach (var path in Pages.Append("/?valgt=vestersoe%2Findsats%2Ftidlig-opsporing"))
        {
            await OpenAsync(path);
            // Evaluated, not added as an element: the pages allow no script but their own.
            await Page.EvaluateAsync(await File.ReadAllTextAsync(axe));
            var faults = await Page.EvaluateAsync<string[]>(
                """
                async () => (await axe.run(
                    { exclude: ['.graphiql-container'] },
                    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
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
        "/maal?vis=tabel",
        "/maal?slags=indsats",
        "/paavirkning",
        "/paavirkning?aendring=vestersoe%2Findsats%2Ftidlig-opsporing%3Dbortfalder",
        "/koblinger",
        "/tidslinje",
        "/aendringer",
        "/paavirkning/rapport?aendring=vestersoe%2Findsats%2Ftidlig-opsporing%3Dbortfalder",
        "/visninger",
        "/kontrol",
        "/aftaler",
        "/aar?aar=2025",
        "/stilling?kommune=vestersoe",
        "/rapport?slags=agreement&hvad=Udviklingsaftale%202025%2C%20Center%20for%20B%C3%B8rn%20og%20Unge",
        "/aarraekke?noegle=vestersoe%2Findsats%2Ftidlig-opsporing",
        "/soeg?q=skole",
        "/knude?noegle=vestersoe%2Findsats%2Ftidlig-opsporing",
        "/knude?noegle=vestersoe%2Faftale%2Fudviklingsaftale-2025-center-for-boern-og-unge",
        "/center?noegle=vestersoe%2Forganisation%2Fcenter-for-boern-og-unge",
        "/opfoelgning",
        "/scenarier",
        "/spoerg",
    ];

    private Task<string> FocusedAsync(string name) => Page.EvaluateAsync<string>($"document.activeElement.dataset.{name}");

    /// <summary>Where boxes stand, in the picture's own units.</summary>
    private async Task<Dictionary<string, double>> PlacesAsync() =>
        await Page.EvaluateAsync<Dictionary<string, double>>(
            "Object.fromEntries([...document.querySelectorAll('.view svg .node')]"
                + ".map(n => [n.id, Number(n.querySelector('.b').getAttribute('y'))]))"
        );

    [Fact]
    public async Task In_every_diagram_no_box_overlaps_another_and_no_label_leaves_its_box()
    {
        await Page.GotoAsync("/");
        var center = await Page.Locator("a[href^='/center']").First.GetAttributeAsync("href");
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
            await Page.GotoAsync(address);
            var wrong = await Page.EvaluateAsync<string[]>(
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
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Page.GotoAsync("/");
        var (ground, ink) = (await ColourAsync("svg .ground", "fill"), await ColourAsync("svg .title", "fill"));
        Assert.True(Contrast(ground, ink) >= 4.5, $"{ground} on {ink}");
        await ShotAsync("5-moerkt");
    }

    [Fact]
    public async Task Graphiql_answers_a_question()
    {
        await Page.GotoAsync("/spoerg");
        Assert.SkipUnless(await Page.Locator("#graphiql").CountAsync() == 1, "GraphiQL is not built, because npm is missing.");
        var run = Page.GetByRole(
            AriaRole.Button,
            new() { NameRegex = new("Execute", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }
        );
        var answer = Page.Locator(".graphiql-response").First;
        // The editor takes its time to load on a busy machine, and a click before that asks nothing.
        for (
            var patience = 6;
            patience > 0 && !(await answer.InnerTextAsync()).Contains("totalCount", StringComparison.Ordinal);
            patience--
        )
        {
            await run.ClickAsync(new() { Timeout = 20_000 });
            await Page.WaitForTimeoutAsync(4_000);
        }
        await Assertions.Expect(answer).ToContainTextAsync("totalCount");
        await ShotAsync("6-graphiql");

        // A question with variables has the editor's second part read the schema: of one copy of everything.
        await Page.GotoAsync("/spoerg?spoergsmaal=frister");
        await Assertions.Expect(Page.Locator(".graphiql-query-editor")).ToContainTextAsync("Frister");
        await run.ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("alleMilepaele");
        Assert.Empty(Faults);
    }

    private async Task<string> KeyAsync(string kind) =>
        await Page.Locator($"svg .node[data-kind={kind}]").First.GetAttributeAsync("data-key")
        ?? throw new InvalidOperationException($"No {kind} in the picture");

    private Task<string> ColourAsync(string selector, string property) =>
        Page.Locator(selector).First.EvaluateAsync<string>("(e, p) => getComputedStyle(e)[p]", property);

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

using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The explorer in a real browser: what changes the graph, or what stands beside it.</summary>
public sealed class BrowserEditingTests(Explorer explorer) : InBrowser(explorer), IClassFixture<Explorer>
{
    [Fact]
    public async Task A_coupling_is_confirmed_by_a_key_and_stands_so_afterwards()
    {
        await OpenAsync("/koblinger");
        var first = Page.Locator(".review .coupling").First;
        var edge = await first.GetAttributeAsync("data-edge");
        await Page.Keyboard.PressAsync("n");
        await Page.Keyboard.PressAsync("b");
        var told = first.Locator("small").First;
        await Assertions.Expect(told).ToHaveTextAsync("bekræftet");
        await Page.Keyboard.PressAsync("u");
        await Assertions.Expect(told).ToHaveTextAsync("foreslået");
        await Page.Keyboard.PressAsync("b");
        await Assertions.Expect(told).ToHaveTextAsync("bekræftet");
        await OpenAsync("/koblinger?status=bekraeftet");
        Assert.Equal(edge, await Page.Locator(".review .coupling").First.GetAttributeAsync("data-edge"));
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task A_file_that_is_chosen_is_told_of_line_by_line_kept_only_when_asked_and_taken_back()
    {
        await OpenAsync("/aftaler");
        var rows = await Page.Locator("tbody tr").CountAsync();
        var text = File.ReadAllText(Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories).Order().Last());
        var changed = Path.Combine(Effekt.Folder, "ny.md");
        File.WriteAllText(changed, text.Replace("Vestersø", "Nørreå", StringComparison.Ordinal));
        await Page.Locator("#filer").SetInputFilesAsync(changed);
        await Assertions.Expect(Page.Locator("#rapport h3")).ToContainTextAsync("kan indlæses");
        await Page.Locator(".beside summary").ClickAsync();
        await Assertions.Expect(Page.Locator(".beside td").First).ToHaveTextAsync("linje 1");
        await Assertions.Expect(Page.Locator(".beside tbody")).ToContainTextAsync("milepæl »");
        await ShotAsync("10-indlaes");
        await OpenAsync("/aftaler");
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(rows);
        await Page.Locator("#filer").SetInputFilesAsync(changed);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem ny.md" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#rapport")).ToContainTextAsync("Gemt:");
        await OpenAsync("/aftaler");
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(rows + 1);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Fortryd …" }).First.ClickAsync();
        await Assertions.Expect(Page.Locator(".changelines")).ToContainTextAsync("fjernet");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Fortryd den" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Ændringer i revision");
        await OpenAsync("/aftaler");
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(rows);
        Assert.Empty(Faults);
    }

    /// <summary>Whoever looks is told who changed what, and sees it when asked; nothing moves by itself.</summary>
    [Fact]
    public async Task What_another_changes_is_told_and_shown_when_asked()
    {
        await OpenAsync("/");
        using var http = new HttpClient();
        var mutation =
            "mutation { opretKnude(input: { slags: INDSATS, kommune: \"slagelse\", tekst: \"Set af en anden\" }) { knude { noegle } } }";
        // The line is listened for as soon as the page is ready, and the server tells of what comes after.
        await Page.WaitForTimeoutAsync(500);
        var answer = await http.PostAsJsonAsync(
            new Uri(Address, "graphql"),
            new { query = mutation },
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain(
            "errors",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var line = Page.Locator(".live");
        await Assertions.Expect(line).ToContainTextAsync("revision");
        await Assertions.Expect(Page.Locator(".view svg[role=group]")).Not.ToContainTextAsync("Set af en anden");
        await line.GetByRole(AriaRole.Link, new() { Name = "Se ændringen" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".changelines")).ToContainTextAsync("Set af en anden");
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task A_scenario_that_is_saved_is_in_the_list_at_once_to_be_compared()
    {
        foreach (var (node, name) in new[] { ("tidlig-opsporing", "Uden opsporing"), ("sunde-overgange", "Uden overgange") })
        {
            await OpenAsync($"/paavirkning?aendring=vestersoe%2Findsats%2F{node}%3Dbortfalder");
            await Page.Locator("#gem-scenarie input").FillAsync(name);
            await Page.Locator("#gem-scenarie button").ClickAsync();
            await Assertions.Expect(Page.Locator("#gem-scenarie [role=status]")).ToHaveTextAsync($"Gemt som »{name}«.");
            await Page.Locator("form.compare").GetByRole(AriaRole.Checkbox, new() { Name = name }).CheckAsync();
        }

        await Page.Locator("form.compare").GetByRole(AriaRole.Checkbox, new() { Name = "Uden opsporing" }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hold side om side" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Uden overgange" })).ToBeVisibleAsync();
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task What_is_shown_is_saved_under_a_name_and_found_again()
    {
        await OpenAsync("/");
        await Page.Locator("svg .node[data-kind=indsats]").Nth(2).ClickAsync();
        var shown = new Uri(Page.Url).PathAndQuery;
        await Page.Locator(".save summary").ClickAsync();
        await Page.Locator(".save input[name=navn]").FillAsync("Det valgte");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem", Exact = true }).ClickAsync();
        await Page.Locator(".save [role=status] a").ClickAsync();
        await AddressHoldsAsync("valgt=");
        Assert.Equal(shown, new Uri(Page.Url).PathAndQuery);
        await Assertions.Expect(Page.Locator("svg .node.chosen")).ToHaveCountAsync(1);
        Assert.Empty(Faults);
    }
}

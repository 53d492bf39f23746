using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>What one does on the pages that list, chosen as a reader chooses it.</summary>
[Collection(LookedAt.Name)]
public sealed partial class BrowserPagesTests(Explorer explorer) : InBrowser(explorer)
{
    [Fact]
    public async Task Findings_are_narrowed_grouped_and_kept_as_they_are_shown()
    {
        await OpenAsync("/kontrol");
        var all = await Page.Locator("main li").CountAsync();
        await Page.Locator("select[name=alvor]").SelectOptionAsync("fejl");
        await Page.Locator("select[name=gruppe]").SelectOptionAsync("center");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vis" }).ClickAsync();
        await AddressHoldsAsync("alvor=fejl");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("2 fund: 2 fejl.");
        await Assertions.Expect(Page.Locator("main h2").First).ToContainTextAsync("Center");
        Assert.True(await Page.Locator("main li").CountAsync() < all);
        // What is kept is what is shown.
        var csv = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal(3, (await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken)).Length);
        // From the finding to the words that it is about.
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = InADocument() }).First.ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task The_goals_are_a_tree_and_a_table_that_counts_what_they_carry()
    {
        await OpenAsync("/maal");
        await Page.GetByRole(AriaRole.Link, new() { Name = "tabel" }).ClickAsync();
        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Udsattepolitikken" });
        Assert.Equal(["1", "1", "1", "4"], await Counts(row.First));
        await row.First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Udsattepolitikken");

        async Task<string[]> Counts(ILocator of) => [.. await of.Locator("td.number").AllTextContentsAsync()];
    }

    [Fact]
    public async Task Two_revisions_are_held_against_each_other_in_words_and_in_a_picture()
    {
        await OpenAsync("/aendringer");
        await Page.GetByLabel("Fra (revision").FillAsync("3");
        await Page.GetByLabel("Til", new() { Exact = true }).FillAsync("5");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sammenlign" }).ClickAsync();
        await AddressHoldsAsync("a=3");
        await Assertions.Expect(Page.Locator(".view svg[role=group]")).ToContainTextAsync("Forskel: 3 til 5");
        await Assertions.Expect(Page.Locator(".changelines li").First).ToBeVisibleAsync();
        Assert.Contains("ny", await Page.Locator(".changelines").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task A_year_is_narrowed_to_one_person_and_kept_as_a_calendar()
    {
        await OpenAsync("/aar");
        await Page.GetByLabel("Person, rolle").FillAsync("Ditte Overgaard");
        await Page.GetByLabel("Set fra").FillAsync("2016-11-15");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vis" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Mit år: Ditte Overgaard");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Overskredet");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Forestår");
        var rows = await Page.Locator("tbody tr").CountAsync();
        var file = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "kalender" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(rows, Event().Count(text));
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task A_level_is_folded_by_its_heading_and_out_again_by_a_key()
    {
        await OpenAsync("/");
        var boxes = Page.Locator(".view .node[data-kind=bidrag]");
        var before = await boxes.CountAsync();
        await Page.Locator(".levels text").GetByText("Bidrag").DispatchEventAsync("click");
        await Assertions.Expect(boxes.Filter(new() { HasText = "Foldet sammen" }).First).ToBeAttachedAsync();
        Assert.True(await boxes.CountAsync() < before);
        Assert.Contains("foldet=niveau", Page.Url, StringComparison.Ordinal);
        await boxes.Filter(new() { HasText = "Foldet sammen" }).First.FocusAsync();
        await Page.Keyboard.PressAsync("n");
        await Assertions.Expect(boxes).ToHaveCountAsync(before);
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task The_timeline_is_narrowed_to_a_centre_and_a_row_says_what_it_is()
    {
        await OpenAsync("/tidslinje");
        var rows = Page.Locator(".view .node");
        var all = await rows.CountAsync();
        await Page.Locator("select[name=center]").SelectOptionAsync(new SelectOptionValue { Label = "Center for Børn og Unge" });
        await AddressHoldsAsync("center=");
        await Assertions.Expect(rows).Not.ToHaveCountAsync(all);
        Assert.InRange(await rows.CountAsync(), 1, all - 1);
        await rows.First.DispatchEventAsync("click");
        await Assertions.Expect(Page.Locator("[data-region=detaljer] h2").First).ToBeVisibleAsync();
        Assert.Empty(Faults);
    }

    [GeneratedRegex(@"aftale\.md, linje \d+")]
    private static partial Regex InADocument();

    [GeneratedRegex("BEGIN:VEVENT")]
    private static partial Regex Event();
}

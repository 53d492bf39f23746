using System.Net;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The loop in the browser, without script: a form, its proposal, the decision, the year and a measurement.</summary>
public sealed class FollowUpPageTests : IAsyncLifetime
{
    private const string Owner =
        "guldborgsund/maalaftale-2016-18-socialpsykiatrien-og-center-for-afhaengig-3f7d442c/branding/bidrag/branding";

    private readonly Effekt _effekt = new();
    private readonly HttpClient _http = new();
    private Server _server = null!;

    public async ValueTask InitializeAsync() => _server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _effekt.Dispose();
    }

    [Fact]
    public async Task A_form_is_written_decided_and_seen_in_the_year()
    {
        var form = await GetAsync($"/opfoelgning?om={Uri.EscapeDataString(Owner)}&tid=1.%20marts%202017");
        Assert.Contains("value=\"1. marts 2017\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"Ditte Overgaard\"", form, StringComparison.Ordinal);

        var proposal = await PostAsync(
            "/opfoelgning/skriv",
            ("om", Owner),
            ("Titel", "Branding"),
            ("Tidspunkt", "1. marts 2017"),
            ("Konsekvens", "Ja, men først til maj."),
            ("Justering", "Nyt magasin udskydes til 1. maj 2017.")
        );
        Assert.Contains("Effekten: forsinket", proposal, StringComparison.Ordinal);
        Assert.Contains("flyttes fra november 2016 til 1. maj 2017", proposal, StringComparison.Ordinal);
        Assert.Contains("Hvem skal vide det", proposal, StringComparison.Ordinal);

        var key = WebUtility.HtmlDecode(proposal.Split("name=\"noegle\" value=\"")[1].Split('"')[0]);
        var revision = proposal.Split("name=\"revision\" value=\"")[1].Split('"')[0];
        var decided = await PostAsync("/opfoelgning/afgoer", ("noegle", key), ("revision", revision), ("linje1", "accepter"));
        Assert.Contains(">accepteret<", decided, StringComparison.Ordinal);

        var year = await GetAsync("/aar?hvem=Ditte%20Overgaard&aar=2017&dag=2017-04-01");
        Assert.Contains("flyttet fra november 2016 efter en opfølgning", year, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", await GetAsync("/aar.ics?hvem=Ditte%20Overgaard"), StringComparison.Ordinal);
        Assert.Contains(
            "<strong>Gul</strong>",
            await GetAsync($"/stilling?noegle={Uri.EscapeDataString(Owner)}"),
            StringComparison.Ordinal
        );
    }

    private async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_server.Address, path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _http.PostAsync(new Uri(_server.Address, path), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

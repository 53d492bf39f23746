using System.Net;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>What a page of another site may make a browser ask, and what an answer's tag tells of whose it is.</summary>
public sealed class ForeignPageTests(ServedSeeds served) : IClassFixture<ServedSeeds>, IDisposable
{
    private const string Query = "graphql?query=%7BalleBidrag%7BtotalCount%7D%7D",
        Stream = "graphql?query=subscription%7BgrafAendret%7Bnummer%7D%7D";

    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(Query, "cross-site", "no-cors", "image")]
    [InlineData(Query, "same-site", "no-cors", "script")]
    [InlineData(Query, "cross-site", "navigate", "document")]
    [InlineData(Stream, "cross-site", "no-cors", "empty")]
    [InlineData(Stream, "same-site", "cors", "empty")]
    [InlineData("diagram.svg?scene=overblik", "cross-site", "no-cors", "image")]
    [InlineData("", "cross-site", "navigate", "iframe")]
    public async Task A_page_from_elsewhere_starts_nothing(string address, string site, string mode, string destination) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(address, site, mode, destination)).StatusCode);

    [Theory]
    [InlineData(Query, "same-origin", "cors", "empty")]
    [InlineData(Query, "none", "navigate", "document")]
    [InlineData(Stream, "same-origin", "cors", "empty")]
    [InlineData("diagram.svg?scene=overblik", "same-origin", "no-cors", "image")]
    [InlineData("", "cross-site", "navigate", "document")]
    public async Task Our_own_pages_and_a_link_to_one_are_answered(string address, string site, string mode, string destination)
    {
        using var answer = await AskAsync(address, site, mode, destination);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task A_picture_of_another_store_at_the_same_number_is_another()
    {
        var picture = new Uri(served.Address, "diagram.svg?scene=overblik");
        var tag = (await _http.GetAsync(picture)).Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await ConditionalAsync(picture, tag));

        using var other = new Effekt();
        await using var second = await Server.StartAsync(other, Repository.Seed, "--port", "0");
        Assert.Equal(HttpStatusCode.OK, await ConditionalAsync(new Uri(second.Address, picture.PathAndQuery), tag));

        async Task<HttpStatusCode> ConditionalAsync(Uri address, System.Net.Http.Headers.EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(known);
            return (await _http.SendAsync(request)).StatusCode;
        }
    }

    [Theory]
    [InlineData("knude?noegle=vestersoe/politik/findes-ikke")]
    [InlineData("center?noegle=vestersoe/politik/findes-ikke")]
    [InlineData("paavirkning?noegle=vestersoe/politik/findes-ikke")]
    [InlineData("knude")]
    public async Task A_page_about_nothing_is_not_found(string address)
    {
        using var answer = await _http.GetAsync(new Uri(served.Address, address));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("findes ikke", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string site, string mode, string destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(served.Address, address));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", mode);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", destination);
        if (address == Stream)
        {
            request.Headers.Accept.ParseAdd("text/event-stream");
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}

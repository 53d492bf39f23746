using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>The server over real HTTP.</summary>
public sealed class ServeTests : IAsyncLifetime
{
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
    public async Task It_stops_well_on_ctrl_c_and_starts_again_on_the_same_store()
    {
        Assert.Equal(0, (await _server.StopAsync()).ExitCode);
        _server = await Server.StartAsync(_effekt, Repository.Seed, "--port", "0");
        Assert.Equal(5, (await AskAsync("{ revisioner { nummer } }")).GetProperty("data").GetProperty("revisioner").GetArrayLength());
        Assert.Contains("5 uændret", (await _server.StopAsync()).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_server_is_kept_in_the_home_of_who_starts_it_and_it_warns_of_nothing()
    {
        using var other = new Effekt();
        var home = Directory.CreateDirectory(Path.Combine(other.Folder, "hjem")).FullName;
        other.Variables["HOME"] = home;
        await using var server = await Server.StartAsync(other, Repository.Seed, "--port", "0");
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri(server.Address, "opfoelgning"))).StatusCode);
        Assert.DoesNotContain("warn", (await server.StopAsync()).Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories),
            f => f.Contains(".aspnet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_taken_port_gives_the_next_free_one()
    {
        using var other = new Effekt();
        await using var second = await Server.StartAsync(other, "--port", $"{_server.Address.Port}");
        Assert.True(second.Address.Port > _server.Address.Port, $"{second.Address} after {_server.Address}");
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri(second.Address, "healthz/ready"))).StatusCode);
    }

    [Theory]
    [InlineData("Host", "angriber.example")]
    [InlineData("Origin", "https://angriber.example")]
    [InlineData("Origin", "null")]
    public async Task A_foreign_host_or_origin_is_refused(string header, string value)
    {
        using var request = Question("{ alleBidrag { totalCount } }");
        request.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Only_json_is_taken_and_a_mutation_never_by_get()
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address, "graphql"))
        {
            Content = new StringContent("query={a}", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _http.SendAsync(form)).StatusCode);
        var mutation = Uri.EscapeDataString("mutation { importerAftale(input: {filnavn: \"a.md\", indholdBase64: \"\"}) { udfald } }");
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await _http.GetAsync(new Uri(_server.Address, "graphql?query=" + mutation))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await _http.GetAsync(new Uri(_server.Address, "graphql?query=" + Uri.EscapeDataString("{ alleBidrag { totalCount } }")))
            ).StatusCode
        );
    }

    [Fact]
    public async Task The_picture_of_an_impact_downloads_as_the_page_shows_it()
    {
        var answer = await AskAsync("{ alleBidrag(where: { titel: { contains: \"Rehabiliterende\" } }) { nodes { noegle } } }");
        var key = answer.GetProperty("data").GetProperty("alleBidrag").GetProperty("nodes")[0].GetProperty("noegle").GetString()!;
        var pictures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in new[] { "art=udskydes&varighed=P6M", "art=aendres", "art=bortfalder" })
        {
            var page = await _http.GetStringAsync(new Uri(_server.Address, $"paavirkning?noegle={Uri.EscapeDataString(key)}&{change}"));
            var source = WebUtility.HtmlDecode(page.Split("<a href=\"/diagram.svg")[1].Split('"')[0]);
            var file = await _http.GetStringAsync(new Uri(_server.Address, "diagram.svg" + source));
            Assert.Contains(file, page, StringComparison.Ordinal);
            pictures.Add(file);
        }

        Assert.Equal(3, pictures.Count);
        var refused = await _http.GetAsync(
            new Uri(_server.Address, $"diagram.svg?scene=paavirkning&noegle={Uri.EscapeDataString(key)}&art=udskydes&varighed=P99999D")
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "højst 100 år",
            WebUtility.HtmlDecode(
                await _http.GetStringAsync(
                    new Uri(_server.Address, $"paavirkning?noegle={Uri.EscapeDataString(key)}&art=udskydes&varighed=P99999D")
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_document_imported_over_graphql_is_one_revision_and_a_path_is_refused()
    {
        var aftale = Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var changed = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(aftale)).Replace("2016", "2015", StringComparison.Ordinal);
        const string mutation =
            "mutation M($n: String!, $i: String!, $p: Boolean) { importerAftale(input: {filnavn: $n, indholdBase64: $i, proeve: "
            + "$p}) { udfald revision { nummer } aendringer { art } diagnostik { besked } fejl { kode felt } } }";
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(changed));

        var tried = (
            await AskAsync(
                mutation,
                new
                {
                    n = "a.md",
                    i = content,
                    p = true,
                }
            )
        ).GetProperty("data").GetProperty("importerAftale");
        Assert.Equal("INDLAEST", tried.GetProperty("udfald").GetString());
        Assert.Equal(JsonValueKind.Null, tried.GetProperty("revision").ValueKind);

        var done = (
            await AskAsync(
                mutation,
                new
                {
                    n = "a.md",
                    i = content,
                    p = false,
                }
            )
        ).GetProperty("data").GetProperty("importerAftale");
        Assert.Equal(6, done.GetProperty("revision").GetProperty("nummer").GetInt32());

        var refused = await AskAsync(
            mutation,
            new
            {
                n = "../a.md",
                i = content,
                p = false,
            }
        );
        Assert.Equal(
            "UGYLDIGT_ARGUMENT",
            refused.GetProperty("data").GetProperty("importerAftale").GetProperty("fejl")[0].GetProperty("kode").GetString()
        );
    }

    [Fact]
    public async Task A_stream_of_events_tells_a_commit_and_is_let_go()
    {
        using var listening = Question("subscription { grafAendret { nummer handling } }");
        listening.Headers.Accept.ParseAdd("text/event-stream");
        using (var stream = await _http.SendAsync(listening, HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (stream.StatusCode, stream.Content.Headers.ContentType?.MediaType));
            using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
            var told = ReadEventAsync(reader);
            var made = (
                await AskAsync(
                    "mutation { opretKnude(input: { slags: INDSATS, kommune: \"vestersoe\", tekst: \"Fortalt\" }) { revision { "
                        + "nummer } fejl { besked } } }"
                )
            )
                .GetProperty("data")
                .GetProperty("opretKnude");
            var number = made.GetProperty("revision").GetProperty("nummer").GetInt32();
            Assert.Equal(
                ["event: next", $"data: {{\"data\":{{\"grafAendret\":{{\"nummer\":{number},\"handling\":\"create\"}}}}}}"],
                await told
            );
        }

        using var plain = Question("subscription { grafAendret { nummer } }");
        plain.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var refused = await _http.SendAsync(plain);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("tag imod text/event-stream", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var image = Question("subscription { grafAendret { nummer } }");
        image.Headers.Accept.ParseAdd("image/png");
        using var unacceptable = await _http.SendAsync(image);
        Assert.Equal(HttpStatusCode.NotAcceptable, unacceptable.StatusCode);
        Assert.Equal(0, (await _server.StopAsync()).ExitCode);
    }

    /// <summary>The lines of the next event; comments are passed over.</summary>
    private static async Task<List<string>> ReadEventAsync(StreamReader reader)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var lines = new List<string>();
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length == 0 && lines.Count > 0)
            {
                break;
            }

            if (line.Length > 0 && line[0] != ':')
            {
                lines.Add(line);
            }
        }
        return lines;
    }

    [Fact]
    public async Task Text_from_documents_reaches_pages_and_pictures_escaped()
    {
        var aftale = await File.ReadAllTextAsync(Path.Combine(Repository.Seed, "slagelse-udviklingsaftale-2016", "aftale.md"));
        var heading = aftale.Split('\n').First(l => l.StartsWith("1. ", StringComparison.Ordinal));
        // In a heading as it stands, and in a cell by way of entities, which the importer reads.
        var planted = aftale
            .Replace(heading, "1. Under < over > & \"kant\" 'ende'", StringComparison.Ordinal)
            .Replace("Målet er, at de mest", "&lt;script&gt;alert(1)&lt;/script&gt; Målet er, at de mest", StringComparison.Ordinal)
            .Replace("2016", "2014", StringComparison.Ordinal);
        await AskAsync(
            "mutation M($i: String!) { importerAftale(input: {filnavn: \"ond.md\", indholdBase64: $i}) { udfald } }",
            new { i = Convert.ToBase64String(Encoding.UTF8.GetBytes(planted)) }
        );
        foreach (var page in new[] { "", "soeg?q=alert", "diagram.svg?scene=overblik", "kontrol" })
        {
            var text = await _http.GetStringAsync(new Uri(_server.Address, page));
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        }
        Assert.Contains(
            "Under &lt; over &gt; &amp;",
            await _http.GetStringAsync(new Uri(_server.Address, "diagram.svg?scene=overblik")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "&lt;script&gt;alert(1)",
            await _http.GetStringAsync(new Uri(_server.Address, "soeg?q=alert")),
            StringComparison.Ordinal
        );
    }

    private async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var request = Question(query, variables);
        using var response = await _http.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private HttpRequestMessage Question(string query, object? variables = null) =>
        new(HttpMethod.Post, new Uri(_server.Address, "graphql"))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
        };
}

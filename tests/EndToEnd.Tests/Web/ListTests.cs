using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>What pages list as files, views that are saved, and pages as they travel.</summary>
public sealed class ListTests(ServedSeeds served) : IClassFixture<ServedSeeds>, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task What_a_page_lists_is_had_as_files_just_as_it_is_filtered()
    {
        foreach (
            var (page, counted) in new[]
            {
                ("kontrol?alvor=advarsel", @"(\d+) fund"),
                ("kontrol?kode=INGEN_BASELINE", @"(\d+) fund"),
                ("aftaler", @"(\d+) aftaler i revision"),
                ("maal?slags=bidrag", @"bidrag <small>\((\d+)\)"),
            }
        )
        {
            var told = Regex.Match(await TextAsync(page), counted).Groups[1].Value;
            var rows = await TextAsync(File(page, "csv"));
            Assert.StartsWith("\uFEFF", rows, StringComparison.Ordinal);
            Assert.Equal(int.Parse(told, System.Globalization.CultureInfo.InvariantCulture), Records(rows) - 1);
            await SheetsAsync(File(page, "xlsx"), 1);
        }

        var all = await TextAsync("koblinger.csv?status=alle");
        var explicitOnes = await TextAsync("koblinger.csv?status=alle&kobling=eksplicit");
        Assert.InRange(Records(explicitOnes), 2, Records(all) - 1);
        Assert.DoesNotMatch(@"(?m)^(forpligtelse|omtale|redskab|lov|emne);", explicitOnes);
        Assert.Equal(1, Records(await TextAsync("koblinger.csv?status=alle&tillid=1")));

        var impact = "paavirkning?aendring=" + Uri.EscapeDataString("vestersoe/indsats/tidlig-opsporing=bortfalder");
        Assert.Contains("BORTFALDER;", await TextAsync(File(impact, "csv")), StringComparison.Ordinal);
        await SheetsAsync(File(impact, "xlsx"), 2);
        await SheetsAsync("aendringer.xlsx?a=1&b=5", 3);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("paavirkning.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("kontrol.csv?kode=FINDES_IKKE")).StatusCode);
    }

    /// <summary>A kind that the graph has none of, too; and what there is no kind or node of is not the tree instead.</summary>
    [Fact]
    public async Task Every_kind_has_a_list_and_what_is_none_is_said_not_to_be_there()
    {
        foreach (var kind in NodeKinds.All)
        {
            Assert.Contains(
                kind.Flertal,
                WebUtility.HtmlDecode(await TextAsync($"maal?slags={kind.Slug}")),
                StringComparison.OrdinalIgnoreCase
            );
        }

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("maal?slags=findes-ikke")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("maal?noegle=findes/ikke")).StatusCode);
    }

    [Fact]
    public async Task Findings_are_ordered_by_a_columns_head_in_the_page_and_in_its_files()
    {
        var page = await TextAsync("kontrol?gruppe=ingen&orden=sted");
        var places = Regex
            .Matches(page, "kilde\">([^,<]*), linje (\\d+)<")
            .Select(m => $"{m.Groups[1].Value}:{m.Groups[2].Value}")
            .ToList();
        var ordered = places.OrderBy(p => p.Split(':')[0], StringComparer.Ordinal).ThenBy(p => int.Parse(p.Split(':')[1], null)).ToList();
        Assert.Equal(74, places.Count);
        Assert.Equal(ordered, places);
        Assert.Contains("aria-sort=\"ascending\"><a href=\"/kontrol?gruppe=ingen&amp;orden=-sted\"", page, StringComparison.Ordinal);
        var other = await TextAsync("kontrol.csv?gruppe=ingen&orden=-alvor");
        Assert.StartsWith("bemærkning;", other.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("kontrol?orden=hest")).StatusCode);
    }

    /// <summary>As the form without a script sends it. The effort's deadline is 30 September 2025.</summary>
    [Fact]
    public async Task A_change_is_postponed_to_a_day()
    {
        var later = await TextAsync("paavirkning?noegle=vestersoe%2Findsats%2Ftidlig-opsporing&art=udskydes&dag=2025-12-31");
        Assert.Contains("»Tidlig opsporing« udskydes til 31. december 2025", WebUtility.HtmlDecode(later), StringComparison.Ordinal);
        Assert.Contains("aendring=vestersoe%2Findsats%2Ftidlig-opsporing%3Dudskydes%3A2025-12-31", later, StringComparison.Ordinal);
        using var earlier = await GetAsync("paavirkning?noegle=vestersoe%2Findsats%2Ftidlig-opsporing&art=udskydes&dag=2025-09-01");
        Assert.Contains(
            "kun udskydes til en senere dag",
            WebUtility.HtmlDecode(await earlier.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
    }

    /// <summary>In 2016 two agreements are valid, in 2018 one of them: the picture is of the years that the list is of.</summary>
    [Fact]
    public async Task Two_years_that_are_compared_are_drawn_as_they_are_listed()
    {
        Assert.Contains(
            "Ændringer fra 2016 til 2018",
            WebUtility.HtmlDecode(await TextAsync("aendringer?a=2016&b=2018")),
            StringComparison.Ordinal
        );
        var picture = await TextAsync("diagram.svg?scene=forskel&a=2016&b=2018");
        Assert.Contains("Forskel: 2016 til 2018", picture, StringComparison.Ordinal);
        Assert.Contains("Recovery og", picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_has_the_couplings_that_are_filtered_and_no_others()
    {
        var all = await LinesAsync("");
        var explicitOnes = await LinesAsync("&kobling=eksplicit");
        var others = await LinesAsync("&kobling=forpligtelse&kobling=omtale&kobling=redskab&kobling=lov&kobling=emne");
        Assert.InRange(explicitOnes, 1, all - 1);
        Assert.Equal(all, explicitOnes + others);
        Assert.Equal(0, await LinesAsync("&status=bekraeftet"));
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("diagram.svg?scene=overblik&tillid=meget")).StatusCode);

        async Task<int> LinesAsync(string filter) =>
            Regex.Count(
                await TextAsync("diagram.svg?scene=overblik&koblinger=alle" + filter),
                "data-to=\"[^\"]*\">\\s*<title>[^<]*</title>\\s*<path class=\"line (coupling|inferred)"
            );
    }

    [Fact]
    public async Task A_view_is_saved_under_a_short_address_found_again_and_is_no_scenario()
    {
        var long_ = "/?" + string.Join('&', Enumerable.Range(0, 300).Select(i => $"aabnet=vestersoe%2Findsats%2Fnummer-{i}"));
        using var saved = await PostAsync("visninger", ("navn", "Mit overblik"), ("adresse", long_));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal("/visning/mit-overblik", saved.Headers.Location!.OriginalString);
        using var opened = await GetAsync("visning/mit-overblik");
        Assert.Equal(long_, opened.Headers.Location!.OriginalString);
        using var once = await PostAsync("visninger", ("adresse", long_));
        using var twice = await PostAsync("visninger", ("adresse", long_));
        Assert.Equal(once.Headers.Location, twice.Headers.Location);
        Assert.Equal(2, Regex.Count(await TextAsync("visninger"), "href=\"/visning/"));
        Assert.DoesNotContain("mit-overblik", await TextAsync("paavirkning"), StringComparison.Ordinal);

        foreach (
            var elsewhere in new[]
            {
                "https://angriber.example/",
                "//angriber.example",
                "/\\angriber.example",
                "/maal\r\nSet-Cookie: a=b",
                "/mål",
            }
        )
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("visninger", ("adresse", elsewhere))).StatusCode);
        }

        using var gone = await PostAsync("visninger/slet", ("navn", "mit-overblik"));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("visning/mit-overblik")).StatusCode);
    }

    [Fact]
    public async Task A_page_travels_packed_and_says_the_same()
    {
        var plain = await TextAsync("");
        using var request = new HttpRequestMessage(HttpMethod.Get, served.Address) { Headers = { AcceptEncoding = { new("br") } } };
        using var answer = await _http.SendAsync(request);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.Length * 4 < plain.Length, $"{bytes.Length} bytes of {plain.Length}");
        using var text = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        Assert.Equal(plain, await text.ReadToEndAsync());
    }

    [Fact]
    public async Task A_report_tells_each_path_in_words_and_holds_the_picture()
    {
        var report = await TextAsync(
            "paavirkning/rapport?gruppe=dato&aendring=" + Uri.EscapeDataString("vestersoe/indsats/tidlig-opsporing=udskydes:P6M")
        );
        Assert.Contains("<svg", report, StringComparison.Ordinal);
        Assert.Matches(@"[1-4]\. kvartal 20\d\d", report);
        Assert.Matches("<span class=\"told\">[^<]{20,}", report);
    }

    private static string File(string page, string ending) =>
        page.Split('?') is [var path, var query] ? $"{path}.{ending}?{query}" : $"{page}.{ending}";

    /// <summary>Lines, but for those inside quotes.</summary>
    private static int Records(string csv) => Regex.Count(Regex.Replace(csv, "\"[^\"]*\"", ""), "\n");

    private async Task SheetsAsync(string path, int count)
    {
        using var sheets = new ZipArchive(new MemoryStream(await (await GetAsync(path)).Content.ReadAsByteArrayAsync()));
        Assert.Equal(count, sheets.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)));
    }

    private Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(served.Address, path));

    private async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(new Uri(served.Address, path), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}

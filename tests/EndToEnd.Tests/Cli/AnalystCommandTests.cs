using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>Differences, scenarios, counts and times from a terminal, and the forms that answers come in.</summary>
public sealed class AnalystCommandTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();

    public async ValueTask InitializeAsync() => await _effekt.SeedAsync();

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_difference_is_of_revisions_years_or_municipalities()
    {
        var revisions = await _effekt.RunAsync("diff", "1", "2", "--output", "csv");
        Assert.Equal(0, revisions.ExitCode);
        Assert.StartsWith("hvad;slags;titel;anderledes;lighed;kendt på;nøgle\nny;vision;", revisions.Out, StringComparison.Ordinal);
        Assert.Contains("91 nye, 0 væk, 0 ændrede, 0 flyttede.", revisions.Error, StringComparison.Ordinal);
        Assert.Contains("Ingen forskel.", (await _effekt.RunAsync("diff", "2", "2")).Error, StringComparison.Ordinal);
        // In 2016 Slagelse's and Guldborgsund's agreements are valid, in 2018 the latter alone.
        var years = await _effekt.GoodAsync("diff", "2016", "2018", "--output", "csv");
        Assert.All(years.TrimEnd().Split('\n').Skip(1), line => Assert.StartsWith("væk;", line, StringComparison.Ordinal));
        var wrong = await _effekt.RunAsync("diff", "Slagelsee", "Guldborgsund");
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Scenarios_are_saved_compared_and_drawn_and_the_graph_is_as_it_was()
    {
        await _effekt.GoodAsync("scenario", "save", "Spar", "Udsattepolitikken");
        await _effekt.GoodAsync("scenario", "save", "Vent", "Branding=udskydes:P6M");
        var table = await _effekt.GoodAsync("scenario", "compare", "Spar", "Vent", "--output", "csv");
        Assert.StartsWith("følge;Spar;Vent\nfalder;3;0\nmister sit grundlag;7;0\n", table, StringComparison.Ordinal);
        Assert.Contains("<svg", await _effekt.GoodAsync("draw", "paavirkning", "--scenario", "Spar"), StringComparison.Ordinal);
        Assert.Equal(
            "5",
            JsonDocument.Parse(await _effekt.GoodAsync("list", "store", "-o", "json")).RootElement[0].GetProperty("revision").ToString()
        );
        await _effekt.GoodAsync("scenario", "remove", "spar");
        var gone = await _effekt.RunAsync("scenario", "compare", "Spar");
        Assert.Equal(2, gone.ExitCode);
    }

    [Fact]
    public async Task What_is_valid_on_a_day_is_all_that_commands_see()
    {
        var then = await _effekt.GoodAsync("count", "--by", "kommune", "--kind", "indsats", "--valid", "2016-10-01", "--output", "csv");
        Assert.Equal(
            ["Slagelse Kommune;4", "Guldborgsund Kommune;3"],
            then.TrimEnd().Split('\n')[1..].Select(l => string.Join(';', l.Split(';')[..2]))
        );
        var none = await _effekt.RunAsync("check", "--valid", "1999");
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("Ingen aftale gælder fra 1. januar 1999", none.Error, StringComparison.Ordinal);
        var before = await _effekt.GoodAsync("list", "indsatser", "--revision", "1", "--output", "csv");
        Assert.Equal(4, before.TrimEnd().Split('\n').Length);
        Assert.Equal(2, (await _effekt.RunAsync("list", "--valid", "igår")).ExitCode);
    }

    [Fact]
    public async Task Lists_are_filtered_by_kin_time_and_person()
    {
        Assert.Equal(4, (await Csv("list", "indikatorer", "--under", "Udsattepolitikken")).Length);
        Assert.Equal(2, (await Csv("list", "milepael", "--within", "2017-01-01..2017-03-31")).Length);
        Assert.All(await Csv("list", "milepael", "--before", "2017-01-01"), l => Assert.Contains(";2016-", l, StringComparison.Ordinal));
        var wrong = await _effekt.RunAsync("list", "indikatorer", "--under", "Udsatepolitiken");
        Assert.Contains("Mente du »Udsattepolitikken«?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_the_same_bytes_each_time_with_real_days_and_danish_headings()
    {
        var (one, two) = (Path.Combine(_effekt.Folder, "1.xlsx"), Path.Combine(_effekt.Folder, "2.xlsx"));
        foreach (var file in new[] { one, two })
        {
            await _effekt.GoodAsync("impact", "Branding=udskydes:P6M", "--output", "xlsx", "--out", file);
        }

        Assert.Equal(await File.ReadAllBytesAsync(one), await File.ReadAllBytesAsync(two));
        using var zip = ZipFile.OpenRead(one);
        using var book = zip.GetEntry("xl/workbook.xml")!.Open();
        Assert.Equal(
            ["berørt", "datoer"],
            XDocument.Load(book).Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => e.Attribute("name")!.Value)
        );

        var days = Path.Combine(_effekt.Folder, "3.xlsx");
        await _effekt.GoodAsync("list", "agreements", "--out", days);
        using var other = ZipFile.OpenRead(days);
        using var sheet = other.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        // 29 February 2016 as a spreadsheet counts days.
        Assert.Contains(XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "v"), v => v.Value == "42429");
    }

    [Fact]
    public async Task Csv_for_a_danish_spreadsheet_has_a_mark_and_decimal_commas()
    {
        var danish = await _effekt.GoodAsync("count", "--by", "slags", "--kind", "indsats", "bidrag", "--locale", "da", "--out", "tal.csv");
        Assert.Equal("", danish);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_effekt.Folder, "tal.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains(";0,", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", "bidrag", "bidrag.docx", "csv", "--output")]
    [InlineData("draw", "overblik", "overblik.jpg", "svg", "--format")]
    public async Task A_file_is_not_filled_with_what_its_ending_does_not_say(
        string verb,
        string what,
        string file,
        string known,
        string option
    )
    {
        var refused = await _effekt.RunAsync(verb, what, "--out", file);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(known, refused.Error, StringComparison.Ordinal);
        Assert.Contains(option, refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_effekt.Folder, file)));
    }

    [Fact]
    public async Task Coverage_is_counted_by_centre()
    {
        var rows = await Csv("count", "--coverage", "-k", "Slagelse");
        Assert.Equal("Center for Handicap og Psykiatri;4;4;3;3;0;0", rows[0]);
    }

    [Fact]
    public async Task An_assistant_asks_over_stdio_and_is_told_with_keys_and_quotes()
    {
        using var server = _effekt.Start("mcp");
        await SendAsync(
            1,
            "initialize",
            """{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}"""
        );
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        var tools = await SendAsync(2, "tools/list", "{}");
        Assert.All(
            tools.GetProperty("tools").EnumerateArray(),
            t => Assert.True(t.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean())
        );
        Assert.Equal(
            ["check", "diff", "draw", "impact", "paths", "search", "show"],
            tools.GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()).Order(StringComparer.Ordinal)
        );
        var path = await SendAsync(3, "tools/call", """{"name":"paths","arguments":{"fra":"Udsattepolitikken","til":"Jobcentret"}}""");
        var told = JsonDocument.Parse(path.GetProperty("content")[0].GetProperty("text").GetString()!).RootElement.GetProperty("paths")[0];
        Assert.Contains("som forpligter »Jobcentret«", told.GetProperty("explanation").GetString()!, StringComparison.Ordinal);
        Assert.Contains(told.GetProperty("quotes").EnumerateArray(), q => q.GetProperty("line").GetInt32() > 0);
        var wrong = await SendAsync(4, "tools/call", """{"name":"show","arguments":{"knude":"Udsatepolitiken"}}""");
        Assert.True(wrong.GetProperty("isError").GetBoolean());
        Assert.Equal("Værktøjet har intet argument »text«; det tager tekst, kommune, first.", await WrongAsync("""{"text":"misbrug"}"""));
        Assert.Equal("Argumentet »tekst« mangler; det tager tekst, kommune, first.", await WrongAsync("{}"));
        var resources = await SendAsync(5, "resources/list", "{}");
        Assert.Equal(5, resources.GetProperty("resources").GetArrayLength());
        server.StandardInput.Close();
        await server.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

        async Task<string?> WrongAsync(string arguments) =>
            (await SendAsync(6, "tools/call", $$"""{"name":"search","arguments":{{arguments}}}"""))
                .GetProperty("content")[0]
                .GetProperty("text")
                .GetString();

        async Task<JsonElement> SendAsync(int id, string method, string parameters)
        {
            await server.StandardInput.WriteLineAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
            return JsonDocument.Parse((await server.StandardOutput.ReadLineAsync())!).RootElement.GetProperty("result").Clone();
        }
    }

    [Fact]
    public async Task A_check_fails_on_what_is_asked_and_shows_what_is_new()
    {
        Assert.Equal(0, (await _effekt.RunAsync("check")).ExitCode);
        Assert.Equal(1, (await _effekt.RunAsync("check", "--fail-on", "advarsel")).ExitCode);
        Assert.Equal(0, (await _effekt.RunAsync("check", "--fail-on", "RING")).ExitCode);
        Assert.Equal(2, (await _effekt.RunAsync("check", "--fail-on", "RINGG")).ExitCode);

        // What is wrongly asked is told before anything is shown, though the first of them is met.
        var unknown = await _effekt.RunAsync("check", "--fail-on", "bemærkning", "RINGG");
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Out));

        await WrongAsync("kendte.txt findes ikke", "--baseline", "kendte.txt");
        await WrongAsync("hører til --baseline", "--save-baseline");
        _effekt.Write("andet.json", "{}");
        await WrongAsync("andet.json:1: ikke et kendt fund", "--baseline", "andet.json", "--save-baseline");
        await _effekt.GoodAsync("check", "-k", "Slagelse", "--baseline", "kendte.txt", "--save-baseline");
        Assert.Equal("", await _effekt.GoodAsync("check", "-k", "Slagelse", "--baseline", "kendte.txt"));
        Assert.NotEmpty(await Csv("check", "-k", "Guldborgsund", "--baseline", "kendte.txt"));

        async Task WrongAsync(string message, params string[] args)
        {
            var run = await _effekt.RunAsync(["check", .. args]);
            Assert.Equal((2, ""), (run.ExitCode, run.Out));
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_profile_says_which_checks_hold_for_whom()
    {
        _effekt.Write("profil.json", """{"regler":[{"alvor":"fra"},{"koder":["INGEN_BASELINE"],"typer":["maalaftale"],"alvor":"fejl"}]}""");
        var rows = await Csv("check", "--profile", "profil.json");
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.StartsWith("fejl;INGEN_BASELINE;", r, StringComparison.Ordinal));
        _effekt.Write("forkert.json", """{"regler":[{"koder":["NOPE"],"alvor":"fra"}]}""");
        Assert.Contains("NOPE", (await _effekt.RunAsync("check", "--profile", "forkert.json")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scorecard_has_twelve_points_for_each_agreement() =>
        Assert.Equal(5 * 12, (await Csv("check", "--scorecard")).Length);

    [Fact]
    public async Task A_document_is_imported_from_a_pipe_and_a_shell_completes()
    {
        using var piped = _effekt.Start("import", "-", "--name", "boern.md", "--store", "pipe.db", "--output", "csv");
        await piped.StandardInput.WriteAsync(
            await File.ReadAllTextAsync(Path.Combine(Repository.Seed, "vestersoe-boern-og-unge", "aftale.md"))
        );
        piped.StandardInput.Close();
        Assert.Contains("boern.md;indlæst;1;", await piped.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("complete -o default -F _effekt effekt", await _effekt.GoodAsync("completion", "bash"), StringComparison.Ordinal);
        Assert.Equal("list", (await _effekt.GoodAsync("[suggest:9]", "effekt li")).Trim());
    }

    private async Task<string[]> Csv(params string[] args) =>
        (await _effekt.GoodAsync([.. args, "--output", "csv"])).TrimEnd().Split('\n')[1..];

    /// <summary>The next year's agreement is another centre's in name, and holds none of the old; roles follow their centre.</summary>
    [Fact]
    public async Task A_centre_that_took_anothers_place_by_hand_is_the_same_from_one_year_to_the_next()
    {
        var then = await File.ReadAllTextAsync(Path.Combine(Repository.Seed, "vestersoe-boern-og-unge", "aftale.md"));
        var renamed = then.Replace("Center for Børn og Unge", "Center for Opvækst", StringComparison.Ordinal);
        await _effekt.GoodAsync("import", _effekt.Write("ny.md", renamed.Replace("2025", "2027", StringComparison.Ordinal)));
        const string Successor = "vestersoe/organisation/center-for-opvaekst";
        Assert.DoesNotContain(await Rows(), r => r.Contains("afløser den", StringComparison.Ordinal));
        await _effekt.GoodAsync(
            "query",
            $$"""
            mutation { opretKant(input: {
              type: AFLOESER, fra: "{{Successor}}", til: "vestersoe/organisation/center-for-boern-og-unge", dato: "2027-01-01"
            }) { kant { dato } } }
            """
        );
        var rows = await Rows();
        Assert.Contains(
            rows,
            r =>
                r.StartsWith("ændret;organisation;Center for Opvækst;", StringComparison.Ordinal)
                && r.Contains(";1;afløser den;", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(rows, r => r.StartsWith("ændret;rolle;Skolechef;", StringComparison.Ordinal));
        // What is said by hand holds always, and makes no year one with agreements.
        Assert.Equal(2, (await _effekt.RunAsync("diff", "2025", "2040")).ExitCode);

        Task<string[]> Rows() => Csv("diff", "2025", "2027");
    }
}

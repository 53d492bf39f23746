using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>The commands over the seed agreements.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();

    public async ValueTask InitializeAsync() => await _effekt.SeedAsync();

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_documents_again_change_nothing()
    {
        var before = await _effekt.GoodAsync("list", "revisions", "--output", "json");
        var again = await _effekt.GoodAsync("import", Repository.Seed, "--output", "csv");
        Assert.Equal(5, again.Split('\n').Count(line => line.Contains(";uændret;", StringComparison.Ordinal)));
        Assert.Equal(before, await _effekt.GoodAsync("list", "revisions", "--output", "json"));
    }

    [Fact]
    public async Task A_dry_run_tells_the_changes_and_stores_none()
    {
        using var empty = new Effekt();
        var run = await empty.RunAsync("import", Repository.Seed, "--dry-run");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Indsats", run.Out, StringComparison.Ordinal);
        Assert.Contains("intet er gemt", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(empty.Store));
    }

    [Fact]
    public async Task Removing_an_agreement_and_undoing_it_gives_the_same_bytes_back()
    {
        var before = await _effekt.GoodAsync("export", "json");
        var key = JsonDocument.Parse(await _effekt.GoodAsync("list", "--output", "json")).RootElement[0].GetProperty("key").GetString()!;
        await _effekt.GoodAsync("remove", key);
        Assert.DoesNotContain($"\"{key}\"", await _effekt.GoodAsync("list", "--output", "json"), StringComparison.Ordinal);
        await _effekt.GoodAsync("undo");
        Assert.Equal(before, await _effekt.GoodAsync("export", "json"));
    }

    [Fact]
    public async Task Any_revision_can_be_read_again()
    {
        using var step = new Effekt();
        await step.EmptyStoreAsync();
        var snapshots = new List<string> { await step.GoodAsync("export", "json") };
        foreach (var file in Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await step.GoodAsync("import", file);
            snapshots.Add(await step.GoodAsync("export", "json"));
        }
        for (var revision = 0; revision < snapshots.Count; revision++)
        {
            Assert.Equal(snapshots[revision], await step.GoodAsync("export", "json", "--revision", $"{revision}"));
        }
    }

    [Fact]
    public async Task Graphviz_reads_the_dot_export()
    {
        var file = _effekt.Write("graf.dot", await _effekt.GoodAsync("export", "dot"));
        Assert.SkipWhen(!File.Exists("/usr/bin/dot"), "dot is missing (Debian: apt-get install graphviz).");
        using var dot = Process.Start(
            new ProcessStartInfo("/usr/bin/dot", ["-Tcanon", file]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var output = dot.StandardOutput.ReadToEndAsync();
        var error = await dot.StandardError.ReadToEndAsync();
        await dot.WaitForExitAsync();
        Assert.True(dot.ExitCode == 0, error);
        Assert.Contains("cluster_3", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_graphml_export_names_every_node_once_and_no_edge_hangs_loose()
    {
        var xml = XDocument.Parse(await _effekt.GoodAsync("export", "graphml"));
        var ids = xml.Descendants().Where(e => e.Name.LocalName == "node").Select(e => (string)e.Attribute("id")!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            xml.Descendants().Where(e => e.Name.LocalName == "edge"),
            e =>
            {
                Assert.Contains((string)e.Attribute("source")!, ids);
                Assert.Contains((string)e.Attribute("target")!, ids);
            }
        );
    }

    [Fact]
    public async Task A_text_that_fits_several_titles_is_answered_with_the_candidates()
    {
        var run = await _effekt.RunAsync("impact", "e");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("passer til flere", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task A_question_in_graphql_is_answered_on_stdout()
    {
        var answer = JsonDocument.Parse(await _effekt.GoodAsync("query", "{ alleAftaler(where: {henvist: {eq: false}}) { totalCount } }"));
        Assert.Equal(5, answer.RootElement.GetProperty("data").GetProperty("alleAftaler").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("overblik")]
    [InlineData("center", "Center")]
    public async Task The_same_graph_is_drawn_with_the_same_bytes(string scene, string? kind = null)
    {
        string[] node = kind is null ? [] : [await ACenterAsync()];
        var first = await _effekt.GoodAsync(["draw", scene, .. node]);
        Assert.Equal(first, await _effekt.GoodAsync(["draw", scene, .. node]));
        Assert.StartsWith("<svg", first, StringComparison.Ordinal);
        XDocument.Parse(first);
    }

    [Fact]
    public async Task A_drawing_comes_in_the_form_that_the_files_ending_names()
    {
        foreach (
            var (ending, starts) in new[]
            {
                ("svg", "<svg"),
                ("png", "\u0089PNG"),
                ("pdf", "%PDF"),
                ("html", "<!doctype html>"),
                ("drawio", "<mxfile"),
            }
        )
        {
            await _effekt.GoodAsync("draw", "overblik", "--out", $"tegning.{ending}");
            Assert.StartsWith(
                starts,
                Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_effekt.Folder, $"tegning.{ending}"))),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task SVG_on_sheets_is_a_file_a_sheet_and_needs_a_name()
    {
        var nameless = await _effekt.RunAsync("draw", "overblik", "--page", "A4");
        Assert.Equal((2, ""), (nameless.ExitCode, nameless.Out));
        Assert.Contains("--out", nameless.Error, StringComparison.Ordinal);
        await _effekt.GoodAsync("draw", "overblik", "--page", "a4", "--out", "ark.svg");
        var sheets = Directory.GetFiles(_effekt.Folder, "ark-*.svg").Order(StringComparer.Ordinal).ToList();
        Assert.True(sheets.Count > 1);
        Assert.All(sheets, f => Assert.EndsWith("pt", (string)XDocument.Load(f).Root!.Attribute("width")!, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_effekt.Folder, "ark.svg")));
    }

    [Fact]
    public async Task The_whole_graph_goes_to_draw_io()
    {
        var nodes = JsonDocument.Parse(await _effekt.GoodAsync("export", "json")).RootElement.GetProperty("nodes").GetArrayLength();
        var cells = XDocument
            .Parse(await _effekt.GoodAsync("export", "drawio"))
            .Descendants("mxCell")
            .Where(c => (string?)c.Attribute("vertex") == "1");
        Assert.True(cells.Count() >= nodes);
    }

    [Fact]
    public async Task A_generated_country_is_loaded_and_asked_like_any_other_and_loading_it_is_one_agreement_a_municipality()
    {
        using var land = new Effekt();
        await land.GoodAsync("generate", "lines", "--kommuner", "2", "--centre", "3", "--out", "land.jsonl");
        await land.GoodAsync("graph", "load", "land.jsonl");
        var aftaler = JsonDocument.Parse(await land.GoodAsync("list", "--output", "json")).RootElement;
        Assert.Equal(2, aftaler.GetArrayLength());
        var vision = JsonDocument
            .Parse(await land.GoodAsync("query", "{ alleVisioner(first: 1) { nodes { noegle nedad { afstand } } } }"))
            .RootElement.GetProperty("data")
            .GetProperty("alleVisioner")
            .GetProperty("nodes")[0];
        Assert.Equal(5, vision.GetProperty("nedad").EnumerateArray().Max(t => t.GetProperty("afstand").GetInt32()));
        await land.GoodAsync("remove", aftaler[0].GetProperty("key").GetString()!);
    }

    [Theory]
    [InlineData("linje 2", """{"t":"node","id":"a","kind":"Vision","title":"V","kommune":"K"}""", "ikke json")]
    [InlineData(
        "som ingen linje har",
        """{"t":"node","id":"a","kind":"Vision","title":"V","kommune":"K"}""",
        """{"t":"edge","type":"hierarki","from":"a","to":"b"}"""
    )]
    [InlineData(
        "kan ikke gå fra",
        """{"t":"node","id":"a","kind":"Bidrag","title":"B","kommune":"K"}""",
        """{"t":"node","id":"b","kind":"Vision","title":"V","kommune":"K"}""",
        """{"t":"edge","type":"hierarki","from":"a","to":"b"}"""
    )]
    public async Task A_wrong_line_of_a_graph_is_named_and_nothing_is_stored(string expected, params string[] lines)
    {
        using var empty = new Effekt();
        var run = await empty.RunAsync("graph", "load", empty.Write("g.jsonl", string.Join('\n', lines)));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("[]", (await empty.GoodAsync("list", "revisions", "--output", "json")).Trim());
    }

    [Fact]
    public async Task Tasks_over_a_generated_country_are_answered_alike_from_its_lines_and_as_a_stream()
    {
        using var land = new Effekt();
        await land.GoodAsync("generate", "lines", "--kommuner", "2", "--centre", "2", "--out", "land.jsonl");
        var goals = File.ReadLines(Path.Combine(land.Folder, "land.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .Where(n => n.TryGetProperty("kind", out var kind) && kind.ValueEquals("PolitiskMaal"))
            .Select(n => n.GetProperty("id").GetRawText());
        land.Write(
            "opgaver.jsonl",
            string.Join('\n', goals.Select(id => $"{{\"id\":{id},\"task\":\"T2\",\"policy\":{id},\"max_kobling\":2}}"))
        );
        await land.GoodAsync("graph", "answer", "opgaver.jsonl", "--graph", "land.jsonl", "--out", "svar.jsonl");
        var answers = File.ReadAllLines(Path.Combine(land.Folder, "svar.jsonl"));
        Assert.StartsWith("{\"event\":\"loaded\"", answers[0], StringComparison.Ordinal);

        var run = land.Start("graph", "answer", "--graph", "land.jsonl");
        Assert.StartsWith("{\"event\":\"loaded\"", await run.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        var asked = File.ReadAllLines(Path.Combine(land.Folder, "opgaver.jsonl"));
        for (var i = 0; i < asked.Length; i++)
        {
            // The next is asked only when this one is answered.
            await run.StandardInput.WriteLineAsync(asked[i]);
            await run.StandardInput.FlushAsync();
            Assert.Equal(WithoutTime(answers[i + 1]), WithoutTime((await run.StandardOutput.ReadLineAsync())!));
        }

        run.StandardInput.Close();
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, (await land.RunAsync("graph", "answer", "--graph", "land.jsonl", "--store", "x.db")).ExitCode);

        static string WithoutTime(string line) => line[..line.LastIndexOf(",\"ms\":", StringComparison.Ordinal)];
    }

    [Theory]
    [InlineData("serve"), InlineData("import"), InlineData("list"), InlineData("draw"), InlineData("impact"), InlineData("paths")]
    [
        InlineData("check"),
        InlineData("query"),
        InlineData("export"),
        InlineData("remove"),
        InlineData("undo"),
        InlineData("layout"),
        InlineData("generate"),
        InlineData("graph"),
        InlineData("copy"),
        InlineData("backup"),
        InlineData("restore"),
        InlineData("verify"),
        InlineData("count")
    ]
    public async Task Every_command_helps_with_examples(string command)
    {
        var help = await _effekt.GoodAsync(command, "--help");
        Assert.Contains("Eksempler:", help, StringComparison.Ordinal);
        Assert.Contains($"effekt {command}", help, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mente du »import«?", "imprt", "x")]
    [InlineData("Mente du »--output«?", "list", "--outptu", "json")]
    [InlineData("STI mangler", "import")]
    [InlineData("kan ikke bruges til --output", "list", "--output", "xml")]
    [InlineData("er ikke en ændring", "impact", "x=forsvinder")]
    [InlineData("kræver en varighed", "impact", "x=udskydes")]
    [InlineData("er kun en del af", "remove", "Socialpsykiatrien og Center for Afhængighed")]
    public async Task Wrong_use_ends_with_two_and_says_what_to_do(string expected, params string[] args)
    {
        var run = await _effekt.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    private async Task<string> ACenterAsync() =>
        JsonDocument
            .Parse(
                await _effekt.GoodAsync(
                    "query",
                    "{ alleOrganisationer(where: {art: {eq: CENTER}, henvist: {eq: false}}, first: 1) { nodes { noegle } } }"
                )
            )
            .RootElement.GetProperty("data")
            .GetProperty("alleOrganisationer")
            .GetProperty("nodes")[0]
            .GetProperty("noegle")
            .GetString()!;
}

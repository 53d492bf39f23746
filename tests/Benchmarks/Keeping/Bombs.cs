using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Effektkaeder.Benchmarks.Keeping;

/// <summary>Questions made to hold a server, and how soon they are refused or answered; and whether a page waits for them.</summary>
internal static class Bombs
{
    private static readonly (string Name, string Query)[] All =
    [
        ("naboer i naboer, 4 dybt", Nested("naboer: { some: ", 4)),
        ("… 24 på én gang", Nested("naboer: { some: ", 4)),
        ("naboer i naboer, 3 dybt", Nested("naboer: { some: ", 3)),
        ("ikke, og, eller, 60 dybt", Nested("not: ", 60, close: " }")),
        (
            "30 udvidede filtre på én gang",
            "{ " + string.Concat(Enumerable.Range(0, 30).Select(i => $"a{i}: {Field("naboer: { some: ", 2)} ")) + "}"
        ),
        (
            "lister i lister, 9 dybt",
            "{ alleNoder(first: 500) { nodes "
                + string.Concat(Enumerable.Repeat("{ naboer(first: 500) { nodes ", 9))
                + "{ id }"
                + string.Concat(Enumerable.Repeat(" } }", 9))
                + " } }"
        ),
        (
            "målbilledet, 50 gange",
            "{ " + string.Concat(Enumerable.Range(0, 50).Select(i => $"a{i}: maalbillede {{ koblinger {{ antal }} }} ")) + "}"
        ),
    ];

    /// <param name="args"><c>--kommuner 28 --port 5317</c>.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-bomber-").FullName;
        var store = Path.Combine(folder, "graf.db");
        await Effekt.StoreAsync(store, Soak.Number(args, "--kommuner", 28));
        await using (var server = await Served.StartAsync(store, Soak.Number(args, "--port", 5317)))
        {
            using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
            await http.GetAsync("/");
            await output.WriteLineAsync("| spørgsmål | bytes | svar | ms | en side imens, ms |\n|---|---:|---|---:|---:|");
            foreach (var (name, query) in All)
            {
                var clock = Stopwatch.StartNew();
                var asked = Enumerable.Range(0, name.StartsWith('…') ? 24 : 1).Select(_ => AskAsync(http, query)).ToList();
                var page = Stopwatch.StartNew();
                await http.GetAsync("/soeg?q=borgere");
                var shown = page.ElapsedMilliseconds;
                var answers = await Task.WhenAll(asked);
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {name} | {query.Length} | {answers[0]} | {clock.ElapsedMilliseconds} | {shown} |"
                    )
                );
            }
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static string Nested(string open, int depth, string close = " } }") => $"{{ {Field(open, depth, close)} }}";

    private static string Field(string open, int depth, string close = " } }") =>
        "alleNoder(where: "
        + string.Concat(Enumerable.Repeat("{ " + open, depth))
        + "{}"
        + string.Concat(Enumerable.Repeat(close, depth))
        + ") { totalCount }";

    private static async Task<string> AskAsync(HttpClient http, string query)
    {
        using var answer = await http.PostAsJsonAsync("/graphql", new { query });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString() ?? "afvist"
            : "besvaret";
    }
}

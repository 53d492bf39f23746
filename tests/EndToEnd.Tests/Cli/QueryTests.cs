using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>Questions from the command line: the cookbook, variables, and how a refused one ends.</summary>
public sealed class QueryTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();

    public async ValueTask InitializeAsync() => await _effekt.SeedAsync();

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_cookbook_is_listed_and_its_questions_are_asked_by_name()
    {
        var listed = JsonDocument.Parse(await _effekt.GoodAsync("query", "--list", "--output", "json")).RootElement;
        var recipes = Directory
            .GetFiles(Path.Combine(Repository.Root, "schema", "queries"), "*.graphql")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(recipes, listed.EnumerateArray().Select(o => o.GetProperty("name").GetString()));
        var table = await _effekt.GoodAsync("query", "--list");
        Assert.All(recipes, name => Assert.Contains(name!, table, StringComparison.Ordinal));

        var asked = await _effekt.RunAsync("query", "--named", "frister");
        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("Med eksemplets variable", asked.Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(asked.Out).RootElement.GetProperty("data").ValueKind);

        var unknown = await _effekt.RunAsync("query", "--named", "fristr");
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Out));
        Assert.Contains("frister", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_come_on_the_line_from_a_file_or_from_stdin()
    {
        const string Query = "query($k: String!) { alleIndsatser(where: { kommune: { eq: $k } }) { totalCount } }",
            Variables = """{"k":"vestersoe"}""";
        _effekt.Write("variable.json", Variables);
        var answers = new[]
        {
            await _effekt.GoodAsync("query", Query, "--variables", Variables),
            await _effekt.GoodAsync("query", Query, "--variables-file", "variable.json"),
            await SpokenToAsync(Variables, "query", Query, "--variables-file", "-"),
            await SpokenToAsync(Query, "query", "-", "--variables", Variables),
        };
        Assert.All(
            answers,
            answer =>
                Assert.Equal(
                    6,
                    JsonDocument
                        .Parse(answer)
                        .RootElement.GetProperty("data")
                        .GetProperty("alleIndsatser")
                        .GetProperty("totalCount")
                        .GetInt32()
                )
        );
    }

    [Theory]
    [InlineData(1, "Bidrg", "query", "{ alleBidrg { totalCount } }")]
    [InlineData(1, "Syntax", "query", "{ alleBidrag {")]
    [InlineData(2, "JSON", "query", "{ alleBidrag { totalCount } }", "--variables", "{")]
    [InlineData(2, "JSON-objekt", "query", "{ alleBidrag { totalCount } }", "--variables", "[1]")]
    [InlineData(2, "stdin", "query", "-", "--variables-file", "-")]
    [InlineData(1, "findes-ikke.json", "query", "{ alleBidrag { totalCount } }", "--variables-file", "findes-ikke.json")]
    [InlineData(2, "Skriv et spørgsmål", "query")]
    public async Task A_question_that_cannot_be_answered_ends_with_its_code_and_says_why(int code, string says, params string[] args)
    {
        var run = await _effekt.RunAsync(args);
        Assert.True(run.ExitCode == code, $"{run.ExitCode}: {run.Out}{run.Error}");
        Assert.Contains(says, run.Out + run.Error, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> SpokenToAsync(string input, params string[] args)
    {
        using var process = _effekt.Start(args);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return answer;
    }
}

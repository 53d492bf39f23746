using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>What an analyst asks from a terminal, over the seed agreements.</summary>
public sealed class QuestionCommandTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();

    public async ValueTask InitializeAsync() => await _effekt.SeedAsync();

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Der er ingen kommune »nope«.", "check", "-k", "nope")]
    [InlineData("Mente du »slagelse«?", "check", "-k", "slagelsee")]
    [InlineData("Mente du »Udsattepolitikken«?", "impact", "Udsatepolitiken")]
    public async Task A_name_that_does_not_exist_is_wrong_use_not_all_clear(string message, params string[] args)
    {
        var run = await _effekt.RunAsync(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_goes_by_name_and_by_short_name()
    {
        var byName = await _effekt.GoodAsync("check", "-k", "Vestersø", "--output", "csv");
        Assert.Equal(byName, await _effekt.GoodAsync("check", "-k", "vestersoe", "--output", "csv"));
        Assert.True(byName.Split('\n').Length > 10);
    }

    [Fact]
    public async Task What_is_there_is_shown_searched_listed_counted_and_ranked()
    {
        Assert.Contains("INDEHOLDER", await _effekt.GoodAsync("show", "Udsattepolitikken"), StringComparison.Ordinal);
        Assert.StartsWith(
            "hele titlen;indsats;Sunde overgange;vestersoe;",
            (await _effekt.GoodAsync("search", "sunde", "overgange", "--output", "csv")).Split('\n')[1],
            StringComparison.Ordinal
        );
        Assert.Equal(7, (await _effekt.GoodAsync("list", "indsatser", "-k", "Vestersø", "--output", "csv")).TrimEnd().Split('\n').Length);
        Assert.Contains(
            "indsatser;6;1;",
            (await _effekt.GoodAsync("count", "--kind", "indsats", "-k", "Vestersø", "--output", "csv")).Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
        var ranked = (await _effekt.GoodAsync("critical", "--kind", "politik", "-k", "Slagelse", "--output", "csv")).Split('\n');
        Assert.StartsWith("11;0;politik;Erhvervsudviklingspolitikken;", ranked[1], StringComparison.Ordinal);
        Assert.Equal(await _effekt.GoodAsync("impact", "--help"), await _effekt.GoodAsync("help", "impact"));
        var wrong = await _effekt.RunAsync("list", "indsatserr");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("Mente du »indsats", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impact_is_told_in_sentences()
    {
        var lines = (await _effekt.GoodAsync("impact", "Udsattepolitikken", "--explain")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.StartsWith("Når »Udsattepolitikken« bortfalder, falder 2 politiske mål med", lines[0], StringComparison.Ordinal);
        Assert.Equal(11, lines.Length);
        var twice = await _effekt.RunAsync("impact", "Udsattepolitikken", "slagelse/politik/udsattepolitik=udskydes:P6M");
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("kan ikke både være", twice.Error, StringComparison.Ordinal);
    }

    /// <summary>The policy and its two goals fall; ten others are touched.</summary>
    [Theory]
    [InlineData("csv"), InlineData("table")]
    public async Task What_falls_is_listed_first(string form)
    {
        var lines = (await _effekt.GoodAsync("impact", "Udsattepolitikken", "--output", form)).Split('\n');
        Assert.Equal(3, lines.Count(l => l.StartsWith("BORTFALDER", StringComparison.Ordinal)));
        Assert.StartsWith("BORTFALDER", lines[1], StringComparison.Ordinal);
        Assert.Contains("slagelse/politik/udsattepolitik", lines[1], StringComparison.Ordinal);
        Assert.Equal(7, lines.Count(l => l.StartsWith("MISTER_GRUNDLAG", StringComparison.Ordinal)));
    }

    /// <summary>Two years apart the changed fields hold hundreds of words; the keys beside them are still found at a glance.</summary>
    [Fact]
    public async Task A_very_long_cell_in_a_file_fills_no_other_row_with_spaces()
    {
        await _effekt.GoodAsync("generate", "store", "--centre", "2", "--years", "2", "--store", "to.db");
        var lines = (await _effekt.GoodAsync("diff", "2025", "2026", "--store", "to.db")).Split('\n');
        Assert.Contains(lines, l => l.Length > 500);
        Assert.DoesNotContain(lines, l => l.Contains(new string(' ', 250), StringComparison.Ordinal));
    }
}

using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>The two real agreements, from the files to the answers that a careful hand worked out.</summary>
public sealed class RealAgreementTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();

    public async ValueTask InitializeAsync() => await _effekt.GoodAsync("import", Repository.RealAgreements());

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_level_has_the_nodes_that_a_careful_hand_counts()
    {
        // The aims that an Afsæt names above a contribution stand in another document: a hand that counts these two leaves them out.
        var graf = await JsonAsync("export", "json");
        var aims = graf.GetProperty("edges")
            .EnumerateArray()
            .Where(e => e.GetProperty("type").GetString() == "UNDERSTOETTER")
            .Select(e => e.GetProperty("to").GetString())
            .ToHashSet();
        var counts = graf.GetProperty("nodes")
            .EnumerateArray()
            .Where(n => !(n.GetProperty("henvist").GetBoolean() && aims.Contains(n.GetProperty("key").GetString())))
            .CountBy(n => n.GetProperty("kind").GetString()!)
            .ToDictionary();
        (string Kind, int Count)[] byHand =
        [
            ("Vision", 2),
            ("PolitiskMaal", 6),
            ("Indsats", 7),
            ("Bidrag", 13),
            ("Effekt", 17),
            ("Indikator", 29),
            ("Milepael", 20),
            ("Opfoelgning", 15),
            ("Dokumentation", 8),
        ];
        Assert.Equal(byHand, byHand.Select(k => (k.Kind, counts[k.Kind])));
    }

    [Fact]
    public async Task Every_field_of_every_point_and_table_lands_with_its_state()
    {
        var graf = await JsonAsync("export", "json");
        // The cover's own fields are kept on the agreement; the forms' on what each point and table gives.
        var fields = graf.GetProperty("nodes")
            .EnumerateArray()
            .Where(n => n.GetProperty("kind").GetString() != "Aftale")
            .SelectMany(n => n.GetProperty("statements").EnumerateArray())
            .Where(s => s.TryGetProperty("fields", out _))
            .SelectMany(s =>
                s.GetProperty("fields")
                    .EnumerateArray()
                    .Select(f =>
                        (
                            Agreement: s.GetProperty("agreement").GetString()!,
                            State: f.GetProperty("state").GetString()!,
                            Line: f.GetProperty("provenance").GetProperty("line").GetInt32(),
                            Label: f.GetProperty("label").GetString()
                        )
                    )
            )
            .ToList();
        var slagelse = fields.Where(f => f.Agreement.StartsWith("slagelse/", StringComparison.Ordinal)).ToList();
        Assert.Equal(48, slagelse.Count);
        (string State, int Count)[] byHand = [("vaerdi", 44), ("ingen", 1), ("henvisning", 1), ("planlagt", 1), ("afkortet", 1)];
        Assert.Equal(byHand, byHand.Select(b => (b.State, slagelse.Count(f => f.State == b.State))));
        Assert.Equal(90, fields.Count(f => f.Agreement.StartsWith("guldborgsund/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_covers_are_one_agreement_with_the_date_that_only_one_of_them_has()
    {
        var agreement = (await JsonAsync("list", "agreements", "--output", "json"))
            .EnumerateArray()
            .Single(a => a.GetProperty("kommune").GetString() == "guldborgsund");
        Assert.Equal("2016-08-29", agreement.GetProperty("properties").GetProperty("underskrevet").GetString());
    }

    [Fact]
    public async Task Dropping_the_policy_for_vulnerable_citizens_leaves_one_effort_without_ground()
    {
        var svar = await JsonAsync("impact", "slagelse/politik/udsattepolitik", "--output", "json");
        Assert.Equal(2, svar.GetProperty("dropped").EnumerateArray().Count(n => n.GetProperty("kind").GetString() == "PolitiskMaal"));
        var lost = Affected(svar, "MISTER_GRUNDLAG");
        Assert.Equal((1, 1, 1, 4), (Of(lost, "Indsats"), Of(lost, "Bidrag"), Of(lost, "Effekt"), Of(lost, "Indikator")));
        Assert.Equal(
            ["Direktionens udviklingsaftale", "Jobcentret", "Rådgivning og Udbetaling"],
            Affected(svar, "BEROERES").Select(n => n.GetProperty("title").GetString()!).Order(StringComparer.Ordinal)
        );
        Assert.Equal((1, 2, 1), (Inside(svar, "milestones"), Inside(svar, "documentation"), Inside(svar, "measurements")));
        Assert.DoesNotContain(
            svar.GetProperty("affected").EnumerateArray(),
            n => n.GetProperty("key").GetString()!.StartsWith("guldborgsund/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Postponing_a_contribution_half_a_year_moves_its_milestones_past_a_follow_up_that_stays()
    {
        var svar = await JsonAsync("impact", "Rehabiliterende tilgang=udskydes:P6M", "--output", "json");
        var dates = svar.GetProperty("dates")
            .EnumerateArray()
            .Select(d =>
                (
                    Reason: d.GetProperty("reason").GetString(),
                    Before: d.GetProperty("before").GetProperty("from").GetString(),
                    After: d.GetProperty("after").GetProperty("from").GetString()
                )
            )
            .ToList();
        Assert.Equal(
            new (string?, string?, string?)[]
            {
                ("FLYTTET", "2017-01-01", "2017-07-01"),
                ("FLYTTET", "2017-07-01", "2018-01-01"),
                ("KONFLIKT", "2017-10-01", "2017-10-01"),
            },
            dates.Order()
        );
        Assert.Contains(
            Affected(svar, "BEROERES"),
            n =>
                n.GetProperty("title").GetString()!.StartsWith("Udvikling og implementering", StringComparison.Ordinal)
                && n.GetProperty("paths")[0].EnumerateArray().Any(k => k.GetString()!.EndsWith("/redskab/del", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Changing_a_paragraph_touches_sixteen_nodes_and_loses_none()
    {
        var svar = await JsonAsync("impact", "dk/lov/sel/85=aendres", "--output", "json");
        var touched = Affected(svar, "BEROERES");
        Assert.Equal((3, 5, 8), (Of(touched, "Bidrag"), Of(touched, "Effekt"), Of(touched, "Indikator")));
        Assert.Equal(16, svar.GetProperty("affected").GetArrayLength());
        Assert.Equal((6, 7), (Inside(svar, "milestones"), Inside(svar, "followUps")));
        Assert.Empty(svar.GetProperty("dropped").EnumerateArray());
    }

    [Fact]
    public async Task The_order_of_import_does_not_change_a_byte_of_the_graph()
    {
        var files = Directory.GetFiles(Repository.RealAgreements(), "*.txt").Order(StringComparer.Ordinal).ToArray();
        using var other = new Effekt();
        foreach (var file in files.Reverse())
        {
            await other.GoodAsync("import", file);
        }

        Assert.Equal(await _effekt.GoodAsync("export", "json"), await other.GoodAsync("export", "json"));
    }

    private async Task<JsonElement> JsonAsync(params string[] args) =>
        JsonDocument.Parse(await _effekt.GoodAsync([.. args, "--quiet"])).RootElement;

    private static List<JsonElement> Affected(JsonElement svar, string consequence) =>
        [.. svar.GetProperty("affected").EnumerateArray().Where(n => n.GetProperty("consequence").GetString() == consequence)];

    private static int Of(IEnumerable<JsonElement> nodes, string kind) => nodes.Count(n => n.GetProperty("kind").GetString() == kind);

    private static int Inside(JsonElement svar, string what) => svar.GetProperty("inside").GetProperty(what).GetArrayLength();
}

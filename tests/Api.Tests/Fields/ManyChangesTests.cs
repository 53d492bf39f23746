using System.Text.Json;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Many decisions at once, undoing and withdrawing over GraphQL.</summary>
public sealed class ManyChangesTests(SeedGraph seed)
{
    private const string Decide = """
        mutation($a: [AfgoerelseInput!]!) {
          afgoerKoblinger(input: { afgoerelser: $a, revision: 1 }) { revision { nummer resume } aendringer { art } fejl { kode } }
        }
        """;

    [Fact]
    public async Task Many_decisions_are_one_revision_or_none_and_can_be_undone()
    {
        var api = await seed.CopyAsync();
        var keys = (await api.AskAsync("{ alleKanter(where: { type: [KOBLER_TIL] }, first: 3) { kanter { noegle } } }"))
            .At("alleKanter", "kanter")
            .Texts("noegle");
        var wrong = await api.AskAsync(
            Decide,
            new { a = new[] { new { kant = keys[0], status = "AFVIST" }, new { kant = "KOBLER_TIL:lov a b", status = "AFVIST" } } }
        );
        Assert.Equal("IKKE_FUNDET", wrong.At("afgoerKoblinger", "fejl", 0, "kode").GetString());
        Assert.Equal(0, (await CountAsync(api, "AFVIST")).GetInt32());

        var done = await api.AskAsync(
            Decide,
            new { a = keys.Select((k, i) => new { kant = k, status = i == 0 ? "BEKRAEFTET" : "AFVIST" }) }
        );
        Assert.Equal(2, done.At("afgoerKoblinger", "revision", "nummer").GetInt32());
        Assert.Equal("Afgjort: 1 kobling bekræftet, 2 afvist", done.At("afgoerKoblinger", "revision", "resume").GetString());
        Assert.Equal(2, (await CountAsync(api, "AFVIST")).GetInt32());

        var undone = await api.AskAsync("mutation { fortrydRevision(nummer: 2) { revision { nummer } fejl { kode } } }");
        Assert.Equal(3, undone.At("fortrydRevision", "revision", "nummer").GetInt32());
        Assert.Equal(0, (await CountAsync(api, "AFVIST")).GetInt32());
    }

    [Fact]
    public async Task What_is_tried_is_told_and_not_done()
    {
        var api = await seed.CopyAsync();
        const string Remove = """
            mutation($p: Boolean) {
              fjernAftale(aftale: "Målaftale 2025-26, Jobcenter Vestersø", proeve: $p) {
                revision { nummer } aendringer { art } fejl { kode }
              }
            }
            """;
        var tried = await api.AskAsync(Remove, new { p = true });
        Assert.Equal(JsonValueKind.Null, tried.At("fjernAftale", "revision").ValueKind);
        Assert.NotEmpty(tried.At("fjernAftale", "aendringer").EnumerateArray());
        var done = await api.AskAsync(Remove, new { p = false });
        Assert.Equal(2, done.At("fjernAftale", "revision", "nummer").GetInt32());
        Assert.Equal("IKKE_FUNDET", (await api.AskAsync(Remove, new { p = false })).At("fjernAftale", "fejl", 0, "kode").GetString());
    }

    /// <summary>
    /// Equal to null is what has no value: outside the hierarchy, without a kind within the kind; and nothing where all have one.
    /// </summary>
    [Fact]
    public async Task Null_means_one_thing_in_every_filter()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              alle: alleNoder { totalCount }
              uden: alleNoder(where: { niveau: { eq: null } }) { totalCount }
              med: alleNoder(where: { niveau: { neq: null } }) { totalCount }
              slags: alleNoder(where: { slags: { eq: null } }) { totalCount }
              flag: alleNoder(where: { henvist: { eq: null } }) { totalCount }
              flagIkke: alleNoder(where: { henvist: { neq: null } }) { totalCount }
              indsats: alleIndsatser(where: { art: { eq: null } }) { totalCount }
            }
            """
        );
        int Of(string name) => data.At(name, "totalCount").GetInt32();
        Assert.Equal(Of("alle"), Of("uden") + Of("med"));
        Assert.True(Of("uden") > 0 && Of("med") > 0);
        Assert.Equal((0, 0), (Of("slags"), Of("flag")));
        Assert.Equal(Of("alle"), Of("flagIkke"));
        Assert.True(Of("indsats") > 0);
    }

    [Fact]
    public async Task Each_agreement_has_its_scorecard_of_twelve_points()
    {
        var data = await seed.Api.AskAsync(
            "{ pointtavle(kommune: \"Guldborgsund\") { aftale { titel } points { nummer stand koder fund { kode sted { ordret } } } } }"
        );
        var points = data.At("pointtavle", 0, "points").EnumerateArray().ToList();
        Assert.Equal(12, points.Count);
        // Six of its effects have no indicator whose words say that it measures them; nothing shows whether there is room to judge.
        Assert.Equal("BRUDT", points[2].At("stand").GetString());
        Assert.Contains(points[2].At("fund").EnumerateArray(), f => f.At("kode").GetString() == "EFFEKT_UDEN_INDIKATOR");
        Assert.Equal("KAN_IKKE_SES", points[4].At("stand").GetString());
        Assert.All(points.SelectMany(p => p.At("fund").EnumerateArray()), f => Assert.NotEqual("", f.At("sted", "ordret").GetString()));
    }

    private static async Task<JsonElement> CountAsync(Api api, string status) =>
        (await api.AskAsync("query($s: KoblingStatus!) { alleKanter(where: { status: [$s] }) { totalCount } }", new { s = status })).At(
            "alleKanter",
            "totalCount"
        );
}

using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>The matrix of Vestersoe, counted in its three agreements.</summary>
public sealed class MatrixTests(SeedGraph seed)
{
    [Fact]
    public async Task Levels_by_centres_and_centres_by_centres()
    {
        var billede = (
            await seed.Api.AskAsync(
                """
                { maalbillede(kommune: "vestersoe") {
                    centre { navn antal center { titel } } felter { niveau slags navn antal center { noegle } }
                    koblinger { fraNavn tilNavn antal kanter { art } faelles { titel } fra { titel } til { titel } } } }
                """
            )
        ).At("maalbillede");
        Assert.Equal(
            ["Fælles 1", "Center for Arbejde og Uddannelse 12", "Center for Børn og Unge 15", "Center for Sundhed og Omsorg 13"],
            billede.At("centre").EnumerateArray().Select(c => $"{c.At("navn").GetString()} {c.At("antal")}")
        );
        Assert.Equal(
            [
                [1, 0, 0, 0, 0, 0],
                [0, 1, 2, 2, 3, 4],
                [1, 2, 2, 4, 2, 4],
                [0, 2, 2, 3, 2, 4],
            ],
            billede.At("felter").EnumerateArray().Select(f => f.At("antal").GetInt32()).Chunk(6)
        );
        // Each Koblinger field that names an effort, each Tværgående forpligtelse that names a centre; § 83 a is used by two.
        Assert.Equal(
            [
                "Center for Arbejde og Uddannelse – Center for Børn og Unge: 2 EKSPLICIT FORPLIGTELSE",
                "Center for Arbejde og Uddannelse – Center for Sundhed og Omsorg: 1 EKSPLICIT SEL § 83a",
                "Center for Børn og Unge – Center for Sundhed og Omsorg: 3 EKSPLICIT FORPLIGTELSE FORPLIGTELSE",
            ],
            billede
                .At("koblinger")
                .EnumerateArray()
                .Select(k =>
                    $"{k.At("fraNavn").GetString()} – {k.At("tilNavn").GetString()}: {k.At("antal")} "
                    + string.Join(' ', k.At("kanter").Texts("art").Order().Concat(k.At("faelles").Texts("titel")))
                )
        );
    }

    [Fact]
    public async Task All_municipalities_stand_side_by_side()
    {
        var answer = await seed.Api.AskAsync("{ a: maalbillede { centre { navn } } }");
        Assert.Contains("Center for Socialområdet", answer.At("a", "centre").Texts("navn"));
        Assert.Contains("Center for Handicap og Psykiatri", answer.At("a", "centre").Texts("navn"));
    }
}

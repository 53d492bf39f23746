using System.Text.Json;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>A whole operation is answered from the graph at a revision, and as it holds in a period.</summary>
public sealed class LookTests(SeedGraph seed)
{
    /// <summary>Documents come in the order of their names: Guldborgsund, Slagelse, then three of Vestersø.</summary>
    [Fact]
    public async Task At_a_revision_all_of_an_operation_is_as_it_was()
    {
        var data = await seed.Api.AskAsync(
            """
            query($r: Int!) @graf(revision: $r) {
              alleKommuner { nodes { titel } }
              kontrol(first: 500) { node { kommune } }
              soeg(tekst: "Udsattepolitikken") { totalCount }
              alleIndsatser { nodes { kommune bidrag { kommune } } }
              revisioner { nummer }
            }
            """,
            new { r = 1 }
        );
        Assert.Equal(["Guldborgsund Kommune"], data.At("alleKommuner").Titles());
        Assert.Equal(["guldborgsund"], data.At("kontrol").Texts("node", "kommune").Distinct());
        Assert.Equal(0, data.At("soeg", "totalCount").GetInt32());
        Assert.Equal(["guldborgsund"], data.At("alleIndsatser", "nodes").Texts("kommune").Distinct());
        Assert.Equal(["1"], data.At("revisioner").Texts("nummer"));
    }

    /// <summary>On 1 October 2016 the agreements of Guldborgsund and Slagelse are valid; on 1 March 2017 the former alone.</summary>
    [Theory]
    [InlineData("2016-10-01", "guldborgsund,slagelse")]
    [InlineData("2017-03-01", "guldborgsund")]
    [InlineData("2025-04-01", "vestersoe")]
    public async Task On_a_day_what_valid_agreements_state_is_all_there_is(string day, string kommuner)
    {
        var data = await seed.Api.AskAsync(
            """
            query($d: Dato!) @graf(gaelder: { dag: $d }) {
              alleIndsatser(order: { noegle: ASC }) { nodes { kommune bidrag { kommune } } }
              soeg(tekst: "borgere", first: 200) { nodes { kommune } }
              optaelling(efter: [KOMMUNE], where: { niveau: { gte: 0 } }) { grupper { noegler { noegle } } }
            }
            """,
            new { d = day }
        );
        var expected = kommuner.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, data.At("alleIndsatser", "nodes").Texts("kommune").Distinct().Order());
        Assert.Equal(expected, data.At("optaelling", "grupper").Texts("noegler", 0, "noegle").Order());
        Assert.Equal(expected, data.At("soeg", "nodes").Texts("kommune").Distinct().Order());
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_an_error()
    {
        var (message, code) = await seed.Api.ErrorAsync("query @graf(revision: 99) { alleAftaler { totalCount } }");
        Assert.Equal("UGYLDIGT_ARGUMENT", code);
        Assert.StartsWith("Der er ingen revision 99; den nyeste er 5.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_an_error() =>
        Assert.Contains(
            "slutter før det",
            (
                await seed.Api.ErrorAsync(
                    "query @graf(gaelder: { fra: \"2017-01-02\", til: \"2017-01-01\" }) { alleAftaler { totalCount } }"
                )
            ).Message,
            StringComparison.Ordinal
        );

    /// <summary>What the newest graph answers in memory is the same: the directive stands on the operation, not on the store.</summary>
    [Fact]
    public async Task In_memory_it_is_the_same()
    {
        const string Question = "query @graf(gaelder: { dag: \"2016-10-01\" }) { alleNoder { totalCount } alleKanter { totalCount } }";
        var memory = await seed.CopyAsync(inMemory: true);
        Assert.Equal(
            JsonSerializer.Serialize(await seed.Api.AskAsync(Question)),
            JsonSerializer.Serialize(await memory.AskAsync(Question))
        );
    }
}

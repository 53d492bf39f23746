using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>Scenarios stand beside the graph, in no revision.</summary>
public abstract class ScenarioContract(IEngine engine) : StoreContract(engine)
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 30, 0, 123, TimeSpan.Zero);

    [Fact]
    public async Task A_scenario_is_kept_whole_listed_by_name_replaced_and_taken_away()
    {
        var (vent, spar) = (
            new Scenario("Vent på »år 2«", ["k/bidrag/b=udskydes:P6M"], "anna", At),
            new Scenario("Spar", ["k/politik/å=bortfalder", "k/bidrag/b=aendres"], "bo", At.AddDays(1))
        );
        await Store.Scenarios.PutAsync(vent, Ct);
        await Store.Scenarios.PutAsync(spar, Ct);
        Assert.Equal(["Spar", "Vent på »år 2«"], (await Store.Scenarios.AllAsync(Ct)).Select(s => s.Name));
        AssertSame(vent, (await Store.Scenarios.AllAsync(Ct))[1]);

        var anew = spar with { Changes = ["k/politik/å=aendres"], Author = "cilla" };
        await Store.Scenarios.PutAsync(anew, Ct);
        AssertSame(anew, (await Store.Scenarios.AllAsync(Ct))[0]);

        Assert.True(await Store.Scenarios.RemoveAsync("Spar", Ct));
        Assert.False(await Store.Scenarios.RemoveAsync("Spar", Ct));
        AssertSame(vent, Assert.Single(await Store.Scenarios.AllAsync(Ct)));
    }

    [Fact]
    public async Task The_graph_and_its_revisions_are_as_they_were()
    {
        await PutAsync([Given.Node(NodeKind.Indsats, "Indsats A")]);
        await Store.Scenarios.PutAsync(new("Spar", ["k/x=bortfalder"], "anna", At), Ct);
        Assert.Equal(1, await Store.LatestAsync(Ct));
        Assert.Single((await (await Store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct)).Nodes);
        Assert.Empty(await Store.FaultsAsync(Ct));
    }

    private static void AssertSame(Scenario expected, Scenario actual)
    {
        Assert.Equal((expected.Name, expected.Author, expected.At), (actual.Name, actual.Author, actual.At));
        Assert.Equal(expected.Changes, actual.Changes);
    }
}

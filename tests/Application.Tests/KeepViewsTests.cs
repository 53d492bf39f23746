using Effektkaeder.Application.Scenarier;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Views that are saved beside a graph, in the place where scenarios are.</summary>
public sealed class KeepViewsTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Beside _beside = new();

    private KeepViews Views => new(_beside, TimeProvider.System);

    private KeepScenarios Scenarios => new(_beside, TimeProvider.System);

    [Fact]
    public async Task A_view_and_a_scenario_of_one_name_are_two()
    {
        await Scenarios.SaveAsync("spar", [Analysis.Paavirkning.Aendringsform.Read("k/bidrag/a", "bortfalder")], "anna", Ct);
        await Views.SaveAsync("Spar", "/koblinger?center=k", "bo", Ct);
        Assert.Equal("spar", Assert.Single(await Scenarios.AllAsync(Ct)).Name);
        Assert.Equal("/koblinger?center=k", (await Views.FindAsync("spar", Ct))!.Address);
        Assert.True(await Views.RemoveAsync("spar", Ct));
        Assert.NotNull(await Scenarios.FindAsync("spar", Ct));
    }

    [Fact]
    public async Task A_scenario_cannot_take_the_place_of_a_view()
    {
        await Views.SaveAsync("spar", "/maal", "bo", Ct);
        await Assert.ThrowsAsync<FormatException>(() =>
            Scenarios.SaveAsync("/spar", [Analysis.Paavirkning.Aendringsform.Read("k/bidrag/a", "bortfalder")], "anna", Ct)
        );
    }

    [Fact]
    public async Task There_are_so_many_and_no_more_but_one_that_is_there_is_put_anew()
    {
        for (var i = 0; i < 500; i++)
        {
            await Views.SaveAsync($"nummer {i}", $"/maal?slags={i}", "bo", Ct);
        }

        await Assert.ThrowsAsync<FormatException>(() => Views.SaveAsync("en til", "/maal", "bo", Ct));
        await Views.SaveAsync("nummer 7", "/maal?slags=bidrag", "bo", Ct);
        Assert.Equal("/maal?slags=bidrag", (await Views.FindAsync("nummer-7", Ct))!.Address);
    }

    private sealed class Beside : IScenarios
    {
        private readonly SortedDictionary<string, Scenario> _kept = new(StringComparer.Ordinal);

        public Task<IReadOnlyList<Scenario>> AllAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Scenario>>([.. _kept.Values]);

        public Task PutAsync(Scenario scenario, CancellationToken ct)
        {
            _kept[scenario.Name] = scenario;
            return Task.CompletedTask;
        }

        public Task<bool> RemoveAsync(string name, CancellationToken ct) => Task.FromResult(_kept.Remove(name));
    }
}

using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Scenarier;

/// <summary>What scenarios would do to a graph: each by itself, to be held side by side.</summary>
public sealed class TryScenario(IGraph graph)
{
    public async Task<Scenariesvar> TryAsync(Scenario scenario, Paavirkningsvalg valg, CancellationToken ct)
    {
        var changes = scenario.Changes.Select(Read).ToList();
        var there = (await graph.NodesAsync([.. changes.Select(c => c.Key).Distinct(StringComparer.Ordinal)], ct))
            .Select(n => n.Key)
            .ToHashSet(StringComparer.Ordinal);
        var known = changes.Where(c => there.Contains(c.Key)).ToList();
        return new(
            scenario,
            known,
            [.. changes.Select(c => c.Key).Where(key => !there.Contains(key))],
            known.Count == 0 ? null : await new AskImpact(graph).AskAsync(known, valg, ct)
        );
    }

    private static Aendring Read(string change)
    {
        var (key, form) = Aendringsform.Split(change);
        return Aendringsform.Read(key, form);
    }
}

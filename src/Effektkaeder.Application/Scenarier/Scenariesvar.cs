using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Scenarier;

/// <summary>What a scenario would do to a graph.</summary>
/// <param name="Aendringer">Its changes of what is in the graph.</param>
/// <param name="Ukendte">Keys that it names and the graph has not, or not any more: they do nothing.</param>
/// <param name="Paavirkning">What they touch; null where none of them is in the graph.</param>
public sealed record Scenariesvar(
    Scenario Scenario,
    IReadOnlyList<Aendring> Aendringer,
    IReadOnlyList<string> Ukendte,
    Paavirkningssvar? Paavirkning
);

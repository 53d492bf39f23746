using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Peers;

/// <summary>A layout engine under measure.</summary>
internal interface IEngine
{
    string Name { get; }

    /// <summary>Null when the engine can be run here, else what is missing.</summary>
    string? Missing { get; }

    /// <returns>Null when it gave no drawing within the time.</returns>
    Drawing? Draw(LayoutGraph graph, TimeSpan limit);
}

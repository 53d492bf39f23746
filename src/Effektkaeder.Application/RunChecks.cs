using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>The weak spots of the stored graph.</summary>
public sealed class RunChecks(IGraph graph)
{
    /// <param name="koder">Only these checks; none = all.</param>
    /// <param name="kommune">Only findings about this municipality's nodes.</param>
    /// <param name="aftale">Only findings about nodes that this agreement states.</param>
    public async Task<IReadOnlyList<Fund>> RunAsync(
        IReadOnlyCollection<string> koder,
        string? kommune,
        string? aftale,
        CancellationToken ct
    )
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        return
        [
            .. Kontroller
                .Run(udsnit, koder, ct)
                .Where(f =>
                    (kommune is null || f.Node.Kommune == kommune)
                    && (aftale is null || f.Node.Key == aftale || f.Node.Udsagn.Any(u => u.Aftale == aftale))
                ),
        ];
    }
}

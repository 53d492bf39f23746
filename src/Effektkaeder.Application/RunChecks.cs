using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>The weak spots of the stored graph.</summary>
public sealed class RunChecks(IGraph graph)
{
    /// <summary>The scorecard of one agreement, or of each that has been read.</summary>
    /// <param name="kommune">Only this municipality's agreements.</param>
    public async Task<IReadOnlyList<Pointtavle>> ScoreAsync(string? kommune, string? aftale, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var fund = Kontroller.Run(udsnit, null, ct);
        return
        [
            .. udsnit
                .Nodes.Where(n =>
                    n.Kind == NodeKind.Aftale
                    && (aftale is null ? !n.Henvist : n.Key == aftale)
                    && (kommune is null || n.Kommune == kommune)
                )
                .Select(a => Pointtavle.Of(a, [.. fund.Where(f => f.Node.Key == a.Key || f.Node.Udsagn.Any(u => u.Aftale == a.Key))])),
        ];
    }

    /// <summary>See <see cref="FindAsync"/>.</summary>
    public async Task<IReadOnlyList<Fund>> RunAsync(
        IReadOnlyCollection<string> koder,
        string? kommune,
        string? aftale,
        CancellationToken ct
    ) => [.. await FindAsync(koder, [], kommune, aftale, ct)];

    /// <summary>The findings, gravest first; each is found when it is taken.</summary>
    /// <param name="koder">Only these checks; none = all.</param>
    /// <param name="grader">Only findings so grave; none = all.</param>
    /// <param name="kommune">Only findings about this municipality's nodes.</param>
    /// <param name="aftale">Only findings about nodes that this agreement states.</param>
    public async Task<IEnumerable<Fund>> FindAsync(
        IReadOnlyCollection<string> koder,
        IReadOnlyCollection<Alvor> grader,
        string? kommune,
        string? aftale,
        CancellationToken ct
    )
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var whole = udsnit;
        if (aftale is not null)
        {
            var stated = (await graph.StatedByAsync(aftale, ct)).Nodes.Select(n => whole.IndexOf(n.Key)).OfType<int>().ToHashSet();
            // A finding may be about two, one of which another agreement of the municipality states.
            var own = whole.Find(aftale)?.Kommune;
            udsnit = whole.About(n => stated.Contains(n) || whole.KommuneOf(n) == own);
        }
        else if (kommune is not null)
        {
            udsnit = whole.About(n => whole.KommuneOf(n) == kommune);
        }

        return Kontroller
            .Find(udsnit, koder, grader, ct)
            .Where(f =>
                (kommune is null || f.Node.Kommune == kommune)
                && (aftale is null || f.Node.Key == aftale || f.Node.Udsagn.Any(u => u.Aftale == aftale))
            );
    }
}

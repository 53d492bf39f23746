using Effektkaeder.Analysis;
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
        var whole = await graph.SelectAsync(Selection.Whole, ct);
        List<Node> aftaler =
        [
            .. whole
                .NodesOf(NodeKind.Aftale)
                .Where(n => (aftale is null ? !n.Henvist : n.Key == aftale) && (kommune is null || n.Kommune == kommune)),
        ];
        var asked = aftale is null && kommune is null ? whole : await AboutAsync(whole, aftaler, ct);
        var fund = Kontroller
            .Run(asked, null, ct)
            .SelectMany(f => f.Node.Udsagn.Select(u => u.Aftale).Append(f.Node.Key).Distinct(StringComparer.Ordinal).Select(a => (a, f)))
            .ToLookup(p => p.a, p => p.f, StringComparer.Ordinal);
        return [.. aftaler.Select(a => Pointtavle.Of(a, [.. fund[a.Key]]))];
    }

    /// <summary>
    /// What some agreements state, and their municipalities: a finding may be about two, one of which another agreement states.
    /// </summary>
    private async Task<Udsnit> AboutAsync(Udsnit whole, IReadOnlyList<Node> aftaler, CancellationToken ct)
    {
        var (stated, own) = (new HashSet<int>(), aftaler.Select(a => a.Kommune).ToHashSet(StringComparer.Ordinal));
        foreach (var aftale in aftaler)
        {
            stated.UnionWith((await graph.StatedByAsync(aftale.Key, ct)).Nodes.Select(n => whole.IndexOf(n.Key)).OfType<int>());
        }

        return whole.About(n => stated.Contains(n) || own.Contains(whole.KommuneOf(n)));
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
        var whole = await graph.SelectAsync(Selection.Whole, ct);
        var udsnit = whole;
        if (aftale is not null)
        {
            udsnit = await AboutAsync(whole, whole.Find(aftale) is { } named ? [named] : [], ct);
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

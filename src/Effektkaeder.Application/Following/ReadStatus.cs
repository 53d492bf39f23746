using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>How a node stands, with what stands under it.</summary>
/// <param name="Under">What stands below in the hierarchy, level by level.</param>
/// <param name="Udviklinger">Of the indicators among them that have been measured.</param>
public sealed record Stillingssvar(Stilling Stilling, IReadOnlyList<Stilling> Under, IReadOnlyList<Udvikling> Udviklinger);

/// <summary>Green, amber, red or unknown, with the reason and the day.</summary>
public sealed class ReadStatus(IGraph graph)
{
    public async Task<Stillingssvar> ReadAsync(Node node, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(new Selection([node.Key]) { Way = Way.Down }, ct);
        var judge = new Stillingsdommer(udsnit);
        List<Node> below = [.. Slaegt.Below(udsnit, [node]).OrderBy(n => n.Kind.LevelOrder()).ThenBy(n => n.Key, StringComparer.Ordinal)];
        var indicators = below.Prepend(node).Where(n => n.Kind == NodeKind.Indikator);
        return new(
            judge.Of(udsnit.Find(node.Key) ?? node),
            [.. below.Select(judge.Of)],
            [.. indicators.Select(i => Udvikling.Of(udsnit, i)).Where(u => u.Punkter.Count > 0)]
        );
    }

    /// <summary>Every effort, contribution and effect of the graph, the worst first, those that nobody has told of last.</summary>
    /// <exception cref="TooManyException">They are more than anybody reads.</exception>
    public async Task<IReadOnlyList<Stilling>> AllAsync(CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var judge = new Stillingsdommer(udsnit);
        return
        [
            .. TooManyException
                .Efforts(udsnit)
                .Select(n => udsnit.Nodes[n])
                .Where(n => !n.Henvist)
                .Select(judge.Of)
                .OrderBy(s =>
                    s.Farve switch
                    {
                        Farve.Roed => 0,
                        Farve.Gul => 1,
                        Farve.Groen => 2,
                        _ => 3,
                    }
                )
                .ThenBy(s => s.Node.Kind.LevelOrder())
                .ThenBy(s => s.Node.Key, StringComparer.Ordinal),
        ];
    }
}

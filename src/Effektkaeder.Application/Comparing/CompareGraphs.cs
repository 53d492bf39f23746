using System.Runtime.CompilerServices;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Asking;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Comparing;

/// <summary>A comparison, and the two graphs that it was made of.</summary>
public sealed record Sammenholdt(Forskel Forskel, IGraph Foer, IGraph Efter);

/// <summary>What differs between two sides: revisions, days, editions, years of a unit's agreements, agreements, municipalities.</summary>
public sealed class CompareGraphs(IGraphStore store)
{
    /// <exception cref="UnknownRevisionException">There is no such revision.</exception>
    /// <exception cref="FormatException">There is no such edition; the message is for the user.</exception>
    public async Task<Sammenholdt> CompareAsync(Side fra, Side til, CancellationToken ct)
    {
        var (before, after) = (await GraphAsync(fra, ct), await GraphAsync(til, ct));
        var (foer, efter) = (await PartAsync(before, fra, ct), await PartAsync(after, til, ct));
        if (fra.Kommune is { } a && til.Kommune is { } b && a != b)
        {
            // What two municipalities say alike is recognised as if it were said in one.
            foer = Udsnit.Of(foer.Nodes.Select(n => n.Kommune == a ? n with { Kommune = b } : n), foer.Edges);
        }

        return new(Sammenligning.Of(foer, efter, new(ct), await ReplacedAsync(til, ct)), before, after);
    }

    /// <summary>What it touches that something is gone or told otherwise; null where nothing is.</summary>
    public static async Task<Paavirkningssvar?> TouchedByChangesAsync(Sammenholdt sammenholdt, CancellationToken ct) =>
        await AskAsync(
            sammenholdt.Foer,
            sammenholdt
                .Forskel.Noder.Where(f => f.Foer is not null)
                .Select(f => new Aendring(f.Foer!.Key, f.Efter is null ? AendringArt.Bortfalder : AendringArt.Aendres)),
            ct
        );

    /// <summary>What that touches which is new.</summary>
    public static async Task<Paavirkningssvar?> TouchedByNewAsync(Sammenholdt sammenholdt, CancellationToken ct) =>
        await AskAsync(
            sammenholdt.Efter,
            sammenholdt.Forskel.Noder.Where(f => f.Art == Forskelsart.Ny).Select(f => new Aendring(f.Efter!.Key, AendringArt.Aendres)),
            ct
        );

    private static async Task<Paavirkningssvar?> AskAsync(IGraph graph, IEnumerable<Aendring> changes, CancellationToken ct) =>
        changes.ToList() is { Count: > 0 } all ? await new AskImpact(graph).AskAsync(all, new(), ct) : null;

    /// <summary>Who took whose place, as the later side's revision knows it, whatever is valid then.</summary>
    private async Task<IEnumerable<(string Ny, string Gammel)>> ReplacedAsync(Side til, CancellationToken ct)
    {
        var graph = await store.AtAsync(til.Udsyn.Revision, ct);
        var replacing = new Walk([EdgeType.Afloeser], Direction.Out, []);
        var successors = await graph.QueryAsync(
            new(
                new NodeFilter.All([
                    new NodeFilter.KindIn([NodeKind.Organisation]),
                    new NodeFilter.Related(replacing, Quantifier.Some, null),
                ]),
                [],
                Page.Everything
            ),
            ct
        );
        var keys = successors.Items.Select(n => n.Key).ToList();
        return (await graph.ExpandAsync(new(keys, replacing, null, [], Page.Everything), ct))
            .SelectMany(former => former.Items)
            .Select(n => (n.Edge.From, n.Edge.To));
    }

    private async Task<IGraph> GraphAsync(Side side, CancellationToken ct)
    {
        var graph = await store.LookAtAsync(side.Udsyn, ct);
        return side is { Aftale: { } aftale, Udgave: { } edition } ? await EditionAsync(graph, aftale, edition, ct) : graph;
    }

    /// <summary>An agreement's editions that the store has, the newest first, each as the graph last was in it.</summary>
    public async IAsyncEnumerable<(int? Udgave, IGraph Graph)> EditionsAsync(
        IGraph graph,
        Node aftale,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var oldest = Edition(aftale);
        yield return (oldest, graph);
        for (var number = graph.Revision - 1; number > 0 && oldest > 1; number--)
        {
            var then = await store.AtAsync(number, ct);
            if ((await then.NodesAsync([aftale.Key], ct)).FirstOrDefault() is not { } node)
            {
                break;
            }

            if (Edition(node) is { } edition && edition < oldest)
            {
                oldest = edition;
                yield return (edition, then);
            }
        }
    }

    private static int? Edition(Node aftale) => int.TryParse(aftale.Indhold[Egenskaber.Udgave], out var edition) ? edition : null;

    /// <summary>The last revision in which an agreement was in this edition.</summary>
    private async Task<IGraph> EditionAsync(IGraph graph, string aftale, int edition, CancellationToken ct)
    {
        if ((await graph.NodesAsync([aftale], ct)).FirstOrDefault() is { } now)
        {
            await foreach (var (number, then) in EditionsAsync(graph, now, ct))
            {
                if (number == edition)
                {
                    return then;
                }
            }
        }

        throw new FormatException($"»{aftale}« har ingen {edition}. udgave i lageret.");
    }

    private static async Task<Udsnit> PartAsync(IGraph graph, Side side, CancellationToken ct) =>
        Udsagnsdel.Of(await graph.SelectAsync(Selection.Whole, ct), side.Aftale, side.Center, side.Kommune);
}

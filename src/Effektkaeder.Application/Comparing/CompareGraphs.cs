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

        return new(Sammenligning.Of(foer, efter), before, after);
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

    private async Task<IGraph> GraphAsync(Side side, CancellationToken ct)
    {
        var graph = await store.LookAtAsync(side.Udsyn, ct);
        return side is { Aftale: { } aftale, Udgave: { } edition } ? await EditionAsync(graph, aftale, edition, ct) : graph;
    }

    /// <summary>The last revision in which an agreement was in this edition.</summary>
    private async Task<IGraph> EditionAsync(IGraph graph, string aftale, int edition, CancellationToken ct)
    {
        for (var number = graph.Revision; number > 0; number--)
        {
            var then = await store.AtAsync(number, ct);
            if ((await then.NodesAsync([aftale], ct)).FirstOrDefault()?.Indhold[Egenskaber.Udgave] is not { } text)
            {
                continue;
            }

            if (int.TryParse(text, out var found) && found == edition)
            {
                return then;
            }

            if (found < edition)
            {
                break;
            }
        }

        throw new FormatException($"»{aftale}« har ingen {edition}. udgave i lageret.");
    }

    private static async Task<Udsnit> PartAsync(IGraph graph, Side side, CancellationToken ct)
    {
        var whole = await graph.SelectAsync(Selection.Whole, ct);
        if (side is { Aftale: null, Center: null, Kommune: null })
        {
            return whole;
        }

        return Udsnit.Of(whole.Nodes.Select(n => Left(n, side)).OfType<Node>(), whole.Edges.Select(e => Left(e, side)).OfType<Edge>());
    }

    /// <summary>What the side says of a node; null where it says nothing.</summary>
    private static Node? Left(Node node, Side side)
    {
        // An agreement's own node tells how it was read, and all else is what is compared.
        if (side.Kommune is { } kommune && node.Kommune != kommune || side.Aftale is not null && node.Kind == NodeKind.Kommune)
        {
            return null;
        }

        var said = node.Udsagn.Where(u => Says(side, u.Aftale, u.Center)).ToList();
        return said.Count == node.Udsagn.Count ? node
            : said.Count == 0 ? null
            : Node.Of(node.Key, node.Kind, node.Kommune, said);
    }

    private static Edge? Left(Edge edge, Side side)
    {
        var said = edge.Udsagn.Where(u => Says(side, u.Aftale, u.Center)).ToList();
        return said.Count == edge.Udsagn.Count ? edge
            : said.Count == 0 ? null
            : Edge.Of(edge.Type, edge.From, edge.To, edge.Art, said, edge.Afgoerelse);
    }

    private static bool Says(Side side, string aftale, string? center) =>
        (side.Aftale is null || side.Aftale == aftale) && (side.Center is null || side.Center == center);
}

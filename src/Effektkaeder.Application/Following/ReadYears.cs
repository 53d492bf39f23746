using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Aarraekker;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Application.Comparing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>A unit's agreements in a row.</summary>
public sealed record Enhedsaar(Aarraekke Raekke)
{
    /// <summary>What the unit has been called, in order, each from the year that it is first called so.</summary>
    public IReadOnlyList<Enhedsnavn> Navne
    {
        get
        {
            var names = new List<Enhedsnavn>();
            foreach (var column in Raekke.Aargange.Where(a => a.Enhed.Length > 0 && names.LastOrDefault()?.Navn != a.Enhed))
            {
                names.Add(new(column.Enhed, column.Fra));
            }

            return names;
        }
    }
}

/// <param name="Fra">The first day of the first agreement that calls it so; null where that has none.</param>
public sealed record Enhedsnavn(string Navn, DateOnly? Fra);

/// <summary>The years of an agreement, or of a goal in each unit that has it.</summary>
/// <param name="Om">What was asked about.</param>
/// <param name="Enheder">By the first year, then name.</param>
public sealed record Aarssvar(Node Om, IReadOnlyList<Enhedsaar> Enheder);

/// <summary>An agreement's editions and years in a row, and a goal's life through them, whatever the unit was called.</summary>
public sealed class ReadYears(IGraphStore store, IGraph graph)
{
    /// <summary>What has years.</summary>
    public static readonly IReadOnlyList<NodeKind> Kinds = [NodeKind.Aftale, .. Aarraekke.Kinds];

    private static readonly Walk Replacing = new([EdgeType.Afloeser], Direction.Either, []);

    private IReadOnlyList<Node>? _agreements;

    /// <exception cref="FormatException">It is stated by no agreement that is read; the message is for the user.</exception>
    public async Task<Aarssvar> ReadAsync(Node om, CancellationToken ct)
    {
        var agreements =
            om.Kind == NodeKind.Aftale
                ? [om]
                : await graph.NodesAsync([.. om.Udsagn.Where(u => !u.Indhold.Henvist).Select(u => u.Aftale)], ct);
        var (rows, read) = (new List<Enhedsaar>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var aftale in agreements.Where(IsRead).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            if (read.Contains(aftale.Key))
            {
                continue;
            }

            var row = await RowAsync(aftale, ct);
            read.UnionWith(row.Aargange.Select(a => a.Aftale.Key));
            rows.Add(new(om.Kind == NodeKind.Aftale ? row : row.Only(new HashSet<string>([om.Key], StringComparer.Ordinal))));
        }

        return rows.Count > 0
            ? new(om, [.. rows.OrderBy(r => r.Raekke.Aargange[0].Fra).ThenBy(r => r.Raekke.Aargange[0].Enhed, StringComparer.Ordinal)])
            : throw new FormatException($"»{om.Titel}« er kun nævnt: ingen aftale, der er indlæst, angiver det.");
    }

    /// <summary>All editions of all agreements of the same type that the same unit has made, under whichever name.</summary>
    private async Task<Aarraekke> RowAsync(Node aftale, CancellationToken ct)
    {
        var units = await UnitsAsync(aftale, ct);
        _agreements ??= (await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Aftale]), [], Page.Everything), ct)).Items;
        var same = _agreements
            .Where(a => IsRead(a) && a.Kommune == aftale.Kommune && a.Indhold.Art == aftale.Indhold.Art)
            .Where(a => a.Key == aftale.Key || (UnitKey(a) is { } unit && units.Contains(unit)))
            .OrderBy(a => a.Indhold.Dag(Egenskaber.PeriodeFra))
            .ThenBy(a => a.Key, StringComparer.Ordinal);
        var columns = new List<(Aargang, Udsnit)>();
        var compare = new CompareGraphs(store);
        foreach (var one in same)
        {
            await foreach (var (edition, then) in compare.EditionsAsync(graph, one, ct).Reverse().WithCancellation(ct))
            {
                var (nodes, edges) = await then.StatedByAsync(one.Key, ct);
                var now = (await then.NodesAsync([one.Key], ct)).FirstOrDefault() ?? one;
                columns.Add((new(now, Unit(now), edition, then.Revision), Udsagnsdel.Of(Udsnit.Of(nodes, edges), one.Key)));
            }
        }

        return Aarraekke.Of(columns);
    }

    /// <summary>The unit's keys: its own, and those whose place it took or that took its place.</summary>
    private async Task<HashSet<string>> UnitsAsync(Node aftale, CancellationToken ct)
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        List<string> next = UnitKey(aftale) is { } own ? [own] : [];
        while (next.Count > 0)
        {
            units.UnionWith(next);
            var known = (await graph.NodesAsync(next, ct)).Select(n => n.Key).ToList();
            var slices = await graph.ExpandAsync(new(known, Replacing, null, [], Page.Everything), ct);
            next =
            [
                .. slices.SelectMany(s => s.Items).Select(n => n.Node.Key).Where(k => !units.Contains(k)).Distinct(StringComparer.Ordinal),
            ];
        }

        return units;
    }

    /// <summary>"Målaftale 2016-18, Socialpsykiatrien": an agreement is called by its type and period, and then its unit.</summary>
    private static string Unit(Node aftale) =>
        aftale.Titel.IndexOf(", ", StringComparison.Ordinal) is > 0 and var at ? aftale.Titel[(at + 2)..] : "";

    private static string? UnitKey(Node aftale) =>
        Unit(aftale) is { Length: > 0 } unit ? NodeKeys.Shared(aftale.Kommune, NodeKind.Organisation, unit) : null;

    private static bool IsRead(Node node) => node.Kind == NodeKind.Aftale && !node.Henvist;
}

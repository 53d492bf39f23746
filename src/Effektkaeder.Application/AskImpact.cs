using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>What changes touch: the store selects, the analysis judges.</summary>
public sealed class AskImpact(IGraph graph)
{
    public async Task<Paavirkningssvar> AskAsync(IReadOnlyList<Aendring> aendringer, Paavirkningsvalg valg, CancellationToken ct)
    {
        var keys = aendringer.Select(a => a.Key).Distinct(StringComparer.Ordinal).ToList();
        var selection = new Selection(keys, valg.Koblingshop)
        {
            Way = valg.Retning switch
            {
                Retning.Ned => Way.Down,
                Retning.Op => Way.Up,
                _ => Way.Both,
            },
            Types = valg.Kanttyper ?? [],
        };
        // What is selected tells the kinds of what was asked for too: a server is not asked for those first.
        var udsnit = await graph.SelectAsync(selection, ct);
        if (await AnsweredForAsync(udsnit, keys, ct) is { Count: > 0 } answered)
        {
            selection = selection with { Keys = [.. keys, .. answered] };
            udsnit = await graph.SelectAsync(selection, ct);
        }

        while (await SupportingAsync(udsnit, valg.Retning, ct) is { Count: > 0 } beyond)
        {
            selection = selection with { Keys = [.. selection.Keys, .. beyond] };
            udsnit = await graph.SelectAsync(selection, ct);
        }

        return Paavirkningsanalyse.Judge(udsnit, aendringer, valg, ct, await StatedAsync(aendringer, ct));
    }

    /// <summary>What the agreements that fall state: the store knows, and a whole graph is not looked through for it.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> StatedAsync(
        IReadOnlyList<Aendring> aendringer,
        CancellationToken ct
    )
    {
        if (graph.AtHand is not { } atHand)
        {
            return null;
        }

        var stated = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var aendring in aendringer.Where(a => a.Art == AendringArt.Bortfalder))
        {
            if (atHand.Node(aendring.Key) is { Kind: NodeKind.Aftale } aftale && !stated.ContainsKey(aftale.Key))
            {
                stated[aftale.Key] = [.. (await graph.StatedByAsync(aftale.Key, ct)).Nodes.Select(n => n.Key)];
            }
        }

        return stated;
    }

    /// <summary>Refuses a day that something cannot be postponed to, before the changes are kept.</summary>
    /// <exception cref="UdskydelseException">There is one.</exception>
    public Task RefuseImpossibleAsync(IReadOnlyList<Aendring> aendringer, CancellationToken ct) =>
        aendringer.Any(a => a.Dag is not null) ? AskAsync(aendringer, new(), ct) : Task.CompletedTask;

    /// <summary>Where the vertical line leads out of what was selected along hierarchy and couplings.</summary>
    private async Task<IReadOnlyList<string>> SupportingAsync(Udsnit udsnit, Retning retning, CancellationToken ct)
    {
        if (udsnit.IsWhole || graph.AtHand is not null)
        {
            return [];
        }

        var direction = retning switch
        {
            Retning.Ned => Direction.In,
            Retning.Op => Direction.Out,
            _ => Direction.Either,
        };
        var found = await AroundAsync([.. udsnit.Nodes.Select(n => n.Key)], [EdgeType.Understoetter], direction, ct);
        return [.. found.Where(key => udsnit.IndexOf(key) is null)];
    }

    /// <summary>
    /// The roles and units under those of the change set, and what they answer for: a graph that selects by the walk along hierarchy and
    /// couplings would leave them out.
    /// </summary>
    private async Task<IReadOnlyList<string>> AnsweredForAsync(Udsnit udsnit, IReadOnlyList<string> keys, CancellationToken ct)
    {
        if (graph.AtHand is not null)
        {
            return [];
        }

        var units = keys.Where(k => udsnit.Find(k)?.Kind is NodeKind.Rolle or NodeKind.Organisation).ToHashSet(StringComparer.Ordinal);
        for (var next = units.ToList(); next.Count > 0; next = [.. next.Where(units.Add)])
        {
            next = await AroundAsync(next, [EdgeType.HoererUnder], Direction.In, ct);
        }

        return units.Count == 0 ? [] : [.. units, .. await AroundAsync([.. units], Ansvar.Types, Direction.Out, ct)];
    }

    private async Task<List<string>> AroundAsync(
        IReadOnlyList<string> keys,
        IReadOnlyList<EdgeType> types,
        Direction direction,
        CancellationToken ct
    ) =>
        [
            .. (await graph.ExpandAsync(new(keys, new(types, direction, []), null, [], Page.Everything), ct))
                .SelectMany(s => s.Items.Select(n => n.Node.Key))
                .Distinct(StringComparer.Ordinal),
        ];
}

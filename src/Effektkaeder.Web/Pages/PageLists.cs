using Effektkaeder.Application.Asking;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Pages;

/// <summary>The short lists that several pages choose from.</summary>
internal static class PageLists
{
    /// <summary>A choice among more than these is no list to choose from; search finds them.</summary>
    private const int Most = 500;

    /// <summary>Agreements that have been read, by title.</summary>
    public static async Task<Slice<Node>> AgreementsAsync(IGraph graph, int? first, Cursor? after, CancellationToken ct)
    {
        var read = new NodeFilter.All([new NodeFilter.KindIn([NodeKind.Aftale]), new NodeFilter.Flag(FlagField.Henvist, false)]);
        return await graph.QueryAsync(new(read, [new(OrderField.Titel)], new(First: first, After: after), Count: true), ct);
    }

    /// <summary>
    /// Centres that have an agreement, by municipality and title. Where two have one name, each says which municipality it is of.
    /// </summary>
    public static async Task<IReadOnlyList<CenterChoice>> CentresAsync(IGraph graph, CancellationToken ct)
    {
        var agreements = (await AgreementsAsync(graph, Most, null, ct)).Items;
        var keys = agreements.SelectMany(a => a.Udsagn).Select(u => u.Center).OfType<string>().Distinct(StringComparer.Ordinal);
        var centres = await graph.NodesAsync([.. keys], ct);
        var shared = centres.CountBy(c => c.Titel).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var kommuner = shared.Count == 0 ? [] : await graph.NodesAsync([.. centres.Select(c => c.Kommune).Distinct()], ct);
        var names = kommuner.ToDictionary(k => k.Key, k => k.Titel, StringComparer.Ordinal);
        return
        [
            .. centres
                .OrderBy(c => c.Kommune, StringComparer.Ordinal)
                .ThenBy(c => Domain.Tekst.SortKey.Of(c.Titel), StringComparer.Ordinal)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new CenterChoice(
                    c.Key,
                    shared.Contains(c.Titel) ? $"{c.Titel}, {names.GetValueOrDefault(c.Kommune, c.Kommune)}" : c.Titel
                )),
        ];
    }

    /// <summary>Who answers for anything, by title: organisations, roles and persons.</summary>
    public static async Task<IReadOnlyList<Node>> AnsvarligeAsync(IGraph graph, CancellationToken ct)
    {
        var answers = new NodeFilter.All([
            new NodeFilter.KindIn([NodeKind.Organisation, NodeKind.Rolle]),
            new NodeFilter.Related(new([EdgeType.AnsvarligFor], Direction.Out, []), Quantifier.Some, null),
        ]);
        return (await graph.QueryAsync(new(answers, [new(OrderField.Titel)], new(First: Most)), ct)).Items;
    }

    /// <summary>From the first day that an agreement is valid to the last; null where none says.</summary>
    public static async Task<Periode?> DaysAsync(IGraph graph, CancellationToken ct)
    {
        var agreements = (await AgreementsAsync(graph, Most, null, ct)).Items;
        var days = agreements.SelectMany(a => new[] { Egenskaber.PeriodeFra, Egenskaber.PeriodeTil }.Select(a.Indhold.Dag)).ToList();
        return days.Min() is { } first && days.Max() is { } last && first < last ? new(first, last) : null;
    }

    public static async Task<IReadOnlyList<Node>> KommunerAsync(IGraph graph, CancellationToken ct) =>
        (await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Kommune]), [new(OrderField.Titel)], new(First: Most)), ct)).Items;
}

/// <summary>A centre to choose.</summary>
/// <param name="Titel">Told apart from the others of the list.</param>
public sealed record CenterChoice(string Key, string Titel);

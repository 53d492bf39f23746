using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Asking;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>
/// The conditions of <c>where</c> that no engine tells: each is looked up, and stands as the keys of the nodes that fulfil it.
/// </summary>
internal static class Lookups
{
    /// <summary>Stands for a condition that has been looked up: a list of keys.</summary>
    public const string Found = "#";

    private const int MaxDepth = 50;

    private static readonly string[] TimeNames = ["indenFor", "foer", "efter", "forekomst"];

    /// <summary>The conditions on one property, and the kinds that have it.</summary>
    private static readonly Dictionary<string, (NodeKind Kind, string Name)> Properties = new(StringComparer.Ordinal)
    {
        ["person"] = (NodeKind.Rolle, Egenskaber.Person),
        ["trin"] = (NodeKind.Maalgruppe, Egenskaber.Trin),
        ["modtager"] = (NodeKind.Opfoelgning, Egenskaber.Til),
        ["forloeb"] = (NodeKind.Opfoelgning, Egenskaber.Forloeb),
        ["tilstand"] = (NodeKind.Maaling, Egenskaber.Tilstand),
        ["sigt"] = (NodeKind.Effekt, Egenskaber.Sigt),
    };

    public static bool IsOne(string name, object? value) =>
        value is not null
        && (
            name is "under" or "over" or "felt" or "periode" or "underskrevet"
            || Properties.ContainsKey(name)
            || (name == "tid" && value is Dict times && TimeNames.Any(t => times.GetValueOrDefault(t) is not null))
        );

    /// <summary>The keys of the nodes that fulfil a condition.</summary>
    public static async Task<IReadOnlyList<object?>> FindAsync(BatchContext context, string name, object value)
    {
        var (graph, ct) = (await context.GraphAsync(), context.CancellationToken);
        return name switch
        {
            "under" or "over" => await AlongAsync(context, (Dict)value, name == "under" ? Direction.Out : Direction.In),
            "felt" => await FindKeys.HavingAsync(graph, null, Felt((Dict)value), ct),
            "periode" => await AftalerAsync(n => (n.Indhold.Dag(Egenskaber.PeriodeFra), n.Indhold.Dag(Egenskaber.PeriodeTil))),
            "underskrevet" => await AftalerAsync(n => (n.Indhold.Dag(Egenskaber.Underskrevet), n.Indhold.Dag(Egenskaber.Underskrevet))),
            "tid" => await FindKeys.HavingAsync(graph, Around((Dict)value), n => n.Indhold.Tider.Any(t => Times((Dict)value, t)), ct),
            _ => await FindKeys.HavingAsync(graph, Kind(Properties[name].Kind), Property(Properties[name].Name, value), ct),
        };

        Task<IReadOnlyList<string>> AftalerAsync(Func<Node, (DateOnly? From, DateOnly? To)> days) =>
            FindKeys.HavingAsync(
                graph,
                Kind(NodeKind.Aftale),
                n => days(n) is var (from, to) && (from ?? to) is not null && Spans((Dict)value, from, to),
                ct
            );
    }

    private static async Task<IReadOnlyList<string>> AlongAsync(BatchContext context, Dict kin, Direction direction)
    {
        var depth = kin.GetValueOrDefault("dybde") as int?;
        if (depth is { } given)
        {
            Filters.Bounded("dybde", given, MaxDepth);
        }

        var start = await Named.NodeAsync(context, (string)kin["node"]!);
        return await FindKeys.AlongAsync(await context.GraphAsync(), start.Key, direction, depth, context.CancellationToken);
    }

    private static Func<Node, bool> Felt(Dict felt)
    {
        var label = felt.GetValueOrDefault("label") is string given ? Fold.Of(given.Trim()) : null;
        var states = Filters.List<Feltstatus>(felt.GetValueOrDefault("status"));
        var text = TextTest.Of(felt.GetValueOrDefault("tekst") as Dict ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        return n =>
            n.Udsagn.Any(u =>
                u.Felter.Any(f =>
                    (label is null || Fold.Of(f.Label) == label)
                    && (states.Count == 0 || states.Contains(f.Status) || f.Dele.Any(d => states.Contains(d.Status)))
                    && text(f.Tekst.Length == 0 ? null : f.Tekst)
                )
            );
    }

    private static Func<Node, bool> Property(string name, object value)
    {
        if (value is Dict operators)
        {
            var text = TextTest.Of(operators);
            return n => text(n.Indhold[name]);
        }

        var wanted = ((IReadOnlyList<object?>)value).Select(v => v?.ToString()!.ToLowerInvariant()).ToHashSet();
        return n => wanted.Contains(n.Indhold[name]);
    }

    private static NodeFilter Kind(NodeKind kind) => new NodeFilter.KindIn([kind]);

    /// <summary>What the engine can tell of the times that are asked for: the days that they share.</summary>
    private static NodeFilter? Around(Dict times) =>
        times.GetValueOrDefault("forekomst") is not null ? null
        : times.GetValueOrDefault("indenFor") is Dict period && Periods.Read(period) is var within
            ? new NodeFilter.Overlaps(within.Fra, within.Til)
        : new NodeFilter.Overlaps(times.GetValueOrDefault("efter") as DateOnly?, times.GetValueOrDefault("foer") as DateOnly?);

    /// <summary>Whether one time fulfils all that is asked of times.</summary>
    private static bool Times(Dict times, Domain.Tid.Tidsudtryk tid) =>
        times.All(t =>
            (t.Key, t.Value) switch
            {
                ("indenFor", Dict period) => Tidspunkter.IsWithin(tid, Periods.Read(period)),
                ("foer", DateOnly day) => Tidspunkter.IsBefore(tid, day),
                ("efter", DateOnly day) => Tidspunkter.IsAfter(tid, day),
                ("forekomst", Dict period) => Tidspunkter.Falls(tid, Periods.Read(period)),
                _ => true,
            }
        ) && (!Shared(times) || (tid.HarInterval && Spans(times, tid.Fra, tid.Til)));

    private static bool Shared(Dict times) => times.Any(t => t.Value is not null && !TimeNames.Contains(t.Key));

    /// <summary>Whether an interval fulfils all that is asked of times.</summary>
    private static bool Spans(Dict times, DateOnly? from, DateOnly? to) =>
        times.All(t =>
            (t.Key, t.Value) switch
            {
                (_, null) => true,
                ("fra", DateOnly day) => to is null || to >= day,
                ("til", DateOnly day) => from is null || from <= day,
                ("gt", DateOnly day) => to is null || to > day,
                ("gte", DateOnly day) => to is null || to >= day,
                ("lt", DateOnly day) => from is null || from < day,
                ("lte", DateOnly day) => from is null || from <= day,
                ("indenFor", Dict period) => Periods.Read(period).Holds(from, to),
                ("foer", DateOnly day) => to < day,
                ("efter", DateOnly day) => from > day,
                ("forekomst", Dict period) => Periods.Read(period).Overlaps(from, to),
                _ => true,
            }
        );
}

using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Analysis.Kritiske;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Values;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>
/// Lists over the whole graph that come ranked or filtered: what carries most, edges; and how any list is cut where that is asked.
/// </summary>
internal static class ListFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "kritiske", async c => [await CriticalAsync(c)]);
        b.Field<Udvalg<Kritisk>>("Kritiskesvar", "totalCount", u => u.Total);
        b.Field<Udvalg<Kritisk>>("Kritiskesvar", "harFlere", u => u.HarFlere);
        b.Field<Udvalg<Kritisk>>("Kritiskesvar", "kritiske", u => u.Valgte);
        b.Properties<Kritisk>();

        b.Field("Query", "alleKanter", async c => [await EdgesAsync(c)]);
        b.Field<Udvalg<Edge>>("Kantsvar", "totalCount", u => u.Total);
        b.Field<Udvalg<Edge>>("Kantsvar", "harFlere", u => u.HarFlere);
        b.Field<Udvalg<Edge>>("Kantsvar", "kanter", u => u.Valgte);
    }

    /// <summary>The findings that arguments ask for; none after the last of them is looked for.</summary>
    public static IReadOnlyList<Fund> Of(IEnumerable<Fund> all, Arguments arguments)
    {
        var slags = Given<NodeKind>(arguments, "slags");
        return Udvalg.Cut(all.Where(f => slags.Count == 0 || slags.Contains(f.Node.Kind)), arguments);
    }

    /// <summary>The touched nodes that arguments ask for.</summary>
    public static IReadOnlyList<Beroert> Of(IReadOnlyList<Beroert> all, Arguments arguments)
    {
        var (fates, slags) = (Given<Konsekvens>(arguments, "konsekvenser"), Given<NodeKind>(arguments, "slags"));
        return Udvalg
            .Of(
                all.Where(t => (fates.Count == 0 || fates.Contains(t.Konsekvens)) && (slags.Count == 0 || slags.Contains(t.Node.Kind))),
                arguments
            )
            .Valgte;
    }

    private static async Task<Udvalg<Kritisk>> CriticalAsync(BatchContext context) =>
        Udvalg.Of(
            await new FindCritical(await context.GraphAsync()).FindAsync(
                Given<NodeKind>(context.Arguments, "slags"),
                await Named.KommuneAsync(context, context.Arguments.Get<string>("kommune")),
                context.CancellationToken
            ),
            context.Arguments
        );

    private static async Task<Udvalg<Edge>> EdgesAsync(BatchContext context)
    {
        var where = context.Arguments.Get<IReadOnlyDictionary<string, object?>>("where");
        var udsnit = await (await context.GraphAsync()).SelectAsync(Selection.Whole, context.CancellationToken);
        if (where is null)
        {
            return Udvalg.Of(udsnit.Edges, context.Arguments);
        }

        var (types, arter) = (Given<EdgeType>(where, "type"), Given<KoblingArt>(where, "art"));
        var (states, grounds) = (Given<KoblingStatus>(where, "status"), Given<Grund>(where, "grund"));
        var (least, most) = (where.GetValueOrDefault("mindsteTillid") as double?, where.GetValueOrDefault("stoersteTillid") as double?);
        var conditional = where.GetValueOrDefault("betinget") as bool?;
        var kommune = await Named.KommuneAsync(context, where.GetValueOrDefault("kommune") as string);
        // Columns tell the type and the municipalities; an edge is read where more is asked about it, or it is shown.
        var isRead = arter.Count + states.Count + grounds.Count > 0 || least is not null || most is not null || conditional is not null;
        var pace = new Pace(context.CancellationToken);
        var found = Udvalg.Of(
            Enumerable
                .Range(0, udsnit.Edges.Count)
                .Where(e =>
                    (types.Count == 0 || types.Contains(udsnit.TypeOf(e)))
                    && (kommune is null || udsnit.KommuneOf(udsnit.From(e)) == kommune || udsnit.KommuneOf(udsnit.To(e)) == kommune)
                )
                .Where(e =>
                {
                    pace.Step();
                    return !isRead || IsWanted(udsnit.Edges[e]);
                }),
            context.Arguments
        );
        return new([.. found.Valgte.Select(e => udsnit.Edges[e])], found.Total, found.HarFlere);

        bool IsWanted(Edge e) =>
            (arter.Count == 0 || (e.Art is { } art && arter.Contains(art)))
            && (states.Count == 0 || (e.Art is not null && states.Contains(e.Status)))
            && (grounds.Count == 0 || (e.Grund is { } ground && grounds.Contains(ground)))
            && (least is null || e.Tillid >= least)
            && (most is null || e.Tillid <= most)
            && (conditional is null || conditional == e.Betinget is not null);
    }

    internal static IReadOnlyList<T> Given<T>(IReadOnlyDictionary<string, object?> from, string name) =>
        Filters.List<T>(from.GetValueOrDefault(name));
}

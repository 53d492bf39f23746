using Effektkaeder.Analysis.Antal;
using Effektkaeder.Application.Asking;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>Counts by what nodes have in common, and how far effects are covered.</summary>
internal static class CountFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "optaelling", async c => [await CountAsync(c)]);
        b.Field<Optaelling>("Optaelling", "totalCount", o => o.Total);
        b.Field<Optaelling>("Optaelling", "antalGrupper", o => o.Grupper.Count);
        b.Field<Optaelling>("Optaelling", "grupper", (o, c) => Udvalg.Of(Ordered(o, c).Grupper, c.Arguments).Valgte);
        b.Field<Antalsgruppe>("Antalsgruppe", "noder", (g, c) => Udvalg.Of(g.Nodes, c.Arguments).Valgte);
        b.Properties<Antalsgruppe>();
        b.Properties<Gruppenoegle>();
        b.Properties<Maaltal>();

        b.Field("Query", "daekning", async c => [await CoverAsync(c)]);
        b.Field<Daekning>("Daekning", "raekker", (d, c) => Udvalg.Of(Rows(d, c), c.Arguments).Valgte);
        b.Properties<Daekning>();
        b.Properties<Daekningstal>();
        b.Properties<Daekningsraekke>();
    }

    private static async Task<Optaelling> CountAsync(BatchContext context) =>
        await new CountNodes(await context.GraphAsync()).CountAsync(
            await Named.WhereAsync(context),
            Filters.List<Inddeling>(context.Arguments.GetValueOrDefault("efter")),
            context.CancellationToken
        );

    private static async Task<Daekning> CoverAsync(BatchContext context) =>
        await new CountNodes(await context.GraphAsync()).CoverAsync(
            await Named.WhereAsync(context),
            context.Arguments.Get<Inddeling>("efter"),
            context.CancellationToken
        );

    private static Optaelling Ordered(Optaelling optaelling, BatchContext context)
    {
        var orden = Filters
            .List<Dict>(context.Arguments.GetValueOrDefault("order"))
            .SelectMany(terms => terms.Where(t => t.Value is not null))
            .Select(t => (Enum.Parse<Gruppeorden>(t.Key, ignoreCase: true), (bool)t.Value!))
            .ToList();
        return orden.Count == 0 ? optaelling : optaelling.Ordered(orden);
    }

    private static IEnumerable<Daekningsraekke> Rows(Daekning daekning, BatchContext context) =>
        context.Arguments.Get<bool?>("fuldt") is { } whole ? daekning.Raekker.Where(r => r.Fuldt == whole) : daekning.Raekker;
}

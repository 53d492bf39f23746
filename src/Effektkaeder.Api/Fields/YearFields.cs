using Effektkaeder.Analysis.Aarraekker;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Asking;
using Effektkaeder.Application.Following;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>What is due for somebody, how it stands, and what is measured.</summary>
internal static class YearFields
{
    private const int MostMeasurements = 500;

    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "kalender", async c => [await CalendarAsync(c)]);
        b.Properties<Kalendersvar>("Kalender");
        b.Properties<Kalenderpost>();
        b.Properties<Forventning>();
        b.Field("Organisation", "forventes", ExpectedAsync);
        b.Field("Rolle", "forventes", ExpectedAsync);
        b.Field("Query", "stilling", async c => [await StatusAsync(c)]);
        b.Field<Stillingssvar>("Stillingssvar", "stilling", s => s.Stilling);
        b.Properties<Stillingssvar>();
        b.Field("Query", "stillinger", async c => [await StandingsAsync(c)]);
        b.Field("Query", "aarraekke", async c => [await YearsAsync(c)]);
        b.Properties<Aarssvar>();
        b.Field<Enhedsaar>("Enhedsaar", "aargange", e => e.Raekke.Aargange);
        b.Field<Enhedsaar>("Enhedsaar", "forloeb", (e, c) => Udvalg.Of(Chosen(e, c), c.Arguments).Valgte);
        b.Field<Enhedsaar>("Enhedsaar", "sammenfatning", e => Aarsord.Sammenfatning(e.Raekke));
        b.Properties<Enhedsaar>();
        b.Properties<Enhedsnavn>();
        b.Properties<Aargang>();
        b.Properties<Livsforloeb>();
        b.Properties<Aarstrin>();
        b.Properties<Stilling>();
        b.Properties<Udvikling>();
        b.Field<Maalepunkt>("Maalepunkt", "erBaseline", p => p.IsBaseline);
        b.Properties<Maalepunkt>();
        b.Field("Mutation", "gemMaalinger", async c => [await MeasureAsync(c)]);
    }

    private static async Task<Kalendersvar> CalendarAsync(BatchContext context)
    {
        var (arguments, ct) = (context.Arguments, context.CancellationToken);
        var api = context.Service<ApiContext>();
        var graph = await KommuneAsync(context);
        try
        {
            return await new ReadCalendar(graph).ReadAsync(
                new(
                    arguments.Get<string>("hvem"),
                    arguments.Get<DateOnly?>("fra"),
                    arguments.Get<DateOnly?>("til"),
                    arguments.Get<DateOnly?>("dag") ?? DateOnly.FromDateTime(api.Time.GetLocalNow().DateTime)
                ),
                ct
            );
        }
        catch (FormatException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }

    private static async Task<IReadOnlyList<Stilling>> StandingsAsync(BatchContext context)
    {
        var graph = await KommuneAsync(context);
        try
        {
            return Udvalg.Of(await new ReadStatus(graph).AllAsync(context.CancellationToken), context.Arguments).Valgte;
        }
        catch (TooManyException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }

    private static async Task<Aarssvar> YearsAsync(BatchContext context)
    {
        var om = await Named.NodeAsync(context, context.Arguments.Get<string>("om")!);
        try
        {
            var store = context.Service<ApiContext>().Store;
            return await new ReadYears(store, await context.GraphAsync()).ReadAsync(om, context.CancellationToken);
        }
        catch (FormatException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }

    private static IReadOnlyList<Livsforloeb> Chosen(Enhedsaar enhed, BatchContext context)
    {
        var slags = Filters.List<NodeKind>(context.Arguments.GetValueOrDefault("slags"));
        return [.. enhed.Raekke.Forloeb.Where(f => slags.Count == 0 || slags.Contains(f.Node.Kind))];
    }

    /// <summary>The graph, or the part of it that is one municipality's.</summary>
    private static async Task<IGraph> KommuneAsync(BatchContext context)
    {
        var kommune = await Named.KommuneAsync(context, context.Arguments.Get<string>("kommune"));
        return kommune is null
            ? await context.GraphAsync()
            : await context.Service<ApiContext>().Store.LookAtAsync(new Udsyn(Kommune: kommune), context.CancellationToken);
    }

    private static async ValueTask<IReadOnlyList<object?>> ExpectedAsync(BatchContext context)
    {
        var udsnit = await (await context.GraphAsync()).SelectAsync(Selection.Whole, context.CancellationToken);
        var expected = new List<object?>();
        foreach (var actor in context.Parents)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            expected.Add(new Kreds(udsnit, [(Node)actor!]).Forventet());
        }

        return expected;
    }

    private static async Task<Stillingssvar> StatusAsync(BatchContext context) =>
        await new ReadStatus(await context.GraphAsync()).ReadAsync(
            await Named.NodeAsync(context, context.Arguments.Get<string>("node")!),
            context.CancellationToken
        );

    private static async Task<object> MeasureAsync(BatchContext context)
    {
        var api = context.Service<ApiContext>();
        var given = Filters.List<Dict>(context.Arguments.Get<Dict>("input")!["maalinger"]);
        Filters.Bounded("maalinger", given.Count, MostMeasurements);
        try
        {
            return await new KeepMeasurements(api.Store, api.Time).KeepAsync(
                [
                    .. given.Select(m => new Maalingslinje(
                        (string)m["indikator"]!,
                        (string)m["vaerdi"]!,
                        (string)m["dato"]!,
                        m.GetValueOrDefault("redskab") as string,
                        m.GetValueOrDefault("kilde") as string,
                        m.GetValueOrDefault("bedre")?.ToString()
                    )),
                ],
                api.Author,
                context.CancellationToken
            );
        }
        catch (StoreException e)
        {
            throw ApiErrors.Store(e.Message);
        }
    }
}

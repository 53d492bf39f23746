using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Asking;
using Effektkaeder.Application.Following;
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
        b.Field("Query", "stilling", async c => [await StatusAsync(c)]);
        b.Field<Stillingssvar>("Stillingssvar", "stilling", s => s.Stilling);
        b.Properties<Stillingssvar>();
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
        var kommune = await Named.KommuneAsync(context, arguments.Get<string>("kommune"));
        var graph = kommune is null ? await context.GraphAsync() : await api.Store.LookAtAsync(new Udsyn(Kommune: kommune), ct);
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
                        m.GetValueOrDefault("kilde") as string
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

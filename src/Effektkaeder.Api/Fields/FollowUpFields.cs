using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>Held follow-ups: what they say, propose and would touch; writing one, and deciding what it proposes.</summary>
internal static class FollowUpFields
{
    private const int MostLines = 100;

    private static readonly (string Input, string Label)[] Form =
    [
        ("titel", Opfoelgningsskema.Titelfelt),
        ("ansvarlig", Opfoelgningsskema.Ansvarlig),
        ("tidspunkt", Opfoelgningsskema.Tidspunktfelt),
        ("hvad", Opfoelgningsskema.Hvad),
        ("hvordan", Opfoelgningsskema.Hvordan),
        ("erfaring", Opfoelgningsskema.Erfaring),
        ("konsekvens", Opfoelgningsskema.Konsekvens),
        ("justering", Opfoelgningsskema.Justering),
    ];

    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "opfoelgningsforslag", async c => [await OneAsync(c)]);
        b.Field("Query", "afholdteOpfoelgninger", async c => [await AllAsync(c)]);
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "opfoelgning", s => s.Forslag.Opfoelgning);
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "ejer", s => s.Forslag.Ejer);
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "konsekvens", s => s.Forslag.Konsekvens);
        b.Field<Opfoelgningssvar>(
            "Opfoelgningsforslag",
            "linjer",
            s => s.Forslag.Linjer.Select(l => new Linje(l, s.Beskrivelse(l), s.Of(l))).ToList()
        );
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "bemaerkninger", s => s.Forslag.Bemaerkninger);
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "paavirkning", s => s.Paavirkning);
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "underret", s => s.Underret);
        b.Field<Opfoelgningssvar>("Opfoelgningsforslag", "aendretSiden", s => s.Siden.Select(a => a.Besked).ToList());
        b.Properties<Konsekvensdom>();
        b.Field<Linje>("Forslagslinje", "nr", l => l.Sagt.Nr);
        b.Field<Linje>("Forslagslinje", "art", l => l.Sagt.Art);
        b.Field<Linje>("Forslagslinje", "ord", l => l.Sagt.Ord);
        b.Field<Linje>("Forslagslinje", "node", l => l.Sagt.Node);
        b.Field<Linje>("Forslagslinje", "foer", l => l.Sagt.Foer);
        b.Field<Linje>("Forslagslinje", "efter", l => l.Sagt.Efter);
        b.Field<Linje>("Forslagslinje", "varighed", l => l.Sagt.Varighed);
        b.Field<Linje>("Forslagslinje", "tekst", l => l.Sagt.Tekst);
        b.Field<Linje>("Forslagslinje", "slags", l => l.Sagt.Slags);
        b.Field<Linje>("Forslagslinje", "beskrivelse", l => l.Beskrivelse);
        b.Field<Linje>("Forslagslinje", "spoergsmaal", l => l.Afgjort is null ? l.Sagt.Spoergsmaal : null);
        b.Field<Linje>("Forslagslinje", "bemaerkning", l => l.Afgjort is null ? l.Sagt.Bemaerkning : null);
        b.Field<Linje>("Forslagslinje", "kandidater", l => l.Sagt.Kandidater);
        b.Field<Linje>("Forslagslinje", "afgoerelse", l => l.Afgjort);
        b.Properties<Linjeafgoerelse>();
        b.Properties<Underretning>();

        b.Field("Mutation", "skrivOpfoelgning", async c => [await WriteAsync(c)]);
        b.Field("Mutation", "afgoerForslag", async c => [await DecideAsync(c)]);
        b.Field<Written>("OpfoelgningPayload", "forslag", w => w.Svar);
        b.Field<Written>("OpfoelgningPayload", "revision", w => w.Report?.Revision);
        b.Field<Written>("OpfoelgningPayload", "diagnostik", w => w.Report?.Diagnostics ?? []);
        b.Field<Written>("OpfoelgningPayload", "kandidater", w => w.Report?.Kandidater ?? []);
        b.Field<Written>("OpfoelgningPayload", "fejl", w => w.Error is { } error ? [error] : Array.Empty<EditError>());
    }

    private sealed record Linje(Forslagslinje Sagt, string Beskrivelse, Linjeafgoerelse? Afgjort);

    private sealed record Written(ImportReport? Report, Opfoelgningssvar? Svar, EditError? Error = null);

    private static async Task<Opfoelgningssvar?> OneAsync(BatchContext context)
    {
        var key = NodeId.KeyOf(context.Arguments.Get<string>("opfoelgning")!);
        return await (await ReaderAsync(context)).FindAsync(key, context.CancellationToken);
    }

    private static async Task<IReadOnlyList<Opfoelgningssvar>> AllAsync(BatchContext context)
    {
        var om = context.Arguments.Get<string>("om") is { } text ? (await Named.NodeAsync(context, text)).Key : null;
        var first = Filters.Bounded("first", context.Arguments.Get<int>("first"), MostLines);
        var reader = await ReaderAsync(context);
        var found = new List<Opfoelgningssvar>();
        foreach (var held in (await reader.AllAsync(om is null ? null : [om], context.CancellationToken)).Take(first))
        {
            found.Add(await reader.OfAsync(held, context.CancellationToken));
        }

        return found;
    }

    private static async Task<ReadFollowUp> ReaderAsync(BatchContext context) =>
        new(context.Service<ApiContext>().Store, await context.GraphAsync());

    private static async Task<Written> WriteAsync(BatchContext context)
    {
        var (api, input, ct) = (context.Service<ApiContext>(), context.Arguments.Get<Dict>("input")!, context.CancellationToken);
        try
        {
            var fields = Form.ToDictionary(f => f.Label, f => input.GetValueOrDefault(f.Input) as string);
            var owner = await Named.NodeAsync(context, (string)input["om"]!, NodeKind.Indsats, NodeKind.Bidrag);
            fields[Opfoelgningsskema.Titelfelt] ??= owner.Titel;
            var report = await new WriteForm(api.Store, api.Time).WriteAsync(
                owner.Key,
                fields,
                api.Author,
                input.GetValueOrDefault("proeve") is true,
                ct
            );
            var reader = new ReadFollowUp(api.Store, await api.Store.NewestAsync(ct));
            var svar = report.Opfoelgninger is [var held, ..]
                ? await reader.FindAsync(held.Opfoelgning.Key, ct) ?? await reader.OfAsync(held, ct)
                : null;
            return new(report, svar);
        }
        catch (FormatException e)
        {
            return new(null, null, new EditError("UGYLDIGT_ARGUMENT", e.Message));
        }
        catch (StoreException e)
        {
            return new(null, null, new EditError("LAGER", e.Message));
        }
    }

    private static async Task<EditOutcome> DecideAsync(BatchContext context)
    {
        var (api, input) = (context.Service<ApiContext>(), context.Arguments.Get<Dict>("input")!);
        var lines = Filters.List<Dict>(input["linjer"]);
        Filters.Bounded("linjer", lines.Count, MostLines);
        try
        {
            return await new DecideFollowUp(api.Store, api.Time).DecideAsync(
                NodeId.KeyOf((string)input["opfoelgning"]!),
                [.. lines.Select(Choice)],
                input.GetValueOrDefault("revision") is int seen ? seen : null,
                api.Author,
                context.CancellationToken
            );
        }
        catch (StoreException e)
        {
            throw ApiErrors.Store(e.Message);
        }
    }

    private static Linjevalg Choice(Dict line) =>
        new((int)line["nr"]!, (bool)line["accepter"]!)
        {
            Om = line.GetValueOrDefault("om") as string,
            Til = line.GetValueOrDefault("til") as string,
            Fra = line.GetValueOrDefault("fra") as string,
            Tekst = line.GetValueOrDefault("tekst") as string,
            Art = line.GetValueOrDefault("art") as Forslagsart?,
            Slags = line.GetValueOrDefault("slags") as NodeKind?,
            Begrundelse = line.GetValueOrDefault("begrundelse") as string,
        };
}

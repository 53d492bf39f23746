using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Scenarier;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>Scenarios: named change sets beside the graph, and what each would do to it.</summary>
internal static class ScenarioFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "scenarier", async c => [await ChosenAsync(c)]);
        b.Field<Scenariesvar>("Scenarie", "navn", s => s.Scenario.Name);
        b.Field<Scenariesvar>("Scenarie", "forfatter", s => s.Scenario.Author);
        b.Field<Scenariesvar>("Scenarie", "tidspunkt", s => s.Scenario.At);
        b.Field<Scenariesvar>("Scenarie", "aendringer", s => s.Aendringer);
        b.Field<Scenariesvar>("Scenarie", "ukendte", s => s.Ukendte);
        b.Field<Scenariesvar>("Scenarie", "paavirkning", s => s.Paavirkning);
        b.Field<Aendring>("Scenarieaendring", "noegle", a => a.Key);
        NodeFields.ByKey<Aendring>(b, "Scenarieaendring", "node", a => a.Key);
        b.Properties<Aendring>("Scenarieaendring");

        b.Field("Mutation", "gemScenarie", async c => [await SaveAsync(c)]);
        b.Field("Mutation", "sletScenarie", async c => [await RemoveAsync(c)]);
        b.Field<Payload>("ScenariePayload", "scenarie", p => p.Svar);
        b.Field<Payload>("ScenariePayload", "fejl", p => p.Error is { } error ? [error] : Array.Empty<EditError>());
    }

    /// <summary>The changes of a scenario that are of what is in the graph.</summary>
    public static async Task<IReadOnlyList<Aendring>> ChangesAsync(BatchContext context, string name) =>
        (await TriedAsync(context, await FindAsync(context, name))).Aendringer;

    private sealed record Payload(Scenariesvar? Svar, EditError? Error = null);

    private static KeepScenarios Kept(BatchContext context)
    {
        var api = context.Service<ApiContext>();
        return new(api.Store.Scenarios, api.Time);
    }

    private static async Task<IReadOnlyList<Scenariesvar>> ChosenAsync(BatchContext context)
    {
        var names = Filters.List<string>(context.Arguments.GetValueOrDefault("navne"));
        var chosen = new List<Scenario>();
        foreach (var name in names)
        {
            chosen.Add(await FindAsync(context, name));
        }

        var tried = new List<Scenariesvar>();
        foreach (var scenario in names.Count > 0 ? chosen : await Kept(context).AllAsync(context.CancellationToken))
        {
            tried.Add(await TriedAsync(context, scenario));
        }

        return tried;
    }

    private static async Task<Scenariesvar> TriedAsync(BatchContext context, Scenario scenario) =>
        await new TryScenario(await context.GraphAsync()).TryAsync(scenario, new(), context.CancellationToken);

    private static async Task<Scenario> FindAsync(BatchContext context, string name) =>
        await Kept(context).FindAsync(name, context.CancellationToken) is { } known
            ? known
            : throw ApiErrors.Unknown(
                "scenarie",
                name,
                Suggestions.Nearest(name, (await Kept(context).AllAsync(context.CancellationToken)).Select(s => s.Name))
            );

    private static async Task<Payload> SaveAsync(BatchContext context)
    {
        var input = context.Arguments.Get<Dict>("input")!;
        try
        {
            var changes = await QueryFields.ChangesAsync(context, input["aendringer"]);
            await new AskImpact(await context.GraphAsync()).RefuseImpossibleAsync(changes, context.CancellationToken);
            var saved = await Kept(context)
                .SaveAsync((string)input["navn"]!, changes, context.Service<ApiContext>().Author, context.CancellationToken);
            return new(await TriedAsync(context, saved));
        }
        catch (GraphQLUserException e)
        {
            return new(null, new EditError(e.Code, e.Message, "aendringer"));
        }
        catch (FormatException e)
        {
            return new(null, new EditError("UGYLDIGT_ARGUMENT", e.Message, "navn"));
        }
        catch (StoreException e)
        {
            return new(null, new EditError("LAGER", e.Message));
        }
    }

    private static async Task<Payload> RemoveAsync(BatchContext context)
    {
        var name = context.Arguments.Get<string>("navn")!;
        try
        {
            return await Kept(context).RemoveAsync(name, context.CancellationToken)
                ? new(null)
                : new(null, new EditError("IKKE_FUNDET", $"Der er intet scenarie »{name}«.", "navn"));
        }
        catch (StoreException e)
        {
            return new(null, new EditError("LAGER", e.Message));
        }
    }
}

using System.ComponentModel;
using Effektkaeder.Application;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Scenarier;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Effektkaeder.Cli.Assistants;

/// <summary>What an assistant may change, where who starts it says that it may.</summary>
[McpServerToolType]
internal sealed class WritingTools(IGraphStore store)
{
    private const string Author = "assistent";

    [McpServerTool(Name = "save_scenario", Title = "Gem scenarie", ReadOnly = false, Destructive = false, Idempotent = true)]
    [Description("Gemmer et navngivet scenarie ved siden af grafen; grafen selv ændres ikke.")]
    public Task<CallToolResult> SaveScenarioAsync(
        [Description("Scenariets navn")] string navn,
        [Description("Hver: en knude med =bortfalder, =aendres, =udskydes:P6M eller =udskydes:2027-01-31 efter")] string[] aendringer,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await store.NewestAsync(ct);
            var changes = await NamedNode.ChangesAsync(graph, aendringer, ct);
            await new AskImpact(graph).RefuseImpossibleAsync(changes, ct);
            var saved = await new KeepScenarios(store.Scenarios, TimeProvider.System).SaveAsync(navn, changes, Author, ct);
            return new { name = saved.Name, changes = saved.Changes };
        });

    [McpServerTool(Name = "decide", Title = "Afgør en kobling", ReadOnly = false, Destructive = false, Idempotent = true)]
    [Description("Bekræfter eller afviser en kobling. Det er en revision, som »effekt undo« fortryder.")]
    public Task<CallToolResult> DecideAsync(
        [Description("Koblingens nøgle, som »show« giver den")] string kant,
        [Description("true bekræfter, false afviser")] bool bekraeft,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var status = bekraeft ? KoblingStatus.Bekraeftet : KoblingStatus.Afvist;
            var seen = await store.LatestAsync(ct);
            var outcome = await new DecideKobling(store, TimeProvider.System).DecideAsync(kant, status, seen, Author, ct);
            return outcome.Errors.Count > 0
                ? throw new UsageException(outcome.Errors[0].Besked)
                : new
                {
                    edge = kant,
                    status = status.ToString().ToLowerInvariant(),
                    revision = outcome.Revision?.Number,
                };
        });
}

using System.CommandLine;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class VerifyCommand
{
    public static Command Build()
    {
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command(
            "verify",
            "Efterprøver lageret: filen eller serveren selv, og at revisionerne tilsammen giver grafen. Ændrer intet; 1, hvis noget "
                + "er galt."
        )
        {
            output,
        };
        HelpAction.Examples(command, "effekt verify --store graf.db", "effekt verify --store graf.db --output json");
        command.SetAction(
            async (parsed, ct) =>
            {
                var health = await HealthAsync(parsed, ct);
                Rows.Of(health.Faults, ("fejl", f => f))
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        new
                        {
                            ok = health.Faults.Count == 0,
                            revisions = health.Revisions,
                            nodes = health.Nodes,
                            edges = health.Edges,
                            faults = health.Faults,
                        }
                    );
                Messages.Say(
                    parsed,
                    health.Faults.Count == 0
                        ? $"I orden: {health.Revisions} revisioner giver de {health.Nodes} knuder og {health.Edges} kanter."
                        : $"{NamedStore.Location(parsed)} er ikke i orden. Læg en sikkerhedskopi på plads med »effekt restore KOPI«, eller "
                            + "få læst ud, hvad der kan læses, med »effekt export json«."
                );
                return health.Faults.Count == 0 ? ExitCode.Good : ExitCode.Failed;
            }
        );
        return command;
    }

    /// <summary>A file so damaged that it cannot be opened has that fault; one that is not there, or is empty, is no store.</summary>
    private static async Task<StoreHealth> HealthAsync(ParseResult parsed, CancellationToken ct)
    {
        try
        {
            await using var store = await NamedStore.OpenAsync(parsed, ct);
            return await Progress.CountAsync(parsed, "Efterprøver revisioner", told => StoreVerification.RunAsync(store, told, ct));
        }
        catch (StoreException e) when (new FileInfo(NamedStore.Location(parsed)) is { Exists: true, Length: > 0 })
        {
            return new(0, 0, 0, [e.Message]);
        }
    }
}

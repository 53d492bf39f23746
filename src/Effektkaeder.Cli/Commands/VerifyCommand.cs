using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class VerifyCommand
{
    public static Command Build()
    {
        var output = SharedOptions.Output("table", "json", "csv");
        var repair = new Option<bool>("--repair")
        {
            Description = "Ret først det, andre har ændret i en Neo4j-database, og som kan laves igen af dokumenternes udsagn.",
        };
        var command = new Command(
            "verify",
            "Efterprøver lageret: filen eller serveren selv, og at revisionerne tilsammen giver grafen. Ændrer intet uden --repair; 1, "
                + "hvis noget er galt."
        )
        {
            output,
            repair,
        };
        HelpAction.Examples(
            command,
            "effekt verify --store graf.db",
            "effekt verify --store graf.db --output json",
            "effekt verify --repair --store neo4j+http://localhost:7474/neo4j"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var (health, mended) = await HealthAsync(parsed, parsed.GetValue(repair), ct);
                foreach (var line in mended)
                {
                    Messages.Say(parsed, $"Rettet: {line}");
                }

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
                            mended,
                        }
                    );
                Messages.Say(
                    parsed,
                    health.Faults.Count == 0
                        ? $"I orden: {health.Revisions} revisioner giver de {health.Nodes} knuder og {health.Edges} kanter."
                        : $"{NamedStore.Location(parsed)} er ikke i orden. {Advice(parsed, parsed.GetValue(repair))} "
                            + "få læst ud, hvad der kan læses, med »effekt export json«."
                );
                return health.Faults.Count == 0 ? ExitCode.Good : ExitCode.Failed;
            }
        );
        return command;
    }

    /// <summary>A file so damaged that it cannot be opened has that fault; one that is not there, or is empty, is no store.</summary>
    private static async Task<(StoreHealth Health, IReadOnlyList<string> Mended)> HealthAsync(
        ParseResult parsed,
        bool repair,
        CancellationToken ct
    )
    {
        try
        {
            await using var store = await NamedStore.OpenAsync(parsed, ct);
            var mended = repair ? await store.MendAsync(ct) : [];
            var health = await Progress.CountAsync(parsed, "Efterprøver", told => store.VerifyAsync(told, ct));
            return (health, mended);
        }
        catch (StoreException e) when (new FileInfo(NamedStore.Location(parsed)) is { Exists: true, Length: > 0 })
        {
            return (new(0, 0, 0, [e.Message]), []);
        }
    }

    private static string Advice(ParseResult parsed, bool isRepaired) =>
        Stores.IsFile(NamedStore.Location(parsed)) ? "Læg en sikkerhedskopi på plads med »effekt restore KOPI«, eller"
        : isRepaired ? "Det, der står tilbage, kan ikke laves igen: gør, som linjen siger, læg en sikkerhedskopi på plads, eller"
        : "Lad »effekt verify --repair« rette, hvad der kan laves igen, læg en sikkerhedskopi på plads, eller";
}

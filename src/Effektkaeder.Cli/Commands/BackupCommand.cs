using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class BackupCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FIL") { Description = "Den nye fil; der skrives aldrig oven i en anden." };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("backup", "Lægger en sikkerhedskopi af lageret i én fil, mens andre bruger det. Filen er selv et lager.")
        {
            file,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt backup graf-mandag.db --store graf.db",
            "effekt verify --store graf-mandag.db",
            "effekt backup region.db --store neo4j+https://vært:7473/neo4j"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var report = await Progress.CountAsync(
                    parsed,
                    "Kopierer",
                    told => BackUpStore.RunAsync(store, parsed.GetValue(file)!, (done, total) => told((int)done, (int)total), ct)
                );
                Rows.Of([report], ("fil", r => r.File), ("revision", r => r.Revision), ("bytes", r => r.Bytes))
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        new
                        {
                            file = report.File,
                            revision = report.Revision,
                            bytes = report.Bytes,
                        }
                    );
                return ExitCode.Good;
            }
        );
        return command;
    }
}

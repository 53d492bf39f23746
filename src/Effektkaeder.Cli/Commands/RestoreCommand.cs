using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class RestoreCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("KOPI") { Description = "En fil, som »effekt backup« har lagt." };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command(
            "restore",
            "Lægger en sikkerhedskopi på lagerets plads. Kopien efterprøves først; det, der stod der, gemmes under et andet navn."
        )
        {
            file,
            output,
        };
        HelpAction.Examples(command, "effekt restore graf-mandag.db --store graf.db");
        command.SetAction(
            async (parsed, ct) =>
            {
                var report = await Progress.CountAsync(
                    parsed,
                    "Efterprøver revisioner",
                    told => RestoreStore.RunAsync(parsed.GetValue(file)!, NamedStore.Location(parsed), told, ct)
                );
                Rows.Of(
                        [report],
                        ("fil", r => r.File),
                        ("revision", r => r.Revision),
                        ("knuder", r => r.Nodes),
                        ("kanter", r => r.Edges),
                        ("før", r => r.Kept)
                    )
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        new
                        {
                            file = report.File,
                            revision = report.Revision,
                            nodes = report.Nodes,
                            edges = report.Edges,
                            kept = report.Kept,
                        }
                    );
                return ExitCode.Good;
            }
        );
        return command;
    }
}

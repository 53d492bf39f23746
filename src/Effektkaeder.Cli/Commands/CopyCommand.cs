using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class CopyCommand
{
    public static Command Build()
    {
        var from = SharedOptions.Location(
            new Option<string>("--from")
            {
                Description = "Lageret, der kopieres: en fil eller neo4j+https://vært:port/database.",
                Required = true,
            }
        );
        var to = SharedOptions.Location(
            new Option<string>("--to") { Description = "Et tomt lager, eller en afbrudt kopi, der så gøres færdig.", Required = true }
        );
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command(
            "copy",
            "Kopierer et lager med alle revisioner, mellem filer og Neo4j, og efterprøver kopien med antal og kontrolsum."
        )
        {
            from,
            to,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt copy --from graf.db --to kopi.db",
            "effekt copy --from graf.db --to neo4j+http://localhost:7474/neo4j"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var (source, target) = (parsed.GetValue(from)!, parsed.GetValue(to)!);
                await using var reader = await NamedStore.ExistingAsync(source, ct);
                await using var writer = await Stores.OpenAsync(target, ct);
                var report = await Progress.CountAsync(
                    parsed,
                    "Kopierer revisioner",
                    told => new CopyStore(reader, writer).CopyAsync((number, last) => told((int)number, (int)last), ct)
                );
                Rows.Of(
                        [report],
                        ("revisioner", r => r.Revisions),
                        ("heraf før", r => r.Resumed),
                        ("knuder", r => r.Nodes),
                        ("kanter", r => r.Edges),
                        ("sha256", r => r.Sha256)
                    )
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        new
                        {
                            revisions = report.Revisions,
                            resumed = report.Resumed,
                            nodes = report.Nodes,
                            edges = report.Edges,
                            sha256 = report.Sha256,
                        }
                    );
                return ExitCode.Good;
            }
        );
        return command;
    }
}

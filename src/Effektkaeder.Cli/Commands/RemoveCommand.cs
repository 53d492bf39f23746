using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class RemoveCommand
{
    public static Command Build()
    {
        var aftale = new Argument<string>("AFTALE") { Description = "Aftalens nøgle eller titel." };
        var (author, dryRun, output) = (SharedOptions.Author(), SharedOptions.DryRun(), SharedOptions.Output("table", "json", "csv"));
        var command = new Command(
            "remove",
            "Trækker en aftale tilbage; det, andre aftaler også siger, bliver. Kan fortrydes med »effekt undo«."
        )
        {
            aftale,
            author,
            dryRun,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt remove \"Udviklingsaftale 2016\" --dry-run",
            "effekt remove slagelse/aftale/udviklingsaftale-2016-handicap-og-psykiatri"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var node = await NamedNode.FindAsync(await store.NewestAsync(ct), parsed.GetValue(aftale)!, [NodeKind.Aftale], ct);
                if (node.Henvist)
                {
                    throw new UsageException($"»{node.Titel}« er kun nævnt, ikke indlæst; der er intet at trække tilbage.");
                }

                var (revision, changes) = await new RemoveAgreement(store, TimeProvider.System).RemoveAsync(
                    node,
                    SharedOptions.AuthorOf(parsed, author),
                    parsed.GetValue(dryRun),
                    ct
                );
                ChangeOutput.Tell(parsed, revision, changes, parsed.GetValue(dryRun), parsed.GetValue(output)!);
                return ExitCode.Good;
            }
        );
        return command;
    }
}

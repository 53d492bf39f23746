using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class UndoCommand
{
    public static Command Build()
    {
        var number = new Argument<long?>("REVISION")
        {
            Description = "Revisionens nummer; uden tal den nyeste.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (author, dryRun, output) = (Common.Author(), Common.DryRun(), Common.Output("table", "json", "csv"));
        var command = new Command("undo", "Fortryder en revision med en ny, der gør det modsatte.") { number, author, dryRun, output };
        HelpAction.Examples(command, "effekt undo --dry-run", "effekt undo 4");
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await Common.OpenAsync(parsed, ct);
                var which = parsed.GetValue(number) ?? await store.LatestAsync(ct);
                var (revision, changes) = await new UndoRevision(store, TimeProvider.System).UndoAsync(
                    which,
                    Common.AuthorOf(parsed, author),
                    parsed.GetValue(dryRun),
                    ct
                );
                ChangeOutput.Tell(parsed, revision, changes, parsed.GetValue(dryRun), parsed.GetValue(output)!);
                return EffektCommand.Good;
            }
        );
        return command;
    }
}

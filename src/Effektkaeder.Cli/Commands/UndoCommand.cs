using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage.Ports;

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
        var (author, dryRun, output) = (SharedOptions.Author(), SharedOptions.DryRun(), SharedOptions.Output("table", "json", "csv"));
        var command = new Command("undo", "Fortryder en revision med en ny, der gør det modsatte.") { number, author, dryRun, output };
        HelpAction.Examples(command, "effekt undo --dry-run", "effekt undo 4");
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var which = parsed.GetValue(number) ?? await store.LatestAsync(ct);
                var (revision, changes) = await new UndoRevision(store, TimeProvider.System).UndoAsync(
                    which,
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

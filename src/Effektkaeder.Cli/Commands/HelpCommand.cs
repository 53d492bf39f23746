using System.CommandLine;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class HelpCommand
{
    public static Command Build()
    {
        var which = new Argument<string?>("KOMMANDO") { Description = "Den kommando, hjælpen er om.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("help", "Viser hjælp, til det hele eller til én kommando.") { which };
        HelpAction.Examples(command, "effekt help", "effekt help impact");
        command.SetAction(parsed =>
        {
            var root = parsed.RootCommandResult.Command;
            var name = parsed.GetValue(which);
            HelpAction.Write(
                name is null
                    ? root
                    : root.Subcommands.FirstOrDefault(c => c.Name == name)
                        ?? throw new UsageException(
                            $"Der er ingen kommando »{name}«.{Suggestion.For(name, root.Subcommands.Select(c => c.Name))}"
                        ),
                Console.Out
            );
            return ExitCode.Good;
        });
        return command;
    }
}

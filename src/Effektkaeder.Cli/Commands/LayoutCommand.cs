using System.CommandLine;
using Effektkaeder.Cli.Output;
using Effektkaeder.Layout.Exchange;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Cli.Commands;

internal static class LayoutCommand
{
    public static Command Build()
    {
        var direction = new Option<string>("--direction", "-d")
        {
            Description = "Niveauerne som kolonner (right) eller rækker (down).",
            HelpName = "VEJ",
            DefaultValueFactory = _ => "right",
        };
        direction.AcceptOnlyFromAmong("right", "down");
        var seed = new Option<int>("--seed")
        {
            Description = "Samme tal, samme tegning.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("layout", "Lægger en hvilken som helst graf ud: JSON på stdin, JSON på stdout.") { direction, seed };
        HelpAction.Examples(command, "effekt layout < graf.json > udlagt.json");
        command.SetAction(parsed =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            try
            {
                LayoutExchange.Run(
                    input,
                    output,
                    new LayoutOptions
                    {
                        Direction = parsed.GetValue(direction) == "down" ? LayoutDirection.TopDown : LayoutDirection.LeftToRight,
                        Seed = parsed.GetValue(seed),
                    }
                );
                return ExitCode.Good;
            }
            catch (LayoutInputException e)
            {
                Console.Error.WriteLine($"effekt: {e.Message}");
                return ExitCode.Failed;
            }
        });
        return command;
    }
}

using System.CommandLine;
using System.Globalization;
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
        var effort = new Option<string>("--effort")
        {
            Description = "Hvor meget der arbejdes for få krydsninger: quick, normal eller thorough.",
            HelpName = "FLID",
            DefaultValueFactory = _ => "normal",
        };
        effort.AcceptOnlyFromAmong("quick", "normal", "thorough");
        var repeat = new Option<int?>("--repeat")
        {
            Description = "Tegn så mange gange i samme proces, og skriv medianen i millisekunder på stderr.",
            HelpName = "ANTAL",
        };
        repeat.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1)
            {
                r.AddError("--repeat skal være mindst 1.");
            }
        });
        var command = new Command("layout", "Lægger en hvilken som helst graf ud: JSON på stdin, JSON på stdout.")
        {
            direction,
            seed,
            effort,
            repeat,
        };
        HelpAction.Examples(
            command,
            "effekt layout < graf.json > udlagt.json",
            "effekt layout --repeat 20 < graf.json > udlagt.json",
            "effekt layout --effort thorough < graf.json > udlagt.json"
        );
        command.SetAction(parsed =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            try
            {
                var times = parsed.GetValue(repeat);
                var median = LayoutExchange.Run(
                    input,
                    output,
                    new LayoutOptions
                    {
                        Direction = parsed.GetValue(direction) == "down" ? LayoutDirection.TopDown : LayoutDirection.LeftToRight,
                        Seed = parsed.GetValue(seed),
                        Effort = Enum.Parse<LayoutEffort>(parsed.GetValue(effort)!, ignoreCase: true),
                    },
                    repeat: times ?? 1
                );
                if (times is not null)
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{median:0.000} ms, median af {times}"));
                }

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

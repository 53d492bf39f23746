using System.CommandLine;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

/// <summary>A script for the user's shell: it asks <c>effekt</c> itself what may come next, so it never grows old.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _effekt() {
              local IFS=$'\n'
              COMPREPLY=($(effekt "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
            }
            complete -o default -F _effekt effekt
            """,
        ["zsh"] = """
            _effekt() {
              local -a found
              found=("${(@f)$(effekt "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a found
            }
            compdef _effekt effekt
            """,
        ["fish"] = """
            complete -c effekt -a '(effekt "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
            """,
    };

    public static Command Build()
    {
        var shell = new Argument<string>("SKAL") { Description = $"{string.Join(", ", Scripts.Keys)}." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Skriver det, en skal skal have for at fuldføre kommandoer og valg med tabulator.")
        {
            shell,
        };
        HelpAction.Examples(
            command,
            "effekt completion bash >> ~/.bashrc",
            "effekt completion zsh >> ~/.zshrc",
            "effekt completion fish > ~/.config/fish/completions/effekt.fish"
        );
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Scripts[parsed.GetValue(shell)!]);
            return ExitCode.Good;
        });
        return command;
    }
}

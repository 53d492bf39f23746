using System.CommandLine;
using Effektkaeder.Application.Loading;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class GraphCommand
{
    public static Command Build()
    {
        var command = new Command("graph", "Grafer i almindelig form.") { Load(), GraphAnswerCommand.Build() };
        HelpAction.Examples(
            command,
            "effekt graph load land.jsonl --store land.db",
            "effekt graph answer opgaver.jsonl --graph land.jsonl --out svar.jsonl"
        );
        return command;
    }

    private static Command Load()
    {
        var file = new Argument<string>("FIL") { Description = "JSON-linjer, som »effekt generate lines« skriver; - læser fra stdin." };
        var author = SharedOptions.Author();
        var load = new Command("load", "Indlæser en graf, én JSON-linje pr. knude og kant.") { file, author };
        HelpAction.Examples(
            load,
            "effekt graph load land.jsonl --store land.db",
            "effekt generate lines --centre 10 | effekt graph load - --store land.db"
        );
        load.SetAction(
            async (parsed, ct) =>
            {
                var path = parsed.GetValue(file)!;
                if (path != "-" && !File.Exists(path))
                {
                    throw new UsageException($"Der er ingen fil »{path}«.");
                }

                using var spool = path == "-" ? await Spool.FromStdinAsync(ct) : null;
                await using var store = await NamedStore.OpenOrCreateAsync(parsed, ct);
                var report = await Progress.CountAsync(
                    parsed,
                    "Indlæser",
                    told =>
                        new LoadGraph(store, TimeProvider.System).LoadAsync(
                            () => File.OpenRead(spool?.Path ?? path),
                            path == "-" ? "stdin" : Path.GetFileNameWithoutExtension(path),
                            SharedOptions.AuthorOf(parsed, author),
                            told,
                            ct
                        )
                );
                Messages.Say(
                    parsed,
                    report.Changed == 0
                        ? $"Uændret: de {report.Nodes} knuder og {report.Edges} kanter var der allerede; revision {report.Revision}."
                        : $"{report.Nodes} knuder og {report.Edges} kanter er indlæst; revision {report.Revision}."
                );
                return ExitCode.Good;
            }
        );
        return load;
    }
}

using System.CommandLine;
using System.Runtime;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class ImportCommand
{
    public static Command Build()
    {
        var paths = new Argument<string[]>("STI")
        {
            Description = "Filer eller mapper; - læser ét dokument fra stdin.",
            Arity = ArgumentArity.OneOrMore,
        };
        var kommune = new Option<string?>("--kommune", "-k")
        {
            Description = "Kommunens navn, hvis dokumentet ikke selv siger det.",
            HelpName = "NAVN",
        };
        var name = new Option<string>("--name")
        {
            Description = "Hvad dokumentet fra stdin kaldes.",
            HelpName = "NAVN",
            DefaultValueFactory = _ => "stdin",
        };
        var (author, dryRun, output) = (SharedOptions.Author(), SharedOptions.DryRun(), SharedOptions.Output("table", "json", "csv"));
        var command = new Command("import", "Indlæser aftaler. Hvert dokument er én revision, eller intet; de øvrige indlæses alligevel.")
        {
            paths,
            kommune,
            name,
            author,
            dryRun,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt import aftaler/",
            "effekt import aftale.md --kommune Slagelse --dry-run",
            "effekt import seed --output json",
            "curl -s https://eksempel.dk/aftale.docx | effekt import - --name aftale.docx"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                using var piped = parsed.GetValue(paths)!.Contains("-") ? await Spool.FromStdinAsync(ct) : null;
                var files = parsed
                    .GetValue(paths)!
                    .SelectMany(path => path == "-" ? [new SourcePath(parsed.GetValue(name)!, piped!.Path)] : SourceFolder.List(path))
                    .ToList();
                if (files.Count == 0)
                {
                    throw new UsageException($"Der er ingen dokumenter i {string.Join(", ", parsed.GetValue(paths)!)}.");
                }

                // Nobody waits for an answer here: memory is looked over in one go, and not beside the work for half as much again.
                GCSettings.LatencyMode = GCLatencyMode.Batch;
                var isTrial = parsed.GetValue(dryRun);
                await using var store = await (
                    isTrial ? Trial.OpenAsync(NamedStore.Location(parsed), ct) : NamedStore.OpenOrCreateAsync(parsed, ct)
                );
                var importer = new ImportMany(store, TimeProvider.System, files, parsed.GetValue(kommune));
                var told = new ImportTelling(parsed, files, isTrial, parsed.GetValue(output)!);
                try
                {
                    await Progress.OverAsync(
                        parsed,
                        "Indlæser",
                        files,
                        f => f.Relative,
                        async _ => told.Landed(await importer.NextAsync(SharedOptions.AuthorOf(parsed, author), isTrial, ct)),
                        ct,
                        isQuiet: ImportTelling.IsSeen
                    );
                }
                finally
                {
                    // Several land at once: those that did when it was called off are there, and are told.
                    importer.Landed.ToList().ForEach(told.Landed);
                    told.End();
                }

                return told.Refused > 0 ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }
}

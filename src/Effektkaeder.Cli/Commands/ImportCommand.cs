using System.CommandLine;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Import.Diagnostics;

namespace Effektkaeder.Cli.Commands;

internal static class ImportCommand
{
    public static Command Build()
    {
        var paths = new Argument<string[]>("STI") { Description = "Filer eller mapper.", Arity = ArgumentArity.OneOrMore };
        var kommune = new Option<string?>("--kommune", "-k")
        {
            Description = "Kommunens navn, hvis dokumentet ikke selv siger det.",
            HelpName = "NAVN",
        };
        var (author, dryRun, output) = (SharedOptions.Author(), SharedOptions.DryRun(), SharedOptions.Output("table", "json", "csv"));
        var command = new Command("import", "Indlæser aftaler. Hvert dokument er én revision, eller intet; de øvrige indlæses alligevel.")
        {
            paths,
            kommune,
            author,
            dryRun,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt import aftaler/",
            "effekt import aftale.md --kommune Slagelse --dry-run",
            "effekt import seed --output json"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var files = parsed.GetValue(paths)!.SelectMany(SourceFolder.Read).ToList();
                if (files.Count == 0)
                {
                    throw new UsageException($"Der er ingen dokumenter i {string.Join(", ", parsed.GetValue(paths)!)}.");
                }

                await using var store = await (
                    parsed.GetValue(dryRun) ? Trial.OpenAsync(NamedStore.Location(parsed), ct) : NamedStore.OpenOrCreateAsync(parsed, ct)
                );
                var importer = new ImportDocuments(store, TimeProvider.System);
                var reports = await Progress.OverAsync(
                    parsed,
                    "Indlæser",
                    files,
                    f => f.RelativePath,
                    f =>
                        importer.ImportAsync(
                            f,
                            parsed.GetValue(kommune),
                            SharedOptions.AuthorOf(parsed, author),
                            parsed.GetValue(dryRun),
                            ct
                        ),
                    ct
                );
                Tell(parsed, reports, parsed.GetValue(dryRun), parsed.GetValue(output)!);
                return reports.Any(r => r.Outcome == ImportOutcome.Refused) ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }

    private static void Tell(ParseResult parsed, IReadOnlyList<ImportReport> reports, bool dryRun, string form)
    {
        foreach (var diagnostic in reports.SelectMany(r => r.Diagnostics).Where(d => d.Severity != Severity.Oplysning))
        {
            if (diagnostic.Severity == Severity.Fejl || !parsed.GetValue(SharedOptions.Quiet))
            {
                Console.Error.WriteLine(diagnostic);
            }
        }

        if (dryRun && form == "table")
        {
            Rows.Of(
                    reports.SelectMany(r => r.Changes.Select(c => (r.File, c))),
                    ("dokument", x => x.File),
                    ("", x => x.c.Art),
                    ("type", x => x.c.Type),
                    ("nøgle", x => x.c.Key),
                    ("titel", x => x.c.Titel)
                )
                .Write(parsed, form, reports);
            Messages.Say(parsed, $"Prøve: {reports.Sum(r => r.Changes.Count)} ændringer; intet er gemt.");
            return;
        }
        Rows.Of(
                reports,
                ("dokument", r => r.File),
                ("udfald", r => Outcome(r, dryRun)),
                ("revision", r => r.Revision?.Number),
                ("ændringer", r => r.Changes.Count),
                ("aftale", r => r.Aftale)
            )
            .Write(
                parsed,
                form,
                reports.Select(r => new
                {
                    file = r.File,
                    outcome = r.Outcome.ToString().ToLowerInvariant(),
                    agreement = r.Aftale,
                    revision = r.Revision?.Number,
                    changes = r.Changes.Select(ChangeOutput.Json),
                    diagnostics = r.Diagnostics.Select(d => new
                    {
                        code = d.Code,
                        severity = d.Severity.ToString().ToLowerInvariant(),
                        file = d.Fil,
                        line = d.Linje,
                        column = d.Kolonne,
                        message = d.Besked,
                        next = d.NaesteSkridt,
                    }),
                })
            );
    }

    private static string Outcome(ImportReport report, bool dryRun) =>
        report.Outcome switch
        {
            ImportOutcome.Imported => dryRun ? "ville indlæses" : "indlæst",
            ImportOutcome.Unchanged => "uændret",
            _ => "afvist",
        };
}

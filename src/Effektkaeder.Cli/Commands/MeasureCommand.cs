using System.CommandLine;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Import;

namespace Effektkaeder.Cli.Commands;

/// <summary>Gives measurements of indicators: one by hand, or all of a workbook.</summary>
internal static class MeasureCommand
{
    public static Command Build()
    {
        var indicator = new Argument<string?>("INDIKATOR")
        {
            Description = "Nøgle eller titel på en indikator.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var value = new Argument<string?>("VÆRDI") { Description = "Det målte, fx »57 %«.", Arity = ArgumentArity.ZeroOrOne };
        var date = new Option<string?>("--date") { Description = "Hvornår: 2018-07-01, 1. juli 2018, 2. kvartal 2018.", HelpName = "DATO" };
        var tool = new Option<string?>("--with") { Description = "Redskabet, der er målt med.", HelpName = "REDSKAB" };
        var note = new Option<string?>("--note") { Description = "Hvor tallet er fra.", HelpName = "TEKST" };
        var better = new Option<string?>("--better")
        {
            Description = "Hvad der er bedst, hvor ordene ikke siger det: mere eller mindre.",
            HelpName = "RETNING",
        };
        var file = new Option<string?>("--file")
        {
            Description = "Alle rækker i et regneark eller en CSV med kolonnerne Indikator, Værdi, Dato, Redskab, Kilde, Bedre.",
            HelpName = "FIL",
        };
        var author = SharedOptions.Author();
        var command = new Command("measure", "Gemmer målinger af indikatorer. En fil er én revision, eller intet.")
        {
            indicator,
            value,
            date,
            tool,
            note,
            better,
            file,
            author,
        };
        HelpAction.Examples(
            command,
            "effekt measure \"Antal genindlæggelser inden for 30 dage\" 42 --date 2025-07-01 --better mindre",
            "effekt measure NØGLE \"57 %\" --date \"2. kvartal 2018\" --with DEL",
            "effekt measure --file maalinger.xlsx"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                List<Maalingslinje> lines;
                if (parsed.GetValue(file) is { } path)
                {
                    lines = [.. Read(path)];
                }
                else if (
                    parsed.GetValue(indicator) is { } what
                    && parsed.GetValue(value) is { } number
                    && parsed.GetValue(date) is { } when
                )
                {
                    lines = [new(what, number, when, parsed.GetValue(tool), parsed.GetValue(note), parsed.GetValue(better))];
                }
                else
                {
                    throw new UsageException("Giv en indikator, en værdi og --date, eller en fil med --file.");
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var by = SharedOptions.AuthorOf(parsed, author);
                var outcome = await new KeepMeasurements(store, TimeProvider.System).KeepAsync(lines, by, ct);
                foreach (var error in outcome.Errors)
                {
                    Console.Error.WriteLine($"effekt: {error.Besked} Intet er gemt.");
                }

                if (outcome.Errors.Count > 0)
                {
                    return ExitCode.Failed;
                }

                Messages.Say(
                    parsed,
                    outcome.Revision is { } r ? $"Revision {r.Number}: {r.Summary}." : "Intet at ændre: målingerne er gemt før."
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static IEnumerable<Maalingslinje> Read(string path)
    {
        var source = SourceFolder.Read(new SourcePath(Path.GetFileName(path), path));
        if (source.Content is null)
        {
            throw new UsageException($"{path}: {source.Unreadable}.");
        }

        var (rows, diagnostics) = MeasurementReader.Read(source.RelativePath, source.Content);
        return rows.Count > 0
            ? rows.Select(Maalingslinje.Of)
            : throw new UsageException($"{path}: {string.Join(' ', diagnostics.Select(d => d.Besked))}");
    }
}

using System.CommandLine;
using System.Globalization;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

/// <summary>Accepts, changes or refuses the lines of a proposal.</summary>
internal static class FollowUpDecide
{
    public static Command Build()
    {
        var key = new Argument<string>("OPFØLGNING") { Description = "Opfølgningens nøgle eller titel." };
        var accept = Numbers("--accept", "-a", "Accepter disse linjer: aftalen får en ny udgave.");
        var refuse = Numbers("--refuse", "-r", "Afvis disse linjer: de bliver stående som afvist.");
        var set = new Option<string[]>("--set")
        {
            Description = "Ret en linje, før den accepteres: NR:til=DATO, NR:om=KNUDE, NR:fra=DATO, NR:tekst=…, NR:art=…, NR:slags=….",
            HelpName = "RETTELSE",
            AllowMultipleArgumentsPerToken = true,
        };
        var because = new Option<string?>("--because") { Description = "Hvorfor; gemmes med afgørelsen.", HelpName = "TEKST" };
        var revision = new Option<long?>("--revision")
        {
            Description = "Den revision, afgørelsen bygger på; ellers den, skemaet blev gemt i.",
            HelpName = "TAL",
        };
        var author = SharedOptions.Author();
        var command = new Command("decide", "Accepterer, retter eller afviser et forslag linje for linje.")
        {
            key,
            accept,
            refuse,
            set,
            because,
            revision,
            author,
        };
        HelpAction.Examples(
            command,
            "effekt followup decide NØGLE --accept 1 2",
            "effekt followup decide NØGLE --accept 1 --set \"1:til=1. maj 2018\"",
            "effekt followup decide NØGLE --refuse 2 --because \"ikke drøftet i udvalget\""
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var svar = await FollowUpCommand.FindAsync(store, await store.NewestAsync(ct), parsed.GetValue(key)!, ct);
                var why = parsed.GetValue(because);
                var corrections = parsed.GetValue(set) ?? [];
                List<Linjevalg> chosen =
                [
                    .. (parsed.GetValue(accept) ?? []).Select(nr => Changed(new(nr, true) { Begrundelse = why }, corrections)),
                    .. (parsed.GetValue(refuse) ?? []).Select(nr => new Linjevalg(nr, false) { Begrundelse = why }),
                ];
                var outcome = await new DecideFollowUp(store, TimeProvider.System).DecideAsync(
                    svar.Forslag.Opfoelgning.Key,
                    chosen,
                    parsed.GetValue(revision),
                    SharedOptions.AuthorOf(parsed, author),
                    ct
                );
                foreach (var error in outcome.Errors)
                {
                    Console.Error.WriteLine($"effekt: {error.Besked}");
                }

                if (outcome.Errors.Count > 0)
                {
                    return ExitCode.Failed;
                }

                ChangeOutput.Tell(parsed, outcome.Revision, new(outcome.Changes), dryRun: false, "table");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Option<int[]> Numbers(string name, string alias, string description) =>
        new(name, alias)
        {
            Description = description,
            HelpName = "NR",
            AllowMultipleArgumentsPerToken = true,
        };

    private static Linjevalg Changed(Linjevalg valg, IEnumerable<string> set)
    {
        foreach (var text in set)
        {
            var (nr, name, value) = Part(text);
            if (nr != valg.Nr)
            {
                continue;
            }

            valg = name switch
            {
                "til" => valg with { Til = value },
                "fra" => valg with { Fra = value },
                "om" => valg with { Om = value },
                "tekst" => valg with { Tekst = value },
                "art" when Enum.TryParse<Forslagsart>(value, ignoreCase: true, out var art) => valg with { Art = art },
                "slags" when NodeKinds.Find(value) is { } kind => valg with { Slags = kind.Kind },
                _ => throw new UsageException(
                    $"»{text}« kan ikke læses: skriv NR:til=, NR:om=, NR:fra=, NR:tekst=, NR:art= eller NR:slags=."
                ),
            };
        }

        return valg;
    }

    private static (int Nr, string Name, string Value) Part(string text)
    {
        var (colon, equals) = (text.IndexOf(':', StringComparison.Ordinal), text.IndexOf('=', StringComparison.Ordinal));
        return colon > 0 && equals > colon && int.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var nr)
            ? (nr, text[(colon + 1)..equals].Trim().ToLowerInvariant(), text[(equals + 1)..].Trim())
            : throw new UsageException($"»{text}« er ingen rettelse: skriv fx \"1:til=1. maj 2018\".");
    }
}
